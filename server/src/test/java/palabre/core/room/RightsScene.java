package palabre.core.room;

import static palabre.testing.On.on;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.LinkId;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.agenda.AgendaEvent;
import palabre.core.coordination.CoordinationCommand;
import palabre.core.floor.ChairCause;
import palabre.core.floor.FloorEvent;
import palabre.core.lobby.LobbyEvent;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.PolicyChange;
import palabre.core.polls.PollEvent;
import palabre.core.polls.PollKind;
import palabre.core.polls.PollTerms;
import palabre.core.questions.QuestionEvent;
import palabre.core.recording.RecordingEvent;
import palabre.core.results.NextMeeting;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.results.ResultsEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatEvent;
import palabre.core.session.Asker;
import palabre.core.session.Link;
import palabre.core.session.Plan;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.core.session.SessionDecider;
import palabre.core.session.SessionEvent;
import palabre.core.session.Whereabouts;

/**
 * A meeting in which everything can be asked: somebody speaks, somebody waits, a poll is open, a
 * question was put, the lobby has people, groups are at work. So whatever is refused is refused
 * because of who asks.
 */
final class RightsScene {
    /** Who asks. */
    enum Who {
        MODERATOR("moderator", "1", Role.MODERATOR),
        GIVEN("moderator by seat.role", "2", Role.MODERATOR),
        DEPUTY("deputy", "3", Role.DEPUTY),
        LEAD("lead of a group", "4", Role.DEPUTY),
        SECRETARY("secretary", "5", Role.SECRETARY),
        STEWARD("steward", "6", Role.STEWARD),
        PARTICIPANT("participant", "7", Role.PARTICIPANT),
        CAPTIONER("captioner", "8", Role.CAPTIONER),
        OBSERVER("observer", "9", Role.OBSERVER),
        SERVER("server", "server", Role.OBSERVER),
        NOBODY("no seat", "99", Role.OBSERVER);

        final String title;
        private final String id;
        final Role role;

        Who(String title, String seat, Role role) {
            this.title = title;
            this.id = seat;
            this.role = role;
        }

        SeatId seat() {
            return new SeatId(id);
        }
    }

    /** Who presides: a moderator, a deputy, nobody. */
    enum Chair {
        MODERATOR,
        DEPUTY,
        NOBODY
    }

    /** More than a minute after the mode was proposed. */
    private static final long NOW_MS = 100_000;

    static final RoomId PLENARY = new RoomId("plenary");
    static final RoomId GROUP = new RoomId("group");
    static final RoomId OTHERS = new RoomId("others");
    private static final SessionId ID = new SessionId("s");
    private static final String[] SPEAKER = {"20", "21", "22"};

    private RightsScene() {}

    /** The answer to this person while this one presides: empty when it is done. */
    static Optional<Code> answer(Who who, Chair chair, RightsSample sample) {
        Room room = room(who, chair);
        for (RoomEvent event : sample.before(who.seat())) {
            room = RoomScript.after(room, event, NOW_MS);
        }
        RoomCommand command = sample.command(who.seat());
        if (command instanceof RoomCommand.OnCoordination(CoordinationCommand c)) {
            return RoomDecider.mayNot(room, who.seat(), command)
                    .or(() ->
                            refusal(
                                    new SessionDecider(session(c))
                                            .decide(conducted(room(who, chair), who, c))));
        }
        return refusal(RoomDecider.decide(room, who.seat(), command, NOW_MS));
    }

    private static <E> Optional<Code> refusal(Decision<E> decision) {
        return decision instanceof Decision.Refused<E> r ? Optional.of(r.code()) : Optional.empty();
    }

    private static SessionCommand conducted(Room room, Who who, CoordinationCommand command) {
        Asker by =
                new Asker(
                        who.seat(),
                        who == Who.LEAD ? GROUP : PLENARY,
                        who.role,
                        Presiding.acts(room, who.seat()));
        return switch (command) {
            case CoordinationCommand.OpenGroups _ ->
                    new SessionCommand.OpenGroups(by, List.of(), breakout());
            case CoordinationCommand.CallBack _ ->
                    new SessionCommand.CallBack(by.from(), Optional.of(by));
            case CoordinationCommand.CloseLink c ->
                    new SessionCommand.CloseLink(c.link(), Optional.of(by));
            case CoordinationCommand.MovePeople c ->
                    new SessionCommand.Place(by, Map.of(c.seats().getFirst(), c.room()));
        };
    }

    private static Whereabouts.Breakout breakout() {
        Whereabouts.Group group =
                new Whereabouts.Group(
                        GROUP,
                        List.of(Who.LEAD.seat(), new SeatId("21")),
                        Optional.of(Who.LEAD.seat()));
        return new Whereabouts.Breakout(PLENARY, List.of(group), 0);
    }

