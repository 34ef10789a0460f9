/** The big screen of a room, and the way to it by a short code. */
@NullMarked
package palabre.http.screen;

import org.jspecify.annotations.NullMarked;
