package palabre.core.seats;

import java.util.Optional;
import palabre.core.Role;
import palabre.core.SeatId;

/** What has happened to the membership. */
public sealed interface SeatEvent {
    SeatId seat();

    /**
     * @param keeper who registered somebody on-site without a device
     */
    record SeatJoined(SeatId seat, Person person, Optional<SeatId> keeper) implements SeatEvent {
        public SeatJoined(SeatId seat, Person person) {
            this(seat, person, Optional.empty());
        }
    }

    record SeatLeft(SeatId seat) implements SeatEvent {}

    record SeatRemoved(SeatId seat) implements SeatEvent {}

    /**
     * The place goes on with somebody else, who sits in a seat of their own; this one is left, or
     * was before.
     *
     * @param to the seat of who comes after
     * @param untilMs when it was handed over, in milliseconds of the server's clock: while a room
     *     is not in memory that is before it is written here
     */
    record SeatHanded(SeatId seat, SeatId to, long untilMs) implements SeatEvent {}

    record SeatRenamed(SeatId seat, String name) implements SeatEvent {}

    record RoleChanged(SeatId seat, Role role) implements SeatEvent {}

    /** The link of somebody who waits, speaks or presides is lost; their place is kept. */
    record SeatAbsent(SeatId seat) implements SeatEvent {}

    record SeatReturned(SeatId seat) implements SeatEvent {}

    /** What somebody chose to say about themselves; only counts of it are ever shown. */
    record SeatDeclared(SeatId seat, Declared declared) implements SeatEvent {}
}
