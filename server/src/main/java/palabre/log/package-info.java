/**
 * Logs: dense, ordered, durable records, one log a session and one a room.
 *
 * <p>A log knows nothing of what it keeps: a record is the bytes of all events of one command. What
 * it promises is in {@link palabre.log.EventLog}; one contract test holds every implementation to
 * it.
 */
@NullMarked
package palabre.log;

import org.jspecify.annotations.NullMarked;
