package palabre.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palabre.codec.Json;
import palabre.codec.PeopleCodec;
import palabre.core.SeatId;
import palabre.core.room.People;
import palabre.core.room.Room;
import palabre.core.seats.Seat;

/**
 * How many people have a seat, as a welcome tells it. Counting walks over everybody: of a crowd it
 * is done once a second at most, however many come. Confined to the room's context.
 */
final class Census {
    private static final int CROWD = 200;
    private static final long EVERY_MS = 1_000;

    private @Nullable Map<SeatId, Seat> of;
    private long countedMs;
    private ObjectNode counts = Json.object();

    /** The counts, not to be changed. */
    @SuppressWarnings("ReferenceEquality") // the same object is the same state, and that is all
    ObjectNode now(Room room, long steadyMs) {
        boolean due = room.seats().size() < CROWD || steadyMs - countedMs >= EVERY_MS;
        if (of == null || (of != room.seats() && due)) {
            of = room.seats();
            countedMs = steadyMs;
            counts = PeopleCodec.counts(People.counts(room.seats().values()));
        }
        return counts;
    }
}
