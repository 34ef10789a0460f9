package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.On.on;
import static palabre.testing.ServerParts.await;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.codec.Json;
import palabre.codec.RoomCodec;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.coordination.CoordinationCommand;
import palabre.core.entry.RulesCommand;
import palabre.core.floor.Turn;
import palabre.core.recording.RecordingCommand;
import palabre.core.results.ResultsCommand;
import palabre.core.seats.SeatCommand;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.live.LiveRoom;
import palabre.log.EventLog;
import palabre.log.LogId;
import palabre.log.MemoryLog;
import palabre.log.sqlite.SqliteLog;
import palabre.testing.Samples;
import palabre.testing.Seeds;
import palabre.testing.ServerParts;
import palabre.writer.Ticker;

/**
 * Random sequences of commands, of everybody and of every kind. After a restart, and after the
 * session has told the room again what it says of it, the room is what it was before.
 */
class RestartTest {
    private static final SessionId SESSION = new SessionId("film");
    private static final Charter MAIN =
            new Charter(new RoomId("plenary"), SESSION, "Plenary", Access.OPEN, true).asMain();
    private static final int COMMANDS = 120;
    private static final int STRETCH = 15;

    private static final Set<Class<?>> ASKED = ConcurrentHashMap.newKeySet();

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    static List<Long> seeds() {
        return Seeds.some(30);
    }

    static List<Long> fewSeeds() {
        return Seeds.some(4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRoomIsTheSameAfterARestart(long seed) {
        try (EventLog log = new MemoryLog(() -> "e")) {
            run(seed, log);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void aRoomIsTheSameAfterARestartFromTheDisk(long seed, @TempDir Path data) {
        try (EventLog log = SqliteLog.open(data, () -> "e")) {
            run(seed, log);
        }
    }

    @AfterAll
    static void everyKindOfCommandWasAmongThem() {
        await(vertx.close().map(true));
        if (Long.getLong("palabre.seed") == null) {
            Set<Class<?>> kinds = new HashSet<>(Samples.records(RoomCommand.class));
            kinds.addAll(Samples.records(SessionCommand.class));
            kinds.removeAll(Samples.records(CoordinationCommand.class)); // never come to a room
            assertThat(ASKED).containsAll(kinds);
        }
    }

    private static void run(long seed, EventLog log) {
        Random random = new Random(seed);
        AtomicLong clock = new AtomicLong(1_000_000);
        ServerParts server = new ServerParts(vertx, log, Ticker.of(clock::get));
        List<String> last = new ArrayList<>();
        try {
            prepare(server);
            for (int i = 0; i < COMMANDS; i++) {
                clock.addAndGet(random.nextInt(5_000));
                if (random.nextInt(12) == 0) {
                    SessionCommand what = RandomSession.command(random, SESSION);
                    ASKED.add(what.getClass());
                    server.organise(SESSION, "c" + i, what);
                    server.briefed(MAIN);
                    last.add(what.toString());
                } else {
                    last.add(ask(server, random, clock.get()));
                }
                if (i % STRETCH == STRETCH - 1) {
                    server = restarted(server, log, clock);
                }
            }
        } catch (AssertionError | RuntimeException e) {
            List<String> tail = last.subList(Math.max(0, last.size() - STRETCH), last.size());
            throw new AssertionError("seed " + seed + ": " + String.join("\n", tail), e);
        } finally {
            server.close();
        }
    }

    private static void prepare(ServerParts server) {
        SessionCommand whole = RandomSession.prepare(SESSION, MAIN);
        ASKED.add(whole.getClass());
        server.organise(SESSION, "p", whole);
        LiveRoom room = server.briefed(MAIN);
        for (Link link : server.session(SESSION).links().values()) {
            SeatId seat = new SeatId(link.id().value());
            await(room.byServer(seat, on(new SeatCommand.TakeSeat(link.person(), true, true))));
        }
    }

    private static String ask(ServerParts server, Random random, long now) {
        LiveRoom live = await(server.rooms.live(MAIN));
        Room room = await(live.look(LiveRoom.View::room));
        RoomCommand what =
                random.nextBoolean()
                        ? RandomRoomTest.command(random, room, now)
                        : RandomRest.command(random, room);
        boolean servers =
                Samples.word(what) instanceof RecordingCommand.SettleMode
                        || what instanceof RoomCommand.BeginPart
                        || Samples.word(what) instanceof ResultsCommand.EndMeeting;
        SeatId who = servers ? SeatId.SERVER : new SeatId(Integer.toString(1 + random.nextInt(6)));
        boolean elsewhere =
                server.session(SESSION)
                        .whereIs(who)
                        .filter(r -> !r.equals(MAIN.room()))
                        .isPresent();
        if (elsewhere && Samples.word(what) instanceof SeatCommand.TakeSeat) {
            return who + " is elsewhere";
        }
        if (!room.rules().heldBy(who)) {
            await(live.byServer(who, on(new RulesCommand.AcceptRules(room.rules().version()))));
        }
        ASKED.add(Samples.word(what).getClass());
        return who + " " + what + ": " + await(live.byServer(who, what));
    }

    /** A turn that is measured stands still over a restart, and is told so; here nobody speaks. */
    private static ServerParts restarted(ServerParts before, EventLog log, AtomicLong clock) {
        LiveRoom live = before.briefed(MAIN);
        for (Optional<Turn> turn = turn(live); turn.isPresent(); turn = turn(live)) {
            await(live.byServer(turn.get().request().seat(), on(new SeatCommand.LeaveSeat())));
        }
        SeatId nobody = new SeatId("nobody");
        await(live.byServer(SeatId.SERVER, on(new SeatCommand.ReportPresence(nobody, true, 0))));
        Session session = before.session(SESSION);
        String was = text(live);
        var head = await(log.head(LogId.of(SESSION, MAIN.room())));
        before.close();
        ServerParts after = new ServerParts(vertx, log, Ticker.of(clock::get));
        assertThat(after.session(SESSION)).isEqualTo(session);
        assertThat(after.session(SESSION).toString()).isEqualTo(session.toString());
        assertThat(text(after.briefed(MAIN))).isEqualTo(was);
        assertThat(await(log.head(LogId.of(SESSION, MAIN.room())))).isEqualTo(head);
        return after;
    }

    private static Optional<Turn> turn(LiveRoom room) {
        return await(room.look(v -> v.room().floor().stage().holder()));
    }

    private static String text(LiveRoom room) {
        byte[] snapshot = await(room.look(v -> Json.bytes(RoomCodec.write(v.room()))));
        return new String(snapshot, StandardCharsets.UTF_8);
    }
}