    private static Session session(CoordinationCommand command) {
        Session session =
                Session.empty(ID)
                        .evolve(new SessionEvent.SessionPlanned(Plan.NONE))
                        .evolve(new SessionEvent.RoomAdded(charter(PLENARY)))
                        .evolve(new SessionEvent.RoomAdded(charter(OTHERS)));
        for (Who who : Who.values()) {
            session =
                    session.evolve(link(who.seat().value(), Link.Kind.PERSONAL, PLENARY, who.role));
        }
        for (String speaker : SPEAKER) {
            session = session.evolve(link(speaker, Link.Kind.PERSONAL, PLENARY, Role.PARTICIPANT));
        }
        session =
                session.evolve(link("30", Link.Kind.SHARED, PLENARY, Role.PARTICIPANT))
                        .evolve(link("40", Link.Kind.PERSONAL, OTHERS, Role.PARTICIPANT));
        session =
                session.evolve(new SessionEvent.RoomAdded(charter(GROUP)))
                        .evolve(new SessionEvent.GroupsOpened(breakout()));
        return command instanceof CoordinationCommand.OpenGroups
                ? session.evolve(new SessionEvent.GroupsCalledBack(Optional.empty()))
                : session;
    }

    private static SessionEvent link(String id, Link.Kind kind, RoomId room, Role role) {
        return new SessionEvent.LinkAdded(
                Link.of(new LinkId(id), kind, room, Person.named("P" + id, role)));
    }

    private static Charter charter(RoomId room) {
        return new Charter(room, ID, "Room", Access.CLOSED, true);
    }

    /**
     * Where the lead asks is the group's room; everybody is there too, so that all else is equal.
     */
    private static Room room(Who asks, Chair chair) {
        Room room = Room.empty(charter(asks == Who.LEAD ? GROUP : PLENARY).asMain());
        for (Who who : Who.values()) {
            if (who != Who.NOBODY && who != Who.SERVER) {
                Role came = who == Who.GIVEN ? Role.PARTICIPANT : who.role;
                room = then(room, joined(who.seat().value(), came, Optional.empty()));
            }
        }
        room = then(room, on(new SeatEvent.RoleChanged(Who.GIVEN.seat(), Role.MODERATOR)));
        for (String speaker : SPEAKER) {
            room = then(room, joined(speaker, Role.PARTICIPANT, Optional.empty()));
        }
        Optional<SeatId> keeper = Optional.of(Who.STEWARD.seat());
        room = then(room, joined("onsite-1", Role.PARTICIPANT, keeper));
        room = then(room, joined("onsite-2", Role.PARTICIPANT, keeper));
        room = then(room, joined("10", Role.MODERATOR, Optional.empty()));
        return presiding(atWork(room), asks, chair);
    }

    private static RoomEvent joined(String seat, Role role, Optional<SeatId> keeper) {
        return on(
                new SeatEvent.SeatJoined(
                        new SeatId(seat),
                        new Person("P" + seat, role, "Gabon", "", "Hall"),
                        keeper));
    }

    private static Room presiding(Room room, Who asks, Chair chair) {
        SeatId deputy = asks == Who.LEAD ? Who.LEAD.seat() : Who.DEPUTY.seat();
        return switch (chair) {
            case MODERATOR ->
                    then(
                            room,
                            on(new FloorEvent.ChairTaken(Who.MODERATOR.seat(), ChairCause.CAME)));
            case DEPUTY -> then(room, on(new FloorEvent.ChairTaken(deputy, ChairCause.GIVEN)));
            case NOBODY -> room;
        };
    }

    private static Room atWork(Room start) {
        Room room = start;
        FloorPolicy budgeted = PolicyChange.NONE.applied(FloorPolicy.DEFAULT);
        List<RoomEvent> events =
                List.of(
                        requested(1, "20"),
                        on(new FloorEvent.FloorGranted(new RequestId(1), 180_000)),
                        requested(2, "onsite-1"),
                        on(new AgendaEvent.ItemAdded(1, "A", 600_000)),
                        on(new AgendaEvent.ItemAdded(2, "B", 600_000)),
                        on(new AgendaEvent.ItemAdded(3, "C", 600_000)),
                        on(new FloorEvent.ItemStarted("A", 600_000, budgeted, 1)),
                        on(
                                new PollEvent.PollOpened(
                                        1,
                                        new PollTerms(
                                                "Q?",
                                                PollKind.SINGLE,
                                                List.of("a", "b"),
                                                false,
                                                false))),
                        on(new QuestionEvent.QuestionPut(1, new SeatId("22"), "P", "why")),
                        on(new QuestionEvent.QuestionPut(2, new SeatId("22"), "P", "how")),
                        on(new QuestionEvent.QuestionPublished(2, "P", "how")),
                        on(
                                new ResultsEvent.ResultNoted(
                                        new Result(
                                                1, ResultKind.ACTION, "do", "", "", false, false))),
                        on(
                                new ResultsEvent.ResultNoted(
                                        new Result(
                                                2,
                                                ResultKind.KEY_POINT,
                                                "so",
                                                "",
                                                "",
                                                false,
                                                false))),
                        on(new ResultsEvent.NextSet(NextMeeting.NEVER)),
                        on(new LobbyEvent.LobbyOpened()),
                        on(
                                new LobbyEvent.LobbyEntered(
                                        new SeatId("50-a"), Person.named("W", Role.PARTICIPANT))),
                        on(new RecordingEvent.ModeProposed(false)));
        for (RoomEvent event : events) {
            room = then(room, event);
        }
        return room;
    }

    private static RoomEvent requested(long number, String seat) {
        return RoomScript.requested(number, new SeatId(seat));
    }

    private static Room then(Room room, RoomEvent event) {
        return RoomScript.after(room, event, 1_000);
    }
}
