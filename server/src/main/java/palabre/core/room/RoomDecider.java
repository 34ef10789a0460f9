package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Role;
import palabre.core.SeatId;

/**
 * Says what a command does to a room. Guards first; a new command does not compile until handled.
 */
public final class RoomDecider {
    private RoomDecider() {}

    /**
     * @param actor the seat that asks, or {@link SeatId#SERVER}
     */
    public static Decision<RoomEvent> decide(Room room, SeatId actor, RoomCommand command) {
        return switch (command) {
            case SeatCommand.TakeSeat c -> take(room, actor, c);
            case SeatCommand.ReportPresence c -> presence(room, actor, c);
            case SeatCommand c when room.seat(actor).isEmpty() -> unseated(room, actor);
            case SeatCommand.LeaveSeat _ -> leave(room, actor, new SeatEvent.SeatLeft(actor));
            case SeatCommand.Rename c -> rename(room, actor, c);
            case SeatCommand.RemoveSeat c -> remove(room, actor, c);
            case SeatCommand.ChangeRole c -> changeRole(room, actor, c);
            case FloorCommand _ when room.seat(actor).isEmpty() -> unseated(room, actor);
            case FloorCommand c -> FloorDecider.decide(room, actor, c);
        };
    }

    private static Decision<RoomEvent> unseated(Room room, SeatId actor) {
        return refused(room.removed().contains(actor.value()) ? Code.REMOVED : Code.NOT_SEATED);
    }

    private static Decision<RoomEvent> take(Room room, SeatId actor, SeatCommand.TakeSeat c) {
        if (room.removed().contains(actor.value())) {
            return refused(Code.REMOVED);
        }
        return room.seat(actor).isPresent()
                ? accepted()
                : accepted(new SeatEvent.SeatJoined(actor, c.person()));
    }

    private static Decision<RoomEvent> rename(Room room, SeatId actor, SeatCommand.Rename c) {
        boolean same = room.seat(actor).filter(s -> s.person().name().equals(c.name())).isPresent();
        return same ? accepted() : accepted(new SeatEvent.SeatRenamed(actor, c.name()));
    }

    private static Decision<RoomEvent> remove(Room room, SeatId actor, SeatCommand.RemoveSeat c) {
        if (!chairs(room, actor)) {
            return refused(Code.ROLE_MAY_NOT);
        }
        if (room.removed().contains(c.seat().value())) {
            return accepted();
        }
        if (room.seat(c.seat()).isEmpty()) {
            return refused(Code.UNKNOWN_SEAT);
        }
        if (isLastChair(room, c.seat())) {
            return refused(Code.LAST_CHAIR);
        }
        return leave(room, c.seat(), new SeatEvent.SeatRemoved(c.seat()));
    }

    private static Decision<RoomEvent> changeRole(
            Room room, SeatId actor, SeatCommand.ChangeRole c) {
        if (!chairs(room, actor)) {
            return refused(Code.ROLE_MAY_NOT);
        }
        if (room.seat(c.seat()).isEmpty()) {
            return refused(Code.UNKNOWN_SEAT);
        }
        if (room.role(c.seat()).filter(r -> r == c.role()).isPresent()) {
            return accepted();
        }
        if (!c.role().chairs() && isLastChair(room, c.seat())) {
            return refused(Code.LAST_CHAIR);
        }
        List<RoomEvent> events = new ArrayList<>();
        if (!c.role().speaks()) {
            events.addAll(FloorDecider.vacate(room.floor(), c.seat()));
        }
        events.add(new SeatEvent.RoleChanged(c.seat(), c.role()));
        return new Decision.Accepted<>(events);
    }

    /** Gives up what the seat waited for or held, then goes. */
    private static Decision<RoomEvent> leave(Room room, SeatId seat, SeatEvent going) {
        List<RoomEvent> events = new ArrayList<>(FloorDecider.vacate(room.floor(), seat));
        events.add(going);
        return new Decision.Accepted<>(events);
    }

    private static Decision<RoomEvent> presence(
            Room room, SeatId actor, SeatCommand.ReportPresence c) {
        if (!actor.equals(SeatId.SERVER)) {
            return refused(Code.ROLE_MAY_NOT);
        }
        boolean absent = room.seat(c.seat()).filter(Seat::absent).isPresent();
        if (c.present()) {
            return absent ? accepted(new SeatEvent.SeatReturned(c.seat())) : accepted();
        }
        return !absent && room.onFloor(c.seat())
                ? accepted(new SeatEvent.SeatAbsent(c.seat()))
                : accepted();
    }

    static boolean chairs(Room room, SeatId seat) {
        return room.role(seat).filter(Role::chairs).isPresent();
    }

    private static boolean isLastChair(Room room, SeatId seat) {
        return chairs(room, seat)
                && room.seats().values().stream().filter(s -> s.person().role().chairs()).count()
                        == 1;
    }
}
