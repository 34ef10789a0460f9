/**
 * The way into a room: the door that a link opens, the lobby, and what is agreed to before one is
 * in. Also the invitation, as a message and as an entry of a calendar.
 */
@NullMarked
package palabre.http.entry;

import org.jspecify.annotations.NullMarked;
