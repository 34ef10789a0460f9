/**
 * Lists of a room that are too long to be sent whole: they are asked for in pages, with a search.
 */
@NullMarked
package palabre.http.lists;

import org.jspecify.annotations.NullMarked;
