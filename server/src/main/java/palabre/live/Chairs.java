package palabre.live;

import java.util.Set;
import java.util.stream.Collectors;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.seats.Seat;
import palabre.core.seats.SeatEvent;
import palabre.writer.Published;

/** Who could preside in a room: few, asked for after every command. Confined to its context. */
final class Chairs {
    private final Presence presence;
    private Set<SeatId> chairs;

    Chairs(Room room, Presence presence) {
        this.presence = presence;
        this.chairs = all(room);
    }

    /** Walks over everybody only when somebody could preside from now on, or no longer can. */
    void saw(Published<Room, RoomEvent> event) {
        if (event.event() instanceof RoomEvent.OnSeats(SeatEvent e)
                && chairs(event.before(), e.seat()) != chairs(event.after(), e.seat())) {
            chairs = all(event.after());
        }
    }

    Set<SeatId> here() {
        return chairs.stream().filter(presence::isHere).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<SeatId> all(Room room) {
        return room.seats().values().stream()
                .filter(s -> s.person().role().chairs())
                .map(Seat::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean chairs(Room room, SeatId seat) {
        return room.role(seat).filter(Role::chairs).isPresent();
    }
}
