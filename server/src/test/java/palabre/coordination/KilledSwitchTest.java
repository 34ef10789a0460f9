package palabre.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.On.on;
import static palabre.testing.ServerParts.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import palabre.codec.ClientCommand;
import palabre.core.SeatId;
import palabre.core.lobby.LobbyCommand;
import palabre.core.publicview.PublicViewCommand;
import palabre.core.recording.RecordingCommand;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.live.LiveRoom;
import palabre.log.EventLog;
import palabre.testing.HaltingLog;
import palabre.testing.ServerParts;
import palabre.testing.Until;
import palabre.writer.Reply;

/**
 * A room goes on or off the record, and the server is killed after every record of that. After the
 * next start the room is on the record or off it, and takes what people say; never does it stand
 * between the two.
 */
class KilledSwitchTest {
    private static final List<SeatId> PRESENT = Plenary.PEOPLE.subList(0, 3);

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        await(vertx.close().map(true));
    }

    private static Charter charter(ServerParts server) {
        return server.session(Plenary.SESSION).room(Plenary.ID).orElseThrow();
    }

    private static Room now(ServerParts server) {
        return await(Plenary.room(server).look(LiveRoom.View::room));
    }

    /** Whether the room is one part and no other, and goes on. */
    private static boolean settled(ServerParts server) {
        Room room = now(server);
        return !room.doors().ended()
                && room.charter().onRecord() == charter(server).onRecord()
                && (!charter(server).onRecord() || room.doors().part() == charter(server).part());
    }

    private static void settle(ServerParts server) {
        Until.holds("the room is one part", () -> settled(server), () -> state(server));
    }

    private static void untilOff(ServerParts server) {
        Until.holds(
                "the room is off the record",
                () -> !charter(server).onRecord(),
                () -> state(server));
    }

    private static String state(ServerParts server) {
        return "; " + charter(server) + "; " + now(server).doors() + now(server).seats();
    }

    /** What each of them sends, and sends again. */
    private static Map<SeatId, ClientCommand> asked(boolean onRecord, List<SeatId> agree) {
        Map<SeatId, ClientCommand> asked = new LinkedHashMap<>();
        asked.put(
                Plenary.MO,
                client("propose" + onRecord, on(new RecordingCommand.ProposeMode(onRecord))));
        agree.forEach(s ->
                asked.put(s, client("agree" + onRecord, on(new RecordingCommand.AgreeToMode()))));
        return asked;
    }

    private static ClientCommand client(String id, RoomCommand command) {
        return new ClientCommand(id, "1", command);
    }

    private static List<Future<Reply>> send(LiveRoom room, Map<SeatId, ClientCommand> asked) {
        asked.keySet().forEach(room::heardByPage);
        List<Future<Reply>> answers = new ArrayList<>();
        asked.forEach((seat, command) -> answers.add(room.submit(seat, command)));
        return answers;
    }

    /** Until it is answered; an answer of the part that follows is another. */
    private static void sendAgain(ServerParts server, SeatId seat, ClientCommand command) {
        AtomicReference<Reply> answer = new AtomicReference<>();
        Until.holds(
                "an answer that lasts",
                () -> {
                    LiveRoom room = Plenary.room(server);
                    room.heardByPage(seat);
                    answer.set(await(room.submit(seat, command)));
                    return !(answer.get() instanceof Reply.Nack n && n.code().temporary());
                },
                () -> "; " + answer);
        if (charter(server).onRecord()) {
            assertThat(answer.get()).isInstanceOf(Reply.Ack.class);
        }
    }

    /** All go off the record, with somebody who is not here. */
    private static void allOff(ServerParts server) {
        server.conducted();
        send(Plenary.room(server), asked(false, PRESENT)).forEach(ServerParts::await);
        untilOff(server);
        settle(server);
    }

    @Test
    void offTheRecordIsGoneToWhollyOrNotAtAll() {
        Map<SeatId, ClientCommand> asked = asked(false, Plenary.PEOPLE);
        boolean killed = true;
        for (int n = 0; killed; n++) {
            EventLog disk = Plenary.prepared(vertx, _ -> {});
            HaltingLog halting = new HaltingLog(disk, n);
            try (ServerParts server = new ServerParts(vertx, halting, Plenary.CLOCK)) {
                conduct(server);
                LiveRoom plenary = await(server.rooms.live(charter(server)));
                send(plenary, asked);
                killed = killed(halting, server, false);
            }
            try (ServerParts server = new ServerParts(vertx, disk, Plenary.CLOCK)) {
                server.conducted();
                settle(server);
                if (charter(server).onRecord()) {
                    assertThat(now(server).seats()).as("killed after " + n).hasSize(5);
                    asked.forEach((seat, command) -> sendAgain(server, seat, command));
                    untilOff(server);
                    settle(server);
                    assertThat(now(server).seats()).as("killed after " + n).hasSize(5);
                }
                assertThat(charter(server).part()).as("killed after " + n).isEqualTo(1);
                Plenary.comeIn(Plenary.room(server), Plenary.MO);
                assertThat(now(server).seats()).containsKey(Plenary.MO);
            }
        }
    }

    private static void conduct(ServerParts server) {
        new RoomCoordinator(vertx, server.sessions, server.rooms, Plenary.CLOCK).start();
    }

    /** Whether the server was killed before it had done all. */
    private static boolean killed(HaltingLog halting, ServerParts server, boolean onRecord) {
        Until.holds(
                "the mode is another, or the server killed",
                () -> halting.halted().isComplete() || changed(server, onRecord),
                () -> state(server));
        return halting.halted().isComplete();
    }

    private static boolean changed(ServerParts server, boolean onRecord) {
        Optional<LiveRoom> room = server.rooms.known(Plenary.ID);
        return charter(server).onRecord() == onRecord
                && room.isPresent()
                && begun(await(room.get().look(LiveRoom.View::room)), server);
    }

    private static boolean begun(Room room, ServerParts server) {
        return room.doors().part() == charter(server).part();
    }

    /** Who does not agree is not carried, and the doors stay as they were. */
    @Test
    void ontoTheRecordIsGoneToWhollyOrNotAtAll() {
        SeatId absent = Plenary.PEOPLE.getLast();
        boolean killed = true;
        for (int n = 0; killed; n++) {
            EventLog disk =
                    Plenary.prepared(
                            vertx,
                            server -> {
                                LiveRoom room = Plenary.room(server);
                                await(room.byServer(Plenary.MO, on(new LobbyCommand.OpenLobby())));
                                await(
                                        room.byServer(
                                                Plenary.MO,
                                                on(
                                                        new PublicViewCommand.SetPublicView(
                                                                true, 30_000))));
                            });
            HaltingLog halting = new HaltingLog(disk, Integer.MAX_VALUE);
            try (ServerParts server = new ServerParts(vertx, halting, Plenary.CLOCK)) {
                allOff(server);
                halting.haltAfter(n);
                send(Plenary.room(server), asked(true, PRESENT));
                killed = killed(halting, server, true);
            }
            try (ServerParts server = new ServerParts(vertx, disk, Plenary.CLOCK)) {
                server.conducted();
                settle(server);
                Room room = now(server);
                if (charter(server).onRecord()) {
                    assertThat(room.doors().lobby()).as("killed after " + n).isTrue();
                    assertThat(room.doors().publicCut()).as("killed after " + n).isTrue();
                    assertThat(room.seats()).as("killed after " + n).doesNotContainKey(absent);
                }
                Plenary.comeIn(Plenary.room(server), Plenary.MO);
                assertThat(now(server).seats()).containsKey(Plenary.MO);
            }
        }
    }
}
