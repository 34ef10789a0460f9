package palabre.core.room;

import palabre.core.Role;
import palabre.core.SeatId;

/** What has happened to the membership. */
public sealed interface SeatEvent extends RoomEvent {
    SeatId seat();

    record SeatJoined(SeatId seat, Person person) implements SeatEvent {}

    record SeatLeft(SeatId seat) implements SeatEvent {}

    record SeatRemoved(SeatId seat) implements SeatEvent {}

    record SeatRenamed(SeatId seat, String name) implements SeatEvent {}

    record RoleChanged(SeatId seat, Role role) implements SeatEvent {}

    /** The link of somebody who waits or speaks is lost; their place is kept. */
    record SeatAbsent(SeatId seat) implements SeatEvent {}

    record SeatReturned(SeatId seat) implements SeatEvent {}
}
