/**
 * The single writer of a log: decide, append, evolve, publish, in that order.
 *
 * <p>{@link palabre.writer.LogWriter} serves rooms and sessions alike; what differs is an {@link
 * palabre.writer.Aggregate}.
 */
@NullMarked
package palabre.writer;

import org.jspecify.annotations.NullMarked;
