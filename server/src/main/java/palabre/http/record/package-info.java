/**
 * What can be taken away: the minutes in all their forms, tables, the figures and the log of a
 * room.
 */
@NullMarked
package palabre.http.record;

import org.jspecify.annotations.NullMarked;
