package palabre.core.seats;

import java.util.Optional;
import palabre.core.Audience;
import palabre.core.Role;

/**
 * An observer can be seen by the chair; what somebody declared, by nobody; who was sent out looks
 * to all but the chair like somebody who left, and so does, to all, who handed their place over.
 */
public final class SeatVisibility {
    private SeatVisibility() {}

    /**
     * The event as the audience reads it in the log, if at all.
     *
     * @param before the seat as it was before
     */
    public static Optional<SeatEvent> of(
            Audience audience, SeatEvent event, Optional<Seat> before) {
        boolean chair = audience == Audience.CHAIR;
        boolean unseen = !chair && isObserver(before);
        return switch (event) {
            case SeatEvent.SeatDeclared _ -> Optional.empty();
            case SeatEvent.SeatHanded e ->
                    before.isEmpty()
                            ? Optional.empty()
                            : of(audience, new SeatEvent.SeatLeft(e.seat()), before);
            case SeatEvent.SeatJoined e ->
                    chair || e.person().role() != Role.OBSERVER ? Optional.of(e) : Optional.empty();
            case SeatEvent.RoleChanged e -> chair ? Optional.of(e) : roleChanged(e, before);
            case SeatEvent.SeatRemoved e when chair -> Optional.of(e);
            case SeatEvent.SeatRemoved e ->
                    unseen || before.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new SeatEvent.SeatLeft(e.seat()));
            case SeatEvent.SeatLeft _,
                    SeatEvent.SeatRenamed _,
                    SeatEvent.SeatAbsent _,
                    SeatEvent.SeatReturned _ ->
                    unseen ? Optional.empty() : Optional.of(event);
        };
    }

    /** Becoming an observer looks like leaving; ceasing to be one looks like joining. */
    private static Optional<SeatEvent> roleChanged(
            SeatEvent.RoleChanged event, Optional<Seat> seat) {
        if (seat.isEmpty()) {
            return Optional.empty();
        }
        if (event.role() == Role.OBSERVER) {
            return Optional.of(new SeatEvent.SeatLeft(event.seat()));
        }
        if (seat.get().person().role() == Role.OBSERVER) {
            return Optional.of(
                    new SeatEvent.SeatJoined(
                            event.seat(),
                            seat.get().person().as(event.role()),
                            seat.get().keeper()));
        }
        return Optional.of(event);
    }

    private static boolean isObserver(Optional<Seat> seat) {
        return seat.filter(s -> s.person().role() == Role.OBSERVER).isPresent();
    }
}
