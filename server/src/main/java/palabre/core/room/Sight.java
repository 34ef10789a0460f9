package palabre.core.room;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.Role;
import palabre.core.SeatId;

/**
 * Who sees what. Three rules:
 *
 * <ol>
 *   <li>An observer can be seen by the chair.
 *   <li>That somebody's link is lost can be seen by the chair and by members.
 *   <li>Who was sent out can be seen by the chair; others see that the seat is empty.
 * </ol>
 *
 * All else can be seen by everybody in the room. For every audience, the fold of the seen events is
 * the seen fold.
 */
public final class Sight {
    private Sight() {}

    /** The room as the audience sees it. */
    public static Room of(Audience audience, Room room) {
        if (audience == Audience.CHAIR) {
            return room;
        }
        Map<SeatId, Seat> seen = new LinkedHashMap<>();
        for (Seat seat : room.seats().values()) {
            if (seat.person().role() != Role.OBSERVER) {
                seen.put(seat.id(), audience == Audience.PUBLIC ? seat.absent(false) : seat);
            }
        }
        return new Room(room.charter(), seen, Set.of(), room.floor());
    }

    /**
     * The event as the audience sees it, if at all.
     *
     * @param before the whole room as it was before the event
     */
    public static Optional<RoomEvent> of(Audience audience, RoomEvent event, Room before) {
        if (audience == Audience.CHAIR) {
            return Optional.of(event);
        }
        return switch (event) {
            case FloorEvent e -> Optional.of(e);
            case SeatEvent.SeatJoined e when e.person().role() == Role.OBSERVER -> Optional.empty();
            case SeatEvent.RoleChanged e -> roleChanged(e, before);
            case SeatEvent e when isObserver(before, e.seat()) -> Optional.empty();
            case SeatEvent.SeatRemoved e -> Optional.of(new SeatEvent.SeatLeft(e.seat()));
            case SeatEvent.SeatAbsent _ when audience == Audience.PUBLIC -> Optional.empty();
            case SeatEvent.SeatReturned _ when audience == Audience.PUBLIC -> Optional.empty();
            case SeatEvent e -> Optional.of(e);
        };
    }

    /** Becoming an observer looks like leaving; ceasing to be one looks like joining. */
    private static Optional<RoomEvent> roleChanged(SeatEvent.RoleChanged event, Room before) {
        Optional<Seat> seat = before.seat(event.seat());
        if (seat.isEmpty()) {
            return Optional.empty();
        }
        if (event.role() == Role.OBSERVER) {
            return Optional.of(new SeatEvent.SeatLeft(event.seat()));
        }
        if (seat.get().person().role() == Role.OBSERVER) {
            return Optional.of(
                    new SeatEvent.SeatJoined(event.seat(), seat.get().person().as(event.role())));
        }
        return Optional.of(event);
    }

    private static boolean isObserver(Room room, SeatId seat) {
        return room.role(seat).filter(r -> r == Role.OBSERVER).isPresent();
    }
}
