package palabre.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.Sentences;
import palabre.core.SessionId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.seats.Person;

/** Sentences for tests of a session: given what happened, when somebody asks, then this follows. */
final class SessionScript {
    static final SessionId ID = new SessionId("s");
    static final RoomId PLENARY = new RoomId("plenary");
    static final RoomId SIDE = new RoomId("side");

    /** A room to which nobody is invited. */
    static final RoomId TABLE = new RoomId("table");

    static final RoomId NOWHERE = new RoomId("nowhere");
    static final SeatId CHAIR = new SeatId("1");
    static final SeatId ANA = new SeatId("2");
    static final SeatId BEN = new SeatId("3");

    /** The link that many share; it leads to the plenary, as those of the three do. */
    static final LinkId SHARED = new LinkId("4");

    /** Invited to the side room. */
    static final SeatId EVE = new SeatId("5");

    static final LinkId UNKNOWN = new LinkId("99");

    static final Asker BY_CHAIR = new Asker(CHAIR, PLENARY, Role.MODERATOR, true);

    private Session session;
    private SessionCommand asked = new SessionCommand.Archive(false);
    private Decision<SessionEvent> decision = Decision.accepted();

    private SessionScript(Session session) {
        this.session = session;
    }

    /** A session that nobody has made yet. */
    static SessionScript nothing() {
        return new SessionScript(Session.empty(ID));
    }

    /**
     * A session with a plenary, a side room and a table; with a moderator, Ana, Ben, and a link
     * that many share in the plenary, and Eve in the side room; to which this has happened.
     */
    static SessionScript given(SessionEvent... events) {
        return nothing()
                .and(
                        new SessionEvent.SessionCreated("Film policy"),
                        new SessionEvent.SessionPlanned(Plan.NONE),
                        new SessionEvent.RoomAdded(charter(PLENARY)),
                        new SessionEvent.RoomAdded(charter(SIDE)),
                        new SessionEvent.RoomAdded(charter(TABLE)),
                        new SessionEvent.LinkAdded(personal(CHAIR, PLENARY, Role.MODERATOR)),
                        new SessionEvent.LinkAdded(personal(ANA, PLENARY, Role.PARTICIPANT)),
                        new SessionEvent.LinkAdded(personal(BEN, PLENARY, Role.PARTICIPANT)),
                        new SessionEvent.LinkAdded(shared(SHARED, PLENARY)),
                        new SessionEvent.LinkAdded(personal(EVE, SIDE, Role.PARTICIPANT)))
                .and(events);
    }

    /** This has happened too. */
    SessionScript and(SessionEvent... events) {
        for (SessionEvent event : events) {
            session = session.evolve(event);
        }
        Sentences.happened(List.of(events));
        return this;
    }

    SessionScript when(SessionCommand command) {
        asked = command;
        decision = new SessionDecider(session).decide(command);
        if (decision instanceof Decision.Accepted<SessionEvent> a) {
            for (SessionEvent event : a.events()) {
                session = session.evolve(event);
            }
        }
        return this;
    }

    void then(SessionEvent... events) {
        assertThat(decision).isEqualTo(new Decision.Accepted<>(List.of(events)));
        Sentences.accepted(asked, List.of(events));
    }

    void thenNothing() {
        then();
    }

    void thenRefused(Code code) {
        assertThat(decision).isEqualTo(new Decision.Refused<SessionEvent>(code));
        Sentences.refused(asked);
    }

    Session session() {
        return session;
    }

    static Charter charter(RoomId room) {
        return new Charter(room, ID, "Room", Access.CLOSED, true);
    }

    static Link personal(SeatId seat, RoomId room, Role role) {
        return Link.of(seat.link(), Link.Kind.PERSONAL, room, Person.named("P" + seat, role));
    }

    static Link shared(LinkId link, RoomId room) {
        return Link.of(link, Link.Kind.SHARED, room, Person.named("All", Role.PARTICIPANT));
    }
}
