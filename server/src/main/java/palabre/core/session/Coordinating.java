package palabre.core.session;

import java.util.Optional;
import palabre.core.Code;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;

/**
 * How far the word of who asks reaches beyond their room.
 *
 * <p>A room conducts its own people, and those in the rooms that are its own: the groups that went
 * from it, and for the main room those to which nobody is invited. A group conducts nobody. So no
 * right is carried from one room into another.
 */
record Coordinating(Session session, Asker by) {
    /** Who presides, in a room that is not a group's. */
    Optional<Code> mayNot() {
        boolean inGroup = session.whereabouts().parents().containsKey(by.from());
        if (!by.role().chairs() || (inGroup && by.role() != Role.MODERATOR)) {
            return Optional.of(Code.ROLE_MAY_NOT);
        }
        if (inGroup) {
            return Optional.of(Code.NOT_FROM_HERE);
        }
        return by.presides() ? Optional.empty() : Optional.of(Code.NOT_PRESIDING);
    }

    /** Groups are called back from the room from which they went, and from no other. */
    Optional<Code> mayNotCallBack(RoomId parent) {
        Optional<Code> no = mayNot();
        if (no.isPresent()) {
            return no;
        }
        if (!parent.equals(by.from())) {
            return Optional.of(Code.NOT_FROM_HERE);
        }
        return session.whereabouts().from(parent).isEmpty()
                ? Optional.of(Code.NO_GROUPS)
                : Optional.empty();
    }

    /**
     * People are moved out of this room and out of those that are its own; into those, back into
     * this one, or to where they are invited.
     */
    Optional<Code> mayNotMove(SeatId seat, RoomId to) {
        if (visits(seat, to)) {
            return Optional.empty();
        }
        Optional<Code> no = mayNot();
        if (no.isPresent()) {
            return no;
        }
        if (mayNotSend(seat)) {
            return Optional.of(Code.NOT_OVER_MODERATOR);
        }
        Optional<RoomId> at = session.whereIs(seat);
        if (at.filter(this::isOurs).isEmpty()) {
            return Optional.of(Code.UNKNOWN_SEAT);
        }
        boolean invited = session.home(seat).filter(to::equals).isPresent();
        return invited || isOurs(to) ? Optional.empty() : Optional.of(Code.NOT_INVITED_THERE);
    }

    /** Only somebody invited as a moderator sends one elsewhere: they would be out of the room. */
    boolean mayNotSend(SeatId seat) {
        return !seat.equals(by.seat()) && moderatesHere(seat) && !moderatesHere(by.seat());
    }

    private boolean moderatesHere(SeatId seat) {
        return session.roleIn(seat, by.from()) == Role.MODERATOR;
    }

    /** Who moderates the room from which groups went goes from one to the other, and back. */
    private boolean visits(SeatId seat, RoomId to) {
        Optional<RoomId> parent =
                Optional.ofNullable(session.whereabouts().parents().get(by.from()));
        return seat.equals(by.seat())
                && parent.isPresent()
                && parent.equals(session.home(seat))
                && session.roleIn(seat, parent.get()) == Role.MODERATOR
                && (parent.get().equals(to)
                        || parent.equals(
                                Optional.ofNullable(session.whereabouts().parents().get(to))));
    }

    private boolean isOurs(RoomId room) {
        return room.equals(by.from()) || session.parent(room).filter(by.from()::equals).isPresent();
    }

    /** A link that many share and that leads here. */
    Optional<Code> mayNotClose(LinkId link) {
        boolean ours =
                session.link(link)
                        .filter(l -> l.kind() == Link.Kind.SHARED && l.room().equals(by.from()))
                        .isPresent();
        return mayNot().or(() -> ours ? Optional.empty() : Optional.of(Code.UNKNOWN_LINK));
    }
}
