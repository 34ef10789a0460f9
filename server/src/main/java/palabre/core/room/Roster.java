package palabre.core.room;

import palabre.core.SeatId;

/** Who sits where, as far as the floor asks. */
interface Roster {
    /** Who sits in a seat, or somebody of whom nothing is known when nobody does. */
    Person person(SeatId seat);
}
