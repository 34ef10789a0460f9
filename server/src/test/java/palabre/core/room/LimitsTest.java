package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.testing.On.on;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import palabre.codec.CommandCodec;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.agenda.AgendaCommand;
import palabre.core.agenda.AgendaEvent;
import palabre.core.contacts.ContactCommand;
import palabre.core.contacts.ContactEvent;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.lobby.LobbyEvent;
import palabre.core.policy.RequestKind;
import palabre.core.polls.PollCommand;
import palabre.core.polls.PollEvent;
import palabre.core.polls.PollKind;
import palabre.core.polls.PollTerms;
import palabre.core.questions.QuestionCommand;
import palabre.core.questions.QuestionEvent;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.results.ResultsCommand;
import palabre.core.results.ResultsEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.core.session.SessionDecider;
import palabre.core.session.SessionEvent;

/**
 * Walks up to each limit of a room and one step beyond; what a carrier bounds is walked in
 * LimitsServedTest.
 */
class LimitsTest {
    private static final SessionId SESSION = new SessionId("s");
    private static final Ask SPEECH = Ask.of(RequestKind.SPEECH);

    /** Somebody's act in a room where so many are there already. */
    private record Act(SeatId actor, RoomCommand command) {}

    private static Room with(int count, IntFunction<RoomEvent> event) {
        Room room = RoomScript.given().room();
        for (int i = 0; i < count; i++) {
            room = room.evolve(event.apply(i), 1_000);
        }
        return room;
    }

    private static SeatId guest(int i) {
        return new SeatId("9-guest" + i);
    }

    private static RoomEvent joins(SeatId seat) {
        return on(new SeatEvent.SeatJoined(seat, Person.named("G", Role.PARTICIPANT)));
    }

    private static RoomEvent asks(int id, SeatId seat) {
        return on(new QuestionEvent.QuestionPut(id, seat, "G", "Why?"));
    }

    /** As good as full: the act fits in once and no more. */
    private static void walk(Limit limit, Room almost, Act act, Act again, Act others) {
        Decision<RoomEvent> fits = RoomDecider.decide(almost, act.actor, act.command, 2_000);
        assertThat(fits).as("%s at the limit", limit).isInstanceOf(Decision.Accepted.class);
        Room full = almost;
        for (RoomEvent event : ((Decision.Accepted<RoomEvent>) fits).events()) {
            full = full.evolve(event, 2_000);
        }
        assertThat(RoomDecider.decide(full, again.actor, again.command, 3_000))
                .as("%s beyond", limit)
                .isEqualTo(new Decision.Refused<RoomEvent>(Code.valueOf(limit.beyond())));
        assertThat(RoomDecider.decide(full, others.actor, others.command, 3_000))
                .as("%s: others go on", limit)
                .isInstanceOf(Decision.Accepted.class);
    }

    private static Charter charter(String room) {
        return new Charter(new RoomId(room), SESSION, "Room", Access.OPEN, true);
    }

    private static Link link(int i) {
        Person person = Person.named("P", Role.PARTICIPANT);
        return Link.of(
                new LinkId(Integer.toString(i)), Link.Kind.PERSONAL, new RoomId("room-0"), person);
    }

    /** The same of a session, where one is added after the other. */
    private static void walk(
            Limit limit, IntFunction<SessionEvent> there, IntFunction<SessionCommand> adds) {
        Session session = Session.empty(SESSION);
        if (limit == Limit.SESSION_LINKS) {
            session = session.evolve(new SessionEvent.RoomAdded(charter("room-0")));
        }
        for (int i = 0; i < limit.most() - 1; i++) {
            session = session.evolve(there.apply(i));
        }
        assertThat(new SessionDecider(session).decide(adds.apply(limit.most() - 1)))
                .as("%s at the limit", limit)
                .isInstanceOf(Decision.Accepted.class);
        Session full = session.evolve(there.apply(limit.most() - 1));
        assertThat(new SessionDecider(full).decide(adds.apply(limit.most())))
                .as("%s beyond", limit)
                .isEqualTo(new Decision.Refused<SessionEvent>(Code.valueOf(limit.beyond())));
        assertThat(new SessionDecider(full).decide(new SessionCommand.Retitle("Film")))
                .as("%s: the rest goes on", limit)
                .isInstanceOf(Decision.Accepted.class);
    }

    private static Act queues(SeatId actor, int i) {
        return new Act(actor, on(new FloorCommand.QueueOnSite("N" + i, "", "Libreville", SPEECH)));
    }

