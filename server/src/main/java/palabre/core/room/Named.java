package palabre.core.room;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.Floor;
import palabre.core.seats.Seat;

/**
 * Whom everybody in a room knows by name without asking: who speaks, who waits, who presides or
 * follows, and who serves (every role but participants and observers). All others are a count, and
 * are found in the list of people.
 */
final class Named {
    private Named() {}

    /** The seats of those who are named, as others may know them. */
    static Map<SeatId, Seat> in(Room room) {
        Map<SeatId, Seat> named = new LinkedHashMap<>();
        for (Seat seat : room.seats().values()) {
            if (serves(seat.person().role())) {
                named.put(seat.id(), seat.seen());
            }
        }
        for (SeatId id : atTheFloor(room.floor())) {
            room.seat(id)
                    .filter(s -> s.person().role() != Role.OBSERVER)
                    .ifPresent(s -> named.put(id, s.seen()));
        }
        return named;
    }

    static boolean is(Room room, SeatId seat) {
        return room.role(seat)
                .filter(role -> role != Role.OBSERVER)
                .filter(role -> serves(role) || isAtTheFloor(room.floor(), seat))
                .isPresent();
    }

    private static boolean serves(Role role) {
        return switch (role) {
            case MODERATOR, DEPUTY, SECRETARY, CAPTIONER, STEWARD -> true;
            case PARTICIPANT, OBSERVER -> false;
        };
    }

    private static boolean isAtTheFloor(Floor floor, SeatId seat) {
        return floor.chairing().presides(seat)
                || floor.chairing().deputies().contains(seat)
                || !floor.of(seat).isEmpty();
    }

    private static Set<SeatId> atTheFloor(Floor floor) {
        Set<SeatId> seats = new HashSet<>(floor.chairing().deputies());
        floor.chairing().presiding().ifPresent(seats::add);
        floor.stage().holder().ifPresent(t -> seats.add(t.request().seat()));
        floor.stage().interrupted().ifPresent(t -> seats.add(t.request().seat()));
        floor.line().waiting().forEach(r -> seats.add(r.seat()));
        return seats;
    }

    /** The event with those whom it begins or ceases to name. */
    static Told telling(RoomEvent event, Room before, Room after) {
        List<Seat> people = new ArrayList<>();
        List<SeatId> gone = new ArrayList<>();
        if (event instanceof RoomEvent.OnFloor) {
            Set<SeatId> then = atTheFloor(before.floor());
            Set<SeatId> now = atTheFloor(after.floor());
            now.stream()
                    .filter(s -> !then.contains(s) && is(after, s) && !is(before, s))
                    .forEach(s -> after.seat(s).map(Seat::seen).ifPresent(people::add));
            then.stream()
                    .filter(s -> !now.contains(s) && is(before, s) && !is(after, s))
                    .forEach(gone::add);
        }
        return new Told(event, people, gone);
    }
}
