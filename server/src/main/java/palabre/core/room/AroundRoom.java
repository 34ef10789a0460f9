package palabre.core.room;

import java.util.Optional;
import palabre.core.Code;
import palabre.core.SeatId;
import palabre.core.seats.Around;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;

/** What the features may know of a room. */
record AroundRoom(Room room) implements Around {
    @Override
    public Person person(SeatId id) {
        return room.person(id);
    }

    @Override
    public Optional<Seat> seat(SeatId id) {
        return room.seat(id);
    }

    @Override
    public Optional<Code> mayNotPreside(SeatId seat) {
        return Presiding.mayNot(room, seat);
    }
}
