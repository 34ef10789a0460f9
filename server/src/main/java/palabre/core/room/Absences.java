package palabre.core.room;

import java.util.LinkedHashMap;
import java.util.Map;
import palabre.core.SeatId;

/** Absence is a mark on a place in the line: who has none carries no mark. */
final class Absences {
    private Absences() {}

    static boolean any(Room room) {
        return room.seats().values().stream().anyMatch(Seat::absent);
    }

    static Room settled(Room room) {
        Map<SeatId, Seat> next = new LinkedHashMap<>(room.seats());
        next.replaceAll((id, s) -> s.absent() && !room.onFloor(id) ? s.absent(false) : s);
        return new Room(room.charter(), next, room.removed(), room.floor());
    }
}
