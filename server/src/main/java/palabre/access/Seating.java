package palabre.access;

import palabre.core.SeatId;
import palabre.core.room.Charter;
import palabre.core.seats.Person;

/**
 * Somebody who has shown that a seat is theirs.
 *
 * @param person who takes the seat if it is not taken yet
 * @param invited by name; who is not may have to wait in the lobby
 * @param closed to newcomers is the link by which they come: they get in only when the seat is
 *     taken already
 */
public record Seating(
        Charter charter, SeatId seat, Person person, boolean invited, boolean closed) {
    public Seating(Charter charter, SeatId seat, Person person, boolean invited) {
        this(charter, seat, person, invited, false);
    }

    Seating closed(boolean now) {
        return new Seating(charter, seat, person, invited, now);
    }
}
