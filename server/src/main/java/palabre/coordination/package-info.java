/**
 * What concerns several rooms of a session at once: groups and moving people, a room's mode, the
 * end of the session. The session decides; the rooms are told. Every step may be done again.
 */
@NullMarked
package palabre.coordination;

import org.jspecify.annotations.NullMarked;