    private static final Act ASKS = new Act(BEN, on(new QuestionCommand.PutQuestion("Why?")));
    private static final Act SPEAKS =
            new Act(BEN, on(new FloorCommand.RequestFloor(SPEECH, Optional.empty())));

    @ParameterizedTest
    @EnumSource(Limit.class)
    void uptoItAllIsWellAndBeyondItIsRefusedAndOthersGoOn(Limit limit) throws Unreadable {
        int most = limit.most();
        Person person = Person.named("G", Role.PARTICIPANT);
        RoomCommand byLink = on(new SeatCommand.TakeSeat(person, false, true));
        RoomCommand byName = on(new SeatCommand.TakeSeat(person, true, true));
        switch (limit) {
            case SEATS -> {
                int there = RoomScript.peopled().seats().size();
                walk(
                        limit,
                        with(most - there - 1, i -> joins(guest(i))),
                        new Act(new SeatId("8-a"), byLink),
                        new Act(new SeatId("8-b"), byLink),
                        new Act(new SeatId("7"), byName));
            }
            case LOBBY -> {
                Room room =
                        with(most - 1, i -> on(new LobbyEvent.LobbyEntered(guest(i), person)))
                                .evolve(on(new LobbyEvent.LobbyOpened()), 1_000);
                walk(
                        limit,
                        room,
                        new Act(new SeatId("8-a"), byLink),
                        new Act(new SeatId("8-b"), byLink),
                        new Act(new SeatId("7"), byName));
            }
            case ON_SITE -> {
                Person onSite = new Person("S", Role.PARTICIPANT, "", "", "Libreville");
                Room room =
                        with(
                                most - 1,
                                i ->
                                        on(
                                                new SeatEvent.SeatJoined(
                                                        new SeatId("onsite-x" + i),
                                                        new Person(
                                                                "S" + i,
                                                                onSite.role(),
                                                                "",
                                                                "",
                                                                onSite.site()),
                                                        Optional.of(CHAIR))));
                walk(limit, room, queues(CHAIR, 1), queues(CHAIR, 2), SPEAKS);
            }
            case WAITING ->
                    walk(
                            limit,
                            with(most - 1, i -> RoomScript.requested(i + 1L, guest(i))),
                            SPEAKS,
                            new Act(ANA, SPEAKS.command),
                            ASKS);
            case HELD -> {
                Room room =
                        with(
                                most - 1,
                                i ->
                                        on(
                                                new FloorEvent.FloorRequested(
                                                        RoomScript.no(i + 1L),
                                                        guest(i),
                                                        CHAIR,
                                                        SPEECH,
                                                        Optional.empty())));
                walk(limit, room, queues(CHAIR, 1), queues(CHAIR, 2), SPEAKS);
            }
            case QUESTIONS_OF_SEAT ->
                    walk(
                            limit,
                            with(most - 1, i -> asks(i + 1, ANA)),
                            new Act(ANA, ASKS.command),
                            new Act(ANA, ASKS.command),
                            ASKS);
            case QUESTIONS_OF_LINK -> {
                Room room =
                        with(most - 1, i -> asks(i + 1, guest(i)))
                                .evolve(joins(guest(most)), 1_000)
                                .evolve(joins(guest(most + 1)), 1_000);
                walk(
                        limit,
                        room,
                        new Act(guest(most), ASKS.command),
                        new Act(guest(most + 1), ASKS.command),
                        ASKS);
            }
            case QUESTIONS ->
                    walk(
                            limit,
                            with(most - 1, i -> asks(i + 1, new SeatId(i + 100 + "-g"))),
                            ASKS,
                            new Act(ANA, ASKS.command),
                            SPEAKS);
            case RESULTS -> {
                RoomCommand note =
                        on(
                                new ResultsCommand.NoteResult(
                                        Optional.empty(), ResultKind.KEY_POINT, "Text", "", ""));
                Room room =
                        with(
                                most - 1,
                                i ->
                                        on(
                                                new ResultsEvent.ResultNoted(
                                                        new Result(
                                                                i + 1,
                                                                ResultKind.KEY_POINT,
                                                                "Text",
                                                                "",
                                                                "",
                                                                false,
                                                                false))));
                walk(limit, room, new Act(CHAIR, note), new Act(CHAIR, note), ASKS);
            }
            case POLLS -> {
                PollTerms terms = new PollTerms("Again?", PollKind.RATING, List.of(), false, false);
                Act opens = new Act(CHAIR, on(new PollCommand.OpenPoll(terms)));
                Room room = with(most - 1, i -> on(new PollEvent.PollOpened(i + 1, terms)));
                walk(limit, room, opens, opens, ASKS);
            }
            case AGENDA_ITEMS -> {
                Act adds = new Act(CHAIR, on(new AgendaCommand.AddItem("More", 0)));
                Room room = with(most - 1, i -> on(new AgendaEvent.ItemAdded(i + 1, "Item", 0)));
                walk(limit, room, adds, adds, ASKS);
            }
            case CONTACTS -> {
                Room room = with(most - 1, i -> on(new ContactEvent.ContactWanted(ANA, guest(i))));
                walk(
                        limit,
                        room,
                        new Act(ANA, on(new ContactCommand.WantContact(BEN))),
                        new Act(ANA, on(new ContactCommand.WantContact(CHAIR))),
                        new Act(BEN, on(new ContactCommand.WantContact(ANA))));
            }
            case POLL_OPTIONS ->
                    read(
                            limit,
                            n ->
                                    "\"do\":\"poll.open\",\"question\":\"Q\",\"kind\":\"single\",\"options\":["
                                            + numbered(n, i -> "\"o" + i + "\"")
                                            + "]");
            case GROUPS ->
                    read(
                            limit,
                            n ->
                                    "\"do\":\"groups.open\",\"groups\":["
                                            + numbered(n, i -> "{\"title\":\"g" + i + "\"}")
                                            + "]");
            case SESSION_ROOMS ->
                    walk(
                            limit,
                            i -> new SessionEvent.RoomAdded(charter("room-" + i)),
                            i -> new SessionCommand.AddRoom(charter("room-" + i)));
            case SESSION_LINKS ->
                    walk(
                            limit,
                            i -> new SessionEvent.LinkAdded(link(i)),
                            i -> new SessionCommand.AddLink(link(i)));
            case PLAN_ENTRIES,
                    STREAMS,
                    PARTS_FOLLOWED,
                    COMMANDS_AT_ONCE,
                    COMMANDS_IN_REQUEST,
                    MESSAGES_AT_ONCE,
                    FRAMES_AT_ONCE,
                    MESSAGE_BYTES,
                    JOINS_AT_ONCE,
                    ATTEMPTS_AT_ONCE,
                    STRANGER_SOCKETS,
                    STRANGER_FRAMES,
                    STRANGER_CONNECTIONS,
                    LARGE_BODIES,
                    PEOPLE_IN_FILE,
                    FILES_AT_ONCE -> {}
        }
    }

