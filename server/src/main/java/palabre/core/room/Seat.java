package palabre.core.room;

import palabre.core.SeatId;

/**
 * A taken seat.
 *
 * @param absent whether the log says that the person's link is lost: only ever true of somebody who
 *     waits or has the floor, since only there does it have an effect
 */
public record Seat(SeatId id, Person person, boolean absent) {
    Seat with(Person newPerson) {
        return new Seat(id, newPerson, absent);
    }

    Seat absent(boolean now) {
        return new Seat(id, person, now);
    }
}
