package palabre.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import palabre.core.PartId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;

/** What every log promises, for each part of a room alike. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"main", "note-1"})
abstract class EventLogContract {
    static final SessionId SESSION = new SessionId("s1");
    static final LogId OTHER = LogId.of(new SessionId("s2"), new RoomId("r2"));

    @Parameter String part = "main";

    EventLog log;
    LogId room;

    abstract EventLog open();

    @BeforeEach
    void start() {
        room = LogId.of(SESSION, new RoomId("r1"), new PartId(part));
        log = open();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    static <T> T get(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LogFailure failure) {
                throw failure;
            }
            throw new AssertionError(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    static Draft draft(String id, int events) {
        byte[] payload = ("payload of " + id).getBytes(StandardCharsets.UTF_8);
        return new Draft(new CommandKey(new SeatId("7"), id), "hash of " + id, 5, events, payload);
    }

    Head done(LogId id, Head expected, Draft draft) {
        Appended appended = get(log.append(id, expected, draft));
        assertThat(appended).isInstanceOf(Appended.Done.class);
        return ((Appended.Done) appended).head();
    }

    @Test
    void aNewLogBeginsAtZero() {
        Head head = get(log.head(room));
        assertThat(head.seq()).isZero();
        assertThat(head.records()).isZero();
        assertThat(get(log.head(room))).isEqualTo(head);
    }

    @Test
    void numbersAreDenseAndCountEvents() {
        Head head = done(room, get(log.head(room)), draft("a", 2));
        assertThat(head.seq()).isEqualTo(2);
        assertThat(done(room, head, draft("b", 1)).seq()).isEqualTo(3);
        List<LogRecord> records = get(log.read(room, 0, 100)).records();
        assertThat(records).extracting(LogRecord::lastSeq).containsExactly(2L, 3L);
        assertThat(records).extracting(LogRecord::firstSeq).containsExactly(1L, 3L);
    }

    @Test
    void payloadsComeBackAsTheyWere() {
        done(room, get(log.head(room)), draft("a", 1));
        assertThat(get(log.read(room, 0, 100)).records().getFirst().payload())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("payload of a");
    }

    @Test
    void shortAndLongPayloadsOfAnyBytesComeBackAsTheyWere() {
        Random random = new Random(11);
        Head head = get(log.head(room));
        List<byte[]> kept = new ArrayList<>();
        for (int length : new int[] {0, 1, 40, 32_767, 32_768, 700_000}) {
            for (int first : new int[] {0, 1, '{', 'x'}) {
                byte[] bytes = new byte[length];
                if (random.nextBoolean()) {
                    random.nextBytes(bytes); // else zeros, which compress well
                }
                if (length > 0) {
                    bytes[0] = (byte) first;
                }
                kept.add(bytes);
                CommandKey key = new CommandKey(new SeatId("7"), "p" + kept.size());
                head = done(room, head, new Draft(key, "h", 5, 1, bytes));
                get(log.snapshot(room, new Snapshot(head.seq(), "f", bytes)));
                assertThat(get(log.latestSnapshot(room)).orElseThrow().payload()).isEqualTo(bytes);
            }
        }
        assertThat(get(log.read(room, 0, 100)).records())
                .extracting(LogRecord::payload)
                .containsExactlyElementsOf(kept);
    }

    @Test
    void anAppendThatExpectsAnotherHeadWritesNothing() {
        Head start = get(log.head(room));
        Head head = done(room, start, draft("a", 1));
        assertThat(get(log.append(room, start, draft("b", 1))))
                .isEqualTo(new Appended.Conflict(head));
        assertThat(get(log.head(room))).isEqualTo(head);
    }

    @Test
    void aCommandIsAppendedOnce() {
        Head head = done(room, get(log.head(room)), draft("a", 1));
        head = done(room, head, draft("b", 1));
        assertThat(get(log.append(room, head, draft("a", 1))))
                .isEqualTo(new Appended.Duplicate(new Outcome("hash of a", 1)));
        assertThat(get(log.head(room))).isEqualTo(head);
    }

    @Test
    void theSameIdOfAnotherSeatIsAnotherCommand() {
        Head head = done(room, get(log.head(room)), draft("a", 1));
        Draft other = new Draft(new CommandKey(new SeatId("8"), "a"), "hash", 5, 1, new byte[] {1});
        assertThat(done(room, head, other).seq()).isEqualTo(2);
    }

    @Test
    void whatBecameOfACommandIsFound() {
        Head head = done(room, get(log.head(room)), draft("a", 1));
        done(room, head, draft("b", 0));
        assertThat(get(log.find(room, draft("b", 0).key()))).contains(new Outcome("hash of b", 1));
        assertThat(get(log.find(room, draft("c", 0).key()))).isEmpty();
        assertThat(get(log.find(OTHER, draft("a", 0).key()))).isEmpty();
    }

    @Test
    void anAppendWithoutEventsIsARecordAllTheSame() {
        Head start = get(log.head(room));
        Head head = done(room, start, draft("a", 0));
        assertThat(head).isEqualTo(new Head(start.epoch(), 0, 1));
        assertThat(get(log.append(room, start, draft("b", 1))))
                .isInstanceOf(Appended.Conflict.class);
    }

    @Test
    void aPageNeverSplitsARecord() {
        Head head = done(room, get(log.head(room)), draft("a", 3));
        head = done(room, head, draft("b", 3));
        done(room, head, draft("c", 3));
        Page page = get(log.read(room, 0, 4));
        assertThat(page.records()).extracting(LogRecord::lastSeq).containsExactly(3L);
        assertThat(page.end()).isFalse();
        Page rest = get(log.read(room, 3, 100));
        assertThat(rest.records()).extracting(LogRecord::lastSeq).containsExactly(6L, 9L);
        assertThat(rest.end()).isTrue();
    }

    @Test
    void aFollowerGetsEverythingOnceAndInOrder() throws InterruptedException {
        Head head = get(log.head(room));
        for (int i = 0; i < 50; i++) {
            head = done(room, head, draft("before" + i, 1));
        }
        BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
        try (Subscription _ = log.subscribe(room, 10, r -> seen.add(r.lastSeq()))) {
            for (int i = 0; i < 50; i++) {
                head = done(room, head, draft("after" + i, 1));
            }
            for (long seq = 11; seq <= 100; seq++) {
                assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(seq);
            }
        }
        done(room, head, draft("unseen", 1));
        assertThat(seen).isEmpty();
    }

    @Test
    void theLatestSnapshotCounts() {
        done(room, get(log.head(room)), draft("a", 3));
        get(log.snapshot(room, new Snapshot(1, "f", new byte[] {1})));
        get(log.snapshot(room, new Snapshot(3, "f", new byte[] {3})));
        Snapshot latest = get(log.latestSnapshot(room)).orElseThrow();
        assertThat(latest.seq()).isEqualTo(3);
        assertThat(latest.payload()).containsExactly(3);
        assertThat(get(log.latestSnapshot(OTHER))).isEmpty();
    }

    @Test
    void logsAreListed() {
        get(log.head(room));
        get(log.head(OTHER));
        assertThat(get(log.logs())).containsExactlyInAnyOrder(room, OTHER);
    }

    @Test
    void eachPartOfARoomHasNumbersAndCommandsOfItsOwn() {
        LogId neighbour = room.of(new PartId("note-2"));
        Head mine = done(room, get(log.head(room)), draft("a", 3));
        Head other = done(neighbour, get(log.head(neighbour)), draft("a", 1));
        done(neighbour, other, draft("b", 1));
        get(log.snapshot(room, new Snapshot(3, "f", new byte[] {3})));
        assertThat(get(log.head(room))).isEqualTo(mine);
        assertThat(get(log.head(neighbour)).seq()).isEqualTo(2);
        assertThat(get(log.read(room, 0, 9)).records()).hasSize(1);
        assertThat(get(log.read(neighbour, 0, 9)).records()).hasSize(2);
        assertThat(get(log.find(room, draft("b", 1).key()))).isEmpty();
        assertThat(get(log.latestSnapshot(neighbour))).isEmpty();
        assertThat(get(log.logs())).containsExactlyInAnyOrder(room, neighbour);
    }

    @Test
    void nothingIsLeftOfAnyPartOfAnErasedSession() {
        LogId neighbour = room.of(new PartId("captions"));
        done(room, get(log.head(room)), draft("a", 1));
        done(neighbour, get(log.head(neighbour)), draft("a", 1));
        done(OTHER, get(log.head(OTHER)), draft("a", 1));
        get(log.erase(new Erasure(SESSION, 5, "by the test")));
        assertThat(get(log.logs())).containsExactly(OTHER);
    }

    @Test
    void anErasedSessionCannotBeRead() {
        done(room, get(log.head(room)), draft("a", 1));
        done(OTHER, get(log.head(OTHER)), draft("a", 1));
        get(log.erase(new Erasure(SESSION, 5, "by the test")));
        assertThat(get(log.logs())).containsExactly(OTHER);
        assertThat(get(log.read(OTHER, 0, 10)).records()).hasSize(1);
    }

    @Test
    void manyWritersAtOnceAndNothingIsLostOrMixed() {
        Random random = new Random(42);
        List<LogId> logs = new ArrayList<>();
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LogId id = LogId.of(SESSION, new RoomId("many-" + i));
            logs.add(id);
            heads.add(get(log.head(id)));
        }
        List<Future<Appended>> appends = new ArrayList<>();
        int[] appended = new int[8];
        for (int i = 0; i < 2_000; i++) {
            int k = random.nextInt(8);
            int events = random.nextInt(3);
            appends.add(log.append(logs.get(k), heads.get(k), draft("c" + i, events)));
            heads.set(k, heads.get(k).after(events));
            appended[k]++;
        }
        get(Future.all(appends));
        assertThat(appends).allMatch(f -> f.result() instanceof Appended.Done);
        for (int k = 0; k < 8; k++) {
            assertThat(get(log.head(logs.get(k)))).isEqualTo(heads.get(k));
            assertThat(heads.get(k).records()).isEqualTo(appended[k]);
            long seq = 0;
            for (LogRecord r : get(log.read(logs.get(k), 0, 10_000)).records()) {
                assertThat(r.firstSeq()).isEqualTo(seq + 1);
                seq = r.lastSeq();
            }
            assertThat(seq).isEqualTo(heads.get(k).seq());
        }
    }
}
