package palabre.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
import palabre.core.seats.SeatCommand;
import palabre.core.session.Lifecycle;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.core.session.SessionDecider;
import palabre.core.session.SessionEvent;
import palabre.core.session.Whereabouts;

/** What earlier versions wrote is read, and what this one writes comes back the same. */
class OldEventsTest {
    private static final SessionId SESSION = new SessionId("s");
    private static final SessionEventCodec CODEC = new SessionEventCodec(SESSION);
    private static final Lifecycle.Evaluation WELL =
            new Lifecycle.Evaluation(List.of(5, 4, 3, 2, 1), "Well done");

    private static SessionEvent read(String json) {
        try {
            return CODEC.read(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEvaluationComesBackTheSame() {
        SessionEvent given =
                new SessionEvent.EvaluationGiven("ticket", new Lifecycle.Answer(WELL, "device"));
        assertThat(read(Json.write(CODEC.write(given)))).isEqualTo(given);
    }

    @Test
    void anEvaluationThatNamesItsSeatCountsAndCanBeReadAndChangedByNobody() {
        SessionEvent old =
                read(
                        "{\"ev\":\"session.evaluated\",\"seat\":\"7\",\"evaluation\":"
                                + "{\"ratings\":[5,4,3,2,1],\"comment\":\"Well done\"}}");
        Session session =
                Session.empty(SESSION).evolve(new SessionEvent.SessionClosed(1_000)).evolve(old);
        assertThat(session.lifecycle().shown(2_000)).isEmpty();
        assertThat(session.lifecycle().shown(1_000 + Lifecycle.EVALUATION_MS))
                .containsExactly(WELL);
        assertThat(
                        new SessionDecider(session)
                                .decide(
                                        new SessionCommand.Evaluate(
                                                new SeatId("7"), "ticket", "device", WELL, 2_000)))
                .isEqualTo(Decision.refused(Code.ANSWERED_ELSEWHERE));
    }

    @Test
    void groupsThatWereCalledBackWithoutSayingFromWhereAreAllOver() {
        SeatId ana = new SeatId("7");
        Whereabouts.Group group =
                new Whereabouts.Group(new RoomId("g"), List.of(ana), Optional.of(ana));
        Session session =
                withLink()
                        .evolve(
                                new SessionEvent.GroupsOpened(
                                        new Whereabouts.Breakout(
                                                new RoomId("r"), List.of(group), 0)))
                        .evolve(read("{\"ev\":\"groups.called\"}"));
        assertThat(session.whereIs(ana)).contains(new RoomId("r"));
        assertThat(session.whereabouts().ended()).containsExactly(new RoomId("g"));
        SessionEvent now = new SessionEvent.GroupsCalledBack(Optional.of(new RoomId("r")));
        assertThat(read(Json.write(CODEC.write(now)))).isEqualTo(now);
    }

    private static Session withLink() {
        RoomId room = new RoomId("r");
        Link link = Link.of(new LinkId("7"), Link.Kind.PERSONAL, room, person("Ana"));
        return Session.empty(SESSION)
                .evolve(
                        new SessionEvent.RoomAdded(
                                new Charter(room, SESSION, "R", Access.CLOSED, true)))
                .evolve(new SessionEvent.LinkAdded(link.speaking("ka", "", "")));
    }

    private static Person person(String name) {
        return Person.named(name, Role.PARTICIPANT);
    }

    @Test
    void aHandOverWithoutItsTimeKeepsTheSeatAsItDidThen() {
        SessionEvent old =
                read(
                        "{\"ev\":\"link.handed\",\"link\":\"7\",\"successor\":"
                                + "{\"name\":\"Bea\",\"role\":\"participant\"},\"language\":\"fr\"}");
        Link link = withLink().evolve(old).link(new LinkId("7")).orElseThrow();
        assertThat(link.seat()).isEqualTo(new SeatId("7"));
        assertThat(link.issue()).isEqualTo(2);
        assertThat(link.person().name()).isEqualTo("Bea");
    }

    @Test
    void aHandOverGivesTheSuccessorAnotherSeatWhereThePlaceIs() {
        SeatId ana = new SeatId("7");
        SeatId bea = new SeatId("7-2");
        RoomId group = new RoomId("g");
        SessionEvent handed =
                new SessionEvent.LinkHandedOver(new LinkId("7"), person("Bea"), "fr", "", "", 5);
        assertThat(read(Json.write(CODEC.write(handed)))).isEqualTo(handed);
        Whereabouts.Group one = new Whereabouts.Group(group, List.of(ana), Optional.of(ana));
        Session session =
                withLink()
                        .evolve(
                                new SessionEvent.GroupsOpened(
                                        new Whereabouts.Breakout(new RoomId("r"), List.of(one), 0)))
                        .evolve(handed);
        Link link = session.link(new LinkId("7")).orElseThrow();
        assertThat(link.seat()).isEqualTo(bea);
        assertThat(link.language(ana)).isEqualTo("ka");
        assertThat(link.language(bea)).isEqualTo("fr");
        assertThat(link.after(ana)).contains(new SeatCommand.HandSeat(ana, bea, 5));
        assertThat(link.after(bea)).isEmpty();
        assertThat(session.whereIs(bea)).contains(group);
        assertThat(session.whereIs(ana)).contains(new RoomId("r"));
        assertThat(session.whereabouts().leads(bea, group)).isTrue();
        assertThat(session.whereabouts().leads(ana, group)).isFalse();
    }
}
