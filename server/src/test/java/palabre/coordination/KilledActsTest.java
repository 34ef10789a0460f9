package palabre.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.On.on;
import static palabre.testing.ServerParts.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import palabre.codec.ClientCommand;
import palabre.core.Code;
import palabre.core.SeatId;
import palabre.core.breakouts.WorkingGroup;
import palabre.core.coordination.CoordinationCommand;
import palabre.core.recording.RecordingCommand;
import palabre.core.results.NextMeeting;
import palabre.core.results.ResultKind;
import palabre.core.results.ResultsCommand;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.session.Session;
import palabre.live.LiveRoom;
import palabre.log.EventLog;
import palabre.testing.HaltingLog;
import palabre.testing.ServerParts;
import palabre.testing.Until;
import palabre.writer.Reply;

/**
 * Acts that several logs take part in, killed after every one of their records. After the next
 * start the act has happened as a whole or not at all, and whoever sends it again gets the answer
 * that was lost.
 */
class KilledActsTest {
    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        await(vertx.close().map(true));
    }

    /** What somebody does in the plenary. */
    private interface Act {
        Future<Reply> in(RoomCoordinator coordinator, LiveRoom plenary);
    }

    @Test
    void groupsByLotOpenWhollyOrNotAtAll() {
        var open =
                new CoordinationCommand.OpenGroups(
                        List.of(group("Law"), group("Money")),
                        CoordinationCommand.Mix.BY_HAND,
                        Optional.empty(),
                        0,
                        true);
        killed(_ -> {}, conducting(open, new CoordinationCommand.CallBack()));
    }

    private static CoordinationCommand.GroupPlan group(String title) {
        int first = title.equals("Law") ? 0 : 2;
        return new CoordinationCommand.GroupPlan(title, Plenary.PEOPLE.subList(first, first + 2));
    }

    @Test
    void everybodyIsCalledBackOrNobody() {
        killed(
                server -> {
                    var open =
                            new CoordinationCommand.OpenGroups(
                                    List.of(group("Law"), group("Money")),
                                    CoordinationCommand.Mix.BY_HAND,
                                    Optional.empty(),
                                    0,
                                    true);
                    LiveRoom plenary = Plenary.room(server);
                    await(conducting("before", open).in(server.conducted(), plenary));
                },
                conducting(
                        new CoordinationCommand.CallBack(),
                        new CoordinationCommand.MovePeople(Plenary.PEOPLE, Plenary.SIDE)));
    }

    @Test
    void allAreMovedOrNobody() {
        killed(
                _ -> {},
                conducting(
                        new CoordinationCommand.MovePeople(Plenary.PEOPLE, Plenary.SIDE),
                        new CoordinationCommand.MovePeople(Plenary.PEOPLE, Plenary.ID)));
    }

    @Test
    void aSessionThatWasClosedWithItsGroupsAtWorkIsClosedInEveryRoom() {
        killed(
                server -> {
                    var open =
                            new CoordinationCommand.OpenGroups(
                                    List.of(group("Law"), group("Money")),
                                    CoordinationCommand.Mix.BY_HAND,
                                    Optional.empty(),
                                    0,
                                    true);
                    LiveRoom plenary = Plenary.room(server);
                    await(conducting("before", open).in(server.conducted(), plenary));
                    for (RoomCommand said :
                            List.of(
                                    on(new ResultsCommand.DeclareNone(ResultKind.KEY_POINT)),
                                    on(new ResultsCommand.DeclareNone(ResultKind.ACTION)),
                                    on(new ResultsCommand.SetNext(NextMeeting.NEVER)))) {
                        assertThat(await(plenary.byServer(Plenary.MO, said)))
                                .isInstanceOf(Reply.Ack.class);
                    }
                },
                new Asked(
                        (_, plenary) ->
                                plenary.submit(
                                        Plenary.MO,
                                        new ClientCommand(
                                                "act", "1", on(new ResultsCommand.CloseMeeting()))),
                        (_, plenary) ->
                                plenary.submit(
                                        Plenary.MO,
                                        new ClientCommand(
                                                "act",
                                                "2",
                                                on(new ResultsCommand.CloseMeeting())))));
    }

    @Test
    void whatEverybodyHadAgreedOnIsSettledAtTheNextStart() {
        EventLog disk = Plenary.prepared(vertx, _ -> {});
        HaltingLog halting = new HaltingLog(disk, 1 + Plenary.PEOPLE.size());
        try (ServerParts server = new ServerParts(vertx, halting, Plenary.CLOCK)) {
            LiveRoom plenary =
                    await(
                            server.rooms.live(
                                    server.session(Plenary.SESSION)
                                            .room(Plenary.ID)
                                            .orElseThrow()));
            plenary.heardByPage(Plenary.MO);
            Plenary.PEOPLE.forEach(plenary::heardByPage); // all are here, and all are asked
            plenary.byServer(Plenary.MO, on(new RecordingCommand.ProposeMode(false)));
            Plenary.PEOPLE.forEach(
                    p -> plenary.byServer(p, on(new RecordingCommand.AgreeToMode())));
            await(halting.halted());
        }
        try (ServerParts server = new ServerParts(vertx, disk, Plenary.CLOCK)) {
            server.conducted();
            Plenary.room(server);
            Until.holds(
                    "the room is off the record",
                    () ->
                            server.session(Plenary.SESSION)
                                    .room(Plenary.ID)
                                    .filter(Charter::onRecord)
                                    .isEmpty(),
                    () -> "; " + await(Plenary.room(server).look(v -> v.room().doors())));
        }
    }

    /**
     * @param act that is killed
     * @param other something else under the same id
     */
    private record Asked(Act act, Act other) {}

    private static Act conducting(String id, CoordinationCommand command) {
        return (coordinator, plenary) ->
                coordinator.carryOut(
                        plenary,
                        Plenary.MO,
                        new ClientCommand(id, command.toString(), RoomCommand.of(command)));
    }

    private static Asked conducting(CoordinationCommand command, CoordinationCommand other) {
        return new Asked(conducting("act", command), conducting("act", other));
    }

    private static void killed(Consumer<ServerParts> before, Asked asked) {
        Reply answer;
        Map<String, String> undone;
        Map<String, String> done;
        try (ServerParts server =
                new ServerParts(vertx, Plenary.prepared(vertx, before), Plenary.CLOCK)) {
            RoomCoordinator coordinator = server.conducted();
            undone = settled(server);
            answer = await(asked.act().in(coordinator, Plenary.room(server)));
            assertThat(answer).isInstanceOf(Reply.Ack.class);
            done = settled(server);
            assertThat(done).isNotEqualTo(undone);
        }
        boolean killed = true;
        for (int n = 0; killed; n++) {
            EventLog disk = Plenary.prepared(vertx, before);
            try {
                killed = killedAfter(n, disk, asked);
                try (ServerParts server = new ServerParts(vertx, disk, Plenary.CLOCK)) {
                    RoomCoordinator coordinator = server.conducted();
                    assertThat(settled(server)).isIn(undone, done);
                    assertThat(await(asked.act().in(coordinator, Plenary.room(server))))
                            .isEqualTo(answer);
                    assertThat(settled(server)).isEqualTo(done);
                    assertThat(await(asked.act().in(coordinator, Plenary.room(server))))
                            .isEqualTo(answer);
                    assertThat(await(asked.other().in(coordinator, Plenary.room(server))))
                            .isEqualTo(new Reply.Nack(Code.ID_REUSED));
                    assertThat(settled(server)).isEqualTo(done);
                }
            } catch (AssertionError e) {
                throw new AssertionError("killed after " + n + " records", e);
            }
        }
    }

    /** Whether the act had more records than that. */
    private static boolean killedAfter(int n, EventLog disk, Asked asked) {
        HaltingLog halting = new HaltingLog(disk, n);
        try (ServerParts server = new ServerParts(vertx, halting, Plenary.CLOCK)) {
            RoomCoordinator coordinator =
                    new RoomCoordinator(vertx, server.sessions, server.rooms, Plenary.CLOCK);
            coordinator.start();
            Charter plenary = server.session(Plenary.SESSION).room(Plenary.ID).orElseThrow();
            Future<LiveRoom> room = server.rooms.live(plenary);
            Future<Reply> answer =
                    room.compose(r -> r.brief(server.session(Plenary.SESSION)))
                            .compose(_ -> asked.act().in(coordinator, room.result()));
            BooleanSupplier done = () -> answer.isComplete() && quiet(server, room.result());
            Until.holds(
                    "it is done, or killed",
                    () -> halting.halted().isComplete() || done.getAsBoolean());
            return halting.halted().isComplete();
        }
    }

    /** Whether everything is done that follows from what was decided. */
    private static boolean quiet(ServerParts server, LiveRoom plenary) {
        Session session = server.session(Plenary.SESSION);
        boolean closed = await(plenary.look(v -> v.room().meeting().closed()));
        return session.whereabouts().leaving().isEmpty() && session.closed() == closed;
    }

    /** As it is once everything is done that follows from what was decided. */
    private static Map<String, String> settled(ServerParts server) {
        Until.holds("all has followed", () -> quiet(server, Plenary.room(server)));
        return picture(server);
    }

    /** Who is where, as what, and what each room knows of the others; groups by their titles. */
    private static Map<String, String> picture(ServerParts server) {
        Map<String, String> picture = new TreeMap<>();
        for (Charter charter : server.session(Plenary.SESSION).rooms().values()) {
            Room room = await(server.briefed(charter).look(LiveRoom.View::room));
            TreeSet<String> seats = new TreeSet<>();
            room.seats()
                    .values()
                    .forEach(s -> seats.add(s.id() + " " + s.person() + rules(room, s.id())));
            List<String> groups = new ArrayList<>();
            for (WorkingGroup g : room.doors().groups()) {
                groups.add(g.title() + " " + (charter.main() ? g.people() : ""));
            }
            picture.put(charter.title(), seats + " " + groups + " " + room.meeting().closed());
        }
        Session session = server.session(Plenary.SESSION);
        picture.put("closed", session.closed() + " " + session.whereabouts().leaving());
        return picture;
    }

    private static String rules(Room room, SeatId seat) {
        return room.rules().heldBy(seat) ? " accepts" : "";
    }
}
