package palabre.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.On.on;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorCommand;
import palabre.core.policy.RequestKind;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.room.RoomEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.live.RoomAggregate;
import palabre.log.LogId;
import palabre.log.MemoryLog;
import palabre.testing.FailingLog;
import palabre.testing.Seeds;

class LogWriterTest {
    private static final Charter CHARTER =
            new Charter(new RoomId("r"), new SessionId("s"), "R", Access.OPEN, true);
    private static final LogId ID = LogId.of(CHARTER.session(), CHARTER.room());
    private static final SeatId ANA = new SeatId("2");

    private Vertx vertx;
    private FailingLog log;
    private final ConcurrentLinkedQueue<Long> published = new ConcurrentLinkedQueue<>();

    /** Where the writer stood otherwise than after the event that it told. */
    private final ConcurrentLinkedQueue<Long> beside = new ConcurrentLinkedQueue<>();

    private volatile @Nullable LogWriter<Room, RoomCommand, RoomEvent> loaded;
    private LogWriter<Room, RoomCommand, RoomEvent> writer;

    static List<Long> seeds() {
        return Seeds.some(20);
    }

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        AtomicInteger epochs = new AtomicInteger();
        log = new FailingLog(new MemoryLog(() -> "e" + epochs.incrementAndGet()));
        writer = load();
        loaded = writer;
    }

    private void saw(Published<Room, RoomEvent> e) {
        LogWriter<Room, RoomCommand, RoomEvent> w = loaded;
        published.add(e.seq());
        if (w != null && (!w.state().equals(e.after()) || w.head().seq() != e.seq())) {
            beside.add(e.seq());
        }
    }

    private LogWriter<Room, RoomCommand, RoomEvent> load() {
        return get(
                new WriterLoader(log, Ticker.system())
                        .load(
                                ((VertxInternal) vertx).createEventLoopContext(),
                                ID,
                                new RoomAggregate(CHARTER),
                                this::saw));
    }

    @AfterEach
    void stop() {
        get(vertx.close());
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Future<Reply> ask(SeatId seat, String id, RoomCommand command) {
        return writer.submit(new Request<>(seat, id, command.toString(), command));
    }

    private static RoomCommand sit() {
        return on(new SeatCommand.TakeSeat(Person.named("Ana", Role.PARTICIPANT)));
    }

    /** What happens at once after a load is not seen by somebody else than who took over. */
    @Test
    void whoTakesOverDoesSoOnTheContextBeforeAnythingHappensThere() {
        for (int i = 0; i < 100; i++) {
            Context context = ((VertxInternal) vertx).createEventLoopContext();
            AtomicBoolean over = new AtomicBoolean();
            Promise<Boolean> seen = Promise.promise();
            LogId fresh = LogId.of(ID.session(), new RoomId("take-over-" + i));
            get(
                    new WriterLoader(log, Ticker.system())
                            .load(
                                    context,
                                    fresh,
                                    new RoomAggregate(CHARTER),
                                    _ -> seen.complete(over.get()),
                                    w -> {
                                        context.runOnContext(
                                                _ -> w.submit(new Request<>(ANA, "a", "", sit())));
                                        over.set(context.equals(Vertx.currentContext()));
                                        return w;
                                    }));
            assertThat(get(seen.future())).as("load " + i).isTrue();
        }
    }

    @Test
    void whatTheServerDoesOfItselfIsNoResendAndIsNotLookedUp() {
        get(ask(ANA, "sit", sit()));
        int before = log.finds();
        for (String name : List.of("Anna", "Anne")) {
            RoomCommand rename = on(new SeatCommand.Rename(name));
            assertThat(get(writer.submit(Request.ofServer(ANA, rename))))
                    .isInstanceOf(Reply.Ack.class);
        }
        assertThat(writer.head().seq()).isEqualTo(3);
        assertThat(log.finds()).isEqualTo(before);
    }

    @Test
    void aResendGetsTheSameAnswer() {
        Reply first = get(ask(ANA, "a", sit()));
        assertThat(first).isEqualTo(new Reply.Ack(1));
        assertThat(get(ask(ANA, "a", sit()))).isEqualTo(first);
        assertThat(published).containsExactly(1L);
    }

    @Test
    void twinsOnTheirWayAreOne() {
        var first = ask(ANA, "a", sit());
        var second = ask(ANA, "a", sit());
        assertThat(get(first)).isEqualTo(get(second)).isEqualTo(new Reply.Ack(1));
    }

    @Test
    void theSameIdForSomethingElseIsRefused() {
        get(ask(ANA, "a", sit()));
        assertThat(get(ask(ANA, "a", on(new SeatCommand.LeaveSeat()))))
                .isEqualTo(new Reply.Nack(Code.ID_REUSED));
    }

    @Test
    void whatTheLogCannotKeepIsRefusedAsTemporaryAndCanBeSentAgain() {
        log.failNext(1);
        assertThat(get(ask(ANA, "a", sit()))).isEqualTo(new Reply.Nack(Code.STORE_UNAVAILABLE));
        assertThat(published).isEmpty();
        assertThat(get(ask(ANA, "a", sit()))).isEqualTo(new Reply.Ack(1));
    }

    @Test
    void whatWasWrittenAlthoughTheAnswerWasLostIsFoundAgain() {
        log.loseNextAnswer();
        assertThat(get(ask(ANA, "a", sit()))).isEqualTo(new Reply.Nack(Code.STORE_UNAVAILABLE));
        assertThat(get(ask(ANA, "a", sit()))).isEqualTo(new Reply.Ack(1));
        assertThat(
                        get(
                                ask(
                                        ANA,
                                        "b",
                                        on(
                                                new FloorCommand.RequestFloor(
                                                        Ask.of(RequestKind.SPEECH),
                                                        Optional.empty())))))
                .isEqualTo(new Reply.Ack(2));
        assertThat(published).containsExactly(1L, 2L);
    }

    private static final RoomCommand ASK =
            on(new FloorCommand.RequestFloor(Ask.of(RequestKind.SPEECH), Optional.empty()));

    @Test
    void whoeverIsToldOfAnEventFindsTheStateAfterItAndNotTheEndOfTheCommand() {
        get(ask(ANA, "a", sit()));
        get(ask(ANA, "b", ASK));
        get(ask(ANA, "c", on(new SeatCommand.LeaveSeat())));
        assertThat(published).hasSizeGreaterThan(3);
        assertThat(beside).isEmpty();
    }

    @Test
    void theSameWhenItIsReadFromTheLogAfterAnAnswerWasLost() {
        get(ask(ANA, "a", sit()));
        get(ask(ANA, "b", ASK));
        log.loseNextAnswer();
        get(ask(ANA, "c", on(new SeatCommand.LeaveSeat())));
        get(ask(ANA, "c", on(new SeatCommand.LeaveSeat())));
        assertThat(published).hasSizeGreaterThan(3);
        assertThat(beside).isEmpty();
    }

    @Test
    void whatWasToldBeforeTheLogFailedAgainIsToldOnce() {
        log.loseNextAnswer();
        get(ask(ANA, "a", sit()));
        log.hideNextHead();
        assertThat(get(ask(ANA, "b", ASK))).isEqualTo(new Reply.Nack(Code.STORE_UNAVAILABLE));
        assertThat(get(ask(ANA, "b", ASK))).isEqualTo(new Reply.Ack(2));
        assertThat(published).containsExactly(1L, 2L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverFailsTheStateIsTheFoldOfTheLog(long seed) {
        Random random = new Random(seed);
        List<Future<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            if (random.nextInt(12) == 0) {
                log.failNext(1 + random.nextInt(3));
            }
            if (random.nextInt(12) == 0) {
                log.loseNextAnswer();
            }
            if (random.nextInt(12) == 0) {
                log.hideNextHead();
            }
            SeatId seat = new SeatId("s" + random.nextInt(4));
            RoomCommand command =
                    switch (random.nextInt(4)) {
                        case 0 -> sit();
                        case 1 ->
                                on(
                                        new FloorCommand.RequestFloor(
                                                Ask.of(RequestKind.SPEECH), Optional.empty()));
                        case 2 -> on(new FloorCommand.ReleaseFloor(Optional.empty()));
                        default -> on(new SeatCommand.Rename("N" + i));
                    };
            replies.add(ask(seat, "c" + random.nextInt(200), command));
            if (random.nextInt(5) == 0) {
                get(replies.getLast());
            }
        }
        log.heal();
        replies.forEach(LogWriterTest::get);
        get(ask(new SeatId("last"), "last", sit()));
        assertThat(beside).isEmpty();
        assertThat(writer.state()).isEqualTo(load().state());
        List<Long> seen = List.copyOf(published).subList(0, (int) writer.head().seq());
        for (int i = 0; i < seen.size(); i++) {
            assertThat(seen.get(i)).isEqualTo(i + 1L);
        }
    }

    @Test
    void aLongLogIsLoadedFromItsSnapshot() throws Exception {
        get(ask(ANA, "sit", sit()));
        for (int i = 0; i < 2_100; i++) {
            assertThat(get(ask(ANA, "n" + i, on(new SeatCommand.Rename("N" + i)))))
                    .isInstanceOf(Reply.Ack.class);
        }
        for (int i = 0; i < 4_000 && get(log.latestSnapshot(ID)).isEmpty(); i++) {
            Thread.sleep(5); // it is written meanwhile
        }
        assertThat(get(log.latestSnapshot(ID))).isPresent();
        assertThat(load().state()).isEqualTo(writer.state());
    }
}
