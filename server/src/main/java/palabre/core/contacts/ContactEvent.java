package palabre.core.contacts;

import palabre.core.SeatId;

/** What people let others know of how to reach them. Seen by nobody but who is meant. */
public sealed interface ContactEvent {
    SeatId seat();

    /**
     * @param card in their own words; empty: no more
     */
    record CardWritten(SeatId seat, String card) implements ContactEvent {}

    /** The seat would exchange cards with another. */
    record ContactWanted(SeatId seat, SeatId with) implements ContactEvent {}

    record ContactUnwanted(SeatId seat, SeatId with) implements ContactEvent {}
}
