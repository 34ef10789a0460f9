package palabre.live;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import palabre.core.SeatId;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.seats.SeatEvent;
import palabre.writer.Published;

/** Who may belong to another audience since an event. Confined to the room's context. */
final class Casts {
    private final Set<SeatId> left = new HashSet<>();

    Optional<SeatId> of(Published<Room, RoomEvent> event) {
        return switch (event.event()) {
            case RoomEvent.OnSeats(SeatEvent.SeatJoined e) ->
                    Optional.of(e.seat()).filter(s -> returns(s, event));
            case RoomEvent.OnSeats(SeatEvent.RoleChanged e) -> Optional.of(e.seat());
            case RoomEvent.OnSeats(SeatEvent e) -> {
                if (event.after().seat(e.seat()).isEmpty()) {
                    left.add(e.seat());
                }
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** Who comes for the first time knows nothing of before. */
    private boolean returns(SeatId seat, Published<Room, RoomEvent> event) {
        return left.contains(seat) || event.before().attendance().departed(seat).isPresent();
    }
}
