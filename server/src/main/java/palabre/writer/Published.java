package palabre.writer;

import palabre.core.SeatId;

/**
 * An event that is durable.
 *
 * @param by the seat that asked for it
 * @param before the state before it
 * @param after the state after it
 * @param lastOfCommand whether the command has no further event
 */
public record Published<S, E>(
        long seq, long atMs, SeatId by, E event, S before, S after, boolean lastOfCommand) {}
