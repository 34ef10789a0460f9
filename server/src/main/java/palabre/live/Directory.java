package palabre.live;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import palabre.core.SeatId;
import palabre.core.room.People;
import palabre.core.room.Room;
import palabre.core.seats.Seat;

/**
 * The list of people of a room, made anew only when somebody asks after it has changed. It costs a
 * walk over everybody: to be asked away from event loops. For any thread.
 */
public final class Directory {
    private record Made(Map<SeatId, Seat> of, People people) {}

    private volatile @Nullable Made made;

    @SuppressWarnings("ReferenceEquality") // the same object is the same state, and that is all
    public People of(Room room) {
        Made now = made;
        if (now == null || now.of() != room.seats()) {
            now = new Made(room.seats(), People.of(room.seats()));
            made = now;
        }
        return now.people();
    }
}
