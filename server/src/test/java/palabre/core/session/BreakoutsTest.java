package palabre.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.seats.Person;

/** Groups at work: a set of them for each room from which they went. */
class BreakoutsTest {
    private static final SessionId ID = new SessionId("s");
    private static final RoomId HALL = new RoomId("hall");
    private static final RoomId SIDE = new RoomId("side");
    private static final SeatId ANA = new SeatId("1");
    private static final SeatId BEN = new SeatId("2");
    private static final SeatId SUE = new SeatId("3");

    private Session session;

    @BeforeEach
    void prepare() {
        List<Link> links = new ArrayList<>();
        for (SeatId seat : List.of(ANA, BEN, SUE)) {
            RoomId room = seat.equals(SUE) ? SIDE : HALL;
            Person person = Person.named("P" + seat, Role.PARTICIPANT);
            links.add(Link.of(new LinkId(seat.value()), Link.Kind.PERSONAL, room, person));
        }
        session = Session.empty(ID);
        done(
                new SessionCommand.Prepare(
                        "Film", 0, Plan.NONE, List.of(charter(HALL), charter(SIDE)), links));
    }

    private static Charter charter(RoomId room) {
        return new Charter(room, ID, room.value(), Access.CLOSED, true);
    }

    private static Asker chair(RoomId room) {
        return new Asker(new SeatId("c-" + room), room, Role.DEPUTY, true);
    }

    private static SessionCommand open(RoomId from, String name, SeatId... seats) {
        RoomId room = new RoomId(name);
        Whereabouts.Group group =
                new Whereabouts.Group(room, List.of(seats), List.of(seats).stream().findFirst());
        return new SessionCommand.OpenGroups(
                chair(from),
                List.of(charter(room)),
                new Whereabouts.Breakout(from, List.of(group), 0));
    }

    private static SessionCommand callBack(RoomId to) {
        return new SessionCommand.CallBack(to, Optional.of(chair(to)));
    }

    private void done(SessionCommand command) {
        if (new SessionDecider(session).decide(command)
                instanceof Decision.Accepted<SessionEvent> accepted) {
            accepted.events().forEach(e -> session = session.evolve(e));
        } else {
            throw new AssertionError("refused: " + command);
        }
    }

    private void refused(SessionCommand command, Code code) {
        assertThat(new SessionDecider(session).decide(command)).isEqualTo(Decision.refused(code));
    }

    private Optional<RoomId> at(SeatId seat) {
        return session.whereIs(seat);
    }

    @Test
    void theGroupsOfOneRoomHoldUpThoseOfNoOther() {
        done(open(SIDE, "sides", SUE));
        done(open(HALL, "halls", ANA, BEN));
        refused(open(SIDE, "more", SUE), Code.GROUPS_RUN);
        done(callBack(SIDE));
        assertThat(at(SUE)).contains(SIDE);
        assertThat(at(ANA)).contains(new RoomId("halls"));
        assertThat(session.whereabouts().leads(ANA, new RoomId("halls"))).isTrue();
        refused(callBack(SIDE), Code.NO_GROUPS);
        done(open(SIDE, "again", SUE));
        done(callBack(HALL));
        assertThat(at(ANA)).contains(HALL);
        assertThat(at(SUE)).contains(new RoomId("again"));
        assertThat(session.whereabouts().ended()).doesNotContain(new RoomId("again"));
    }

    @Test
    void aSessionThatEndsCallsAllOfThemBack() {
        done(open(SIDE, "sides", SUE));
        done(open(HALL, "halls", ANA));
        done(new SessionCommand.Close(5));
        assertThat(at(SUE)).contains(SIDE);
        assertThat(at(ANA)).contains(HALL);
        assertThat(session.whereabouts().groups()).isEmpty();
    }

    @Test
    void groupsOfNobodyAreNotOpened() {
        refused(open(HALL, "empty"), Code.NOBODY_TO_SEND);
        assertThat(session.rooms()).hasSize(2);
    }

    @Test
    void whoWasSentElsewhereJustNowIsInNoGroup() {
        done(open(HALL, "halls", ANA));
        refused(open(SIDE, "sides", SUE, ANA), Code.UNKNOWN_SEAT);
    }
}
