package palabre.core.seats;

import palabre.core.SeatId;

/** Who sits where, as far as the floor asks. */
public interface Roster {
    /** Who sits in a seat, or somebody of whom nothing is known when nobody does. */
    Person person(SeatId seat);
}
