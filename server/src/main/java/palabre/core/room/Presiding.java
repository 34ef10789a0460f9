package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.ChairCause;
import palabre.core.floor.Chairing;
import palabre.core.floor.FloorEvent;

/**
 * Who presides now. A role says who could; this says who may act as chair at this moment.
 *
 * <p>One presides at a time. Several moderators may act together while one of them presides. While
 * a deputy presides nobody else acts as chair: who comes back takes the chair first, so that all
 * see it. While nobody presides, whoever of the chair's roles acts first presides from then on.
 */
public final class Presiding {
    private Presiding() {}

    /** Nobody presides: not yet, or who did has gone or has another role by now. */
    public static boolean vacant(Room room) {
        return room.floor().chairing().presiding().filter(s -> chairs(room, s)).isEmpty();
    }

    /** Whether this seat may act as chair now. */
    public static boolean acts(Room room, SeatId seat) {
        return mayNot(room, seat).isEmpty();
    }

    /** Why this seat may not act as chair now; empty when it may. */
    static Optional<Code> mayNot(Room room, SeatId seat) {
        if (!chairs(room, seat)) {
            return Optional.of(Code.ROLE_MAY_NOT);
        }
        Chairing chairing = room.floor().chairing();
        boolean together =
                is(room, seat, Role.MODERATOR)
                        && chairing.presiding()
                                .filter(p -> is(room, p, Role.MODERATOR))
                                .isPresent();
        return vacant(room) || chairing.presides(seat) || together
                ? Optional.empty()
                : Optional.of(Code.NOT_PRESIDING);
    }

    /** The same, in other words to who could not take the chair either. */
    static Code mayNot(Room room, SeatId seat, Code others) {
        return mayNot(room, seat).filter(c -> c == Code.NOT_PRESIDING).orElse(others);
    }

    private static boolean is(Room room, SeatId seat, Role role) {
        return room.role(seat).filter(r -> r == role).isPresent();
    }

    static boolean chairs(Room room, SeatId seat) {
        return room.role(seat).filter(Role::chairs).isPresent();
    }

    /** Whether this seat would preside by taking the chair, and does not yet. */
    public static boolean mayTake(Room room, SeatId seat) {
        return take(room, seat) instanceof Decision.Accepted<RoomEvent> a && !a.events().isEmpty();
    }

    /**
     * A moderator at any time, a deputy when nobody is there who presides; openly, so that all see.
     */
    static Decision<RoomEvent> take(Room room, SeatId actor) {
        if (!chairs(room, actor)) {
            return refused(Code.ROLE_MAY_NOT);
        }
        Chairing chairing = room.floor().chairing();
        if (chairing.presides(actor)) {
            return accepted();
        }
        boolean free = chairing.lost() || vacant(room);
        return free || is(room, actor, Role.MODERATOR)
                ? accepted(RoomEvent.of(new FloorEvent.ChairTaken(actor, ChairCause.TOOK)))
                : refused(Code.CHAIR_PRESENT);
    }

    /**
     * Why the actor, who presides, may not send this seat out or give it this role.
     *
     * <p>A deputy does not decide about a moderator, nor does one to whom the role was given here
     * decide about one who was invited as such. Only who was invited as a moderator gives a role of
     * the chair: so it can never be passed on from hand to hand.
     *
     * @param to what the seat becomes; empty when it is sent out
     */
    static Optional<Code> mayNotDecideAbout(
            Room room, SeatId actor, SeatId seat, Optional<Role> to) {
        if (rank(room, seat) > rank(room, actor)) {
            return Optional.of(Code.NOT_OVER_MODERATOR);
        }
        return to.filter(Role::chairs).isPresent() && rank(room, actor) < INVITED
                ? Optional.of(Code.ONLY_INVITED_GIVES)
                : Optional.empty();
    }

    /** Whether the seat, if it presides, may send this other one out, or give it another role. */
    public static boolean decidesAbout(Room room, SeatId actor, SeatId seat) {
        return mayNotDecideAbout(room, actor, seat, Optional.empty()).isEmpty();
    }

    /** Whether the seat, if it presides, may make others moderator or deputy. */
    public static boolean promotes(Room room, SeatId actor) {
        return rank(room, actor) == INVITED;
    }

    private static final int INVITED = 2;

    /**
     * A moderator by invitation stands over one to whom the role was given, who stands over all.
     */
    private static int rank(Room room, SeatId id) {
        return room.seat(id)
                .filter(s -> s.person().role() == Role.MODERATOR)
                .map(s -> s.invitedAs() == Role.MODERATOR ? INVITED : 1)
                .orElse(0);
    }
}
