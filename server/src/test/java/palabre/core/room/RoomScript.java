package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.On.on;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.Sentences;
import palabre.core.SessionId;
import palabre.core.floor.Ask;
import palabre.core.floor.ChairCause;
import palabre.core.floor.Ending;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.order.SpeakingOrder;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.RequestKind;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** Sentences for tests of a room: given what happened, when somebody asks, then this follows. */
final class RoomScript {
    static final Charter CHARTER =
            new Charter(new RoomId("plenary"), new SessionId("s"), "Plenary", Access.OPEN, true);
    static final SeatId CHAIR = new SeatId("1");
    static final SeatId ANA = new SeatId("2");
    static final SeatId BEN = new SeatId("3");
    static final SeatId CAM = new SeatId("4");
    static final SeatId WATCHER = new SeatId("5");

    /** Who may be in the room beside the others. */
    static final SeatId DEE = new SeatId("8");

    private Room room;
    private Room before;
    private RoomCommand asked = on(new SeatCommand.LeaveSeat());
    private Decision<RoomEvent> decision = Decision.accepted();
    private long nowMs = 2_000;

    RoomScript(Room room) {
        this.room = room;
        this.before = room;
    }

    /** The same people in the room in which the session's agenda runs. */
    static RoomScript inMainRoom(RoomEvent... events) {
        Room room = given().room();
        return new RoomScript(
                        new Room(
                                CHARTER.asMain(),
                                room.seats(),
                                room.removed(),
                                room.rules(),
                                room.floor(),
                                room.meeting(),
                                room.doors(),
                                room.attendance()))
                .and(events);
    }

    static Room peopled() {
        Room room = Room.empty(CHARTER);
        room = seat(room, CHAIR, Role.MODERATOR);
        room = seat(room, ANA, Role.PARTICIPANT);
        room = seat(room, BEN, Role.PARTICIPANT);
        room = seat(room, CAM, Role.PARTICIPANT);
        return seat(room, WATCHER, Role.OBSERVER);
    }

    /** Somebody else who is in the room. */
    static RoomEvent joined(SeatId seat, Role role) {
        return on(new SeatEvent.SeatJoined(seat, Person.named("P" + seat, role)));
    }

    private static Room seat(Room room, SeatId seat, Role role) {
        return room.evolve(on(new SeatEvent.SeatJoined(seat, Person.named("P" + seat, role))), 0);
    }

    /** A room with a moderator, Ana, Ben and Cam, and an observer, in which this has happened. */
    static RoomScript given(RoomEvent... events) {
        Room room = peopled().evolve(on(new FloorEvent.ChairTaken(CHAIR, ChairCause.CAME)), 0);
        return new RoomScript(room).and(events);
    }

    /** This has happened too. */
    RoomScript and(RoomEvent... events) {
        for (RoomEvent event : events) {
            room = after(room, event, 1_000);
        }
        Sentences.happened(List.of(events));
        return this;
    }

    /** The room after an event, with all that follows of it by the rules. */
    static Room after(Room room, RoomEvent event, long atMs) {
        return room.evolve(RoomFacts.stated(room, event, atMs), atMs);
    }

    /** What is asked from now on is asked at this time, in milliseconds. */
    RoomScript at(long ms) {
        nowMs = ms;
        return this;
    }

    RoomScript when(SeatId actor, RoomCommand command) {
        asked = command;
        before = room;
        decision = RoomDecider.decide(room, actor, command, nowMs);
        if (decision instanceof Decision.Accepted<RoomEvent> a) {
            for (RoomEvent event : a.events()) {
                room = room.evolve(event, nowMs);
            }
        }
        return this;
    }

    void then(RoomEvent... events) {
        List<RoomEvent> stated = new ArrayList<>();
        for (RoomEvent event : events) {
            stated.add(RoomFacts.stated(before, event, nowMs));
            before = before.evolve(stated.getLast(), nowMs);
        }
        assertThat(decision).isEqualTo(new Decision.Accepted<>(stated));
        Sentences.accepted(asked, List.of(events));
    }

    void thenNothing() {
        then();
    }

    void thenRefused(Code code) {
        assertThat(decision).isEqualTo(new Decision.Refused<RoomEvent>(code));
        Sentences.refused(asked);
    }

    /** The seats in the line, first to last. */
    List<SeatId> line() {
        List<SeatId> line = new ArrayList<>();
        SpeakingOrder.line(room.floor(), room).forEach(r -> line.add(r.seat()));
        return line;
    }

    Optional<SeatId> speaker() {
        return room.floor().stage().holder().map(t -> t.request().seat());
    }

    Room room() {
        return room;
    }

    static RequestId no(long number) {
        return new RequestId(number);
    }

    static RoomEvent requested(long number, SeatId seat) {
        return on(
                new FloorEvent.FloorRequested(
                        no(number), seat, seat, Ask.of(RequestKind.SPEECH), Optional.empty()));
    }

    static RoomEvent granted(long number) {
        return on(new FloorEvent.FloorGranted(no(number), 180_000));
    }

    static RoomEvent accepted(long number) {
        return on(new FloorEvent.FloorAccepted(no(number)));
    }

    /** The rules at first, but for how long each person and each team may speak in all. */
    static FloorPolicy budgets(long personMs, long teamMs) {
        FloorPolicy d = FloorPolicy.DEFAULT;
        return new FloorPolicy(
                d.order(),
                d.tieMs(),
                d.run(),
                d.turnMs(),
                personMs,
                teamMs,
                d.warnMs(),
                d.atZero(),
                d.graceMs(),
                d.lagMs(),
                d.returnMs(),
                d.vacantMs(),
                d.runsOn(),
                d.figuresForAll());
    }

    static RoomCommand ask() {
        return ask(RequestKind.SPEECH);
    }

    static RoomCommand ask(RequestKind kind) {
        return on(new FloorCommand.RequestFloor(Ask.of(kind), Optional.empty()));
    }

    static RoomCommand next() {
        return on(new FloorCommand.NextFloor(java.util.OptionalLong.empty()));
    }

    static RoomEvent thanked(long number) {
        return on(new FloorEvent.FloorRevoked(no(number), Ending.NEXT, ""));
    }

    static RoomCommand grant(long number) {
        return on(new FloorCommand.GrantFloor(no(number), false));
    }

    static RoomCommand release() {
        return on(new FloorCommand.ReleaseFloor(Optional.empty()));
    }

    static RoomCommand release(long number) {
        return on(new FloorCommand.ReleaseFloor(Optional.of(no(number))));
    }
}