    private static String numbered(int n, IntFunction<String> each) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < n; i++) {
            all.append(i == 0 ? "" : ",").append(each.apply(i));
        }
        return all.toString();
    }

    private static void read(Limit limit, IntFunction<String> command) throws Unreadable {
        CommandCodec.read(json(command.apply(limit.most())));
        try {
            CommandCodec.read(json(command.apply(limit.most() + 1)));
        } catch (Unreadable e) {
            assertThat(e.code()).isEqualTo(Code.valueOf(limit.beyond()));
            return;
        }
        throw new AssertionError(limit + " was passed over");
    }

    private static JsonNode json(String body) throws Unreadable {
        return Json.parse(("{\"id\":\"a\"," + body + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void questionsThatTheChairHasDismissedOrTakenUpBindNobody() {
        Room room = with(3_000, i -> asks(i + 1, new SeatId(i / 4 + 100 + "-g")));
        for (int i = 1; i <= 3_000; i++) {
            RoomEvent settled =
                    i % 2 == 0
                            ? on(new QuestionEvent.QuestionDismissed(i))
                            : on(new QuestionEvent.QuestionAnswered(i));
            room = room.evolve(settled, 1_000);
        }
        assertThat(RoomDecider.decide(room, BEN, ASKS.command, 2_000))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void strangersByOneLinkCannotCloseTheQuestionsForTheOthers() {
        Room room = RoomScript.given().room();
        for (int i = 0; i < 2_000; i++) {
            room = room.evolve(joins(guest(i)), 1_000);
            Decision<RoomEvent> put = RoomDecider.decide(room, guest(i), ASKS.command, 1_000);
            if (put instanceof Decision.Accepted<RoomEvent> a) {
                room = room.evolve(a.events().getFirst(), 1_000);
            }
        }
        assertThat(RoomDecider.decide(room, BEN, ASKS.command, 2_000))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(Set.copyOf(room.meeting().questions().all().keySet()))
                .hasSize(Limit.QUESTIONS_OF_LINK.most());
    }
}
