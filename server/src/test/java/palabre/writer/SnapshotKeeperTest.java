package palabre.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palabre.codec.EventCodec;
import palabre.core.Decision;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.log.CommandKey;
import palabre.log.Draft;
import palabre.log.LogId;
import palabre.log.MemoryLog;
import palabre.log.Snapshot;

class SnapshotKeeperTest {
    private static final LogId ID = LogId.of(new SessionId("s"), new RoomId("r"));
    private static final long BOUND_S = 30;

    private final Vertx vertx = Vertx.vertx();
    private final Context context = ((VertxInternal) vertx).createEventLoopContext();
    private final MemoryLog log = new MemoryLog(() -> "e");
    private final Slow slow = new Slow();
    private final SnapshotKeeper<String> keeper = new SnapshotKeeper<>(context, log, ID, slow);

    /** A state that takes until it is told to be written. */
    private static final class Slow implements Aggregate<String, String, String> {
        final ConcurrentLinkedQueue<String> written = new ConcurrentLinkedQueue<>();
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);
        final AtomicInteger onLoop = new AtomicInteger();

        @Override
        public String empty() {
            return "";
        }

        @Override
        public Decision<String> decide(String state, SeatId actor, String command, long atMs) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String evolve(String state, String event, long atMs) {
            return event;
        }

        @Override
        public EventCodec<String> events() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> fold() {
            return Optional.of("f");
        }

        @Override
        public byte[] write(String state) {
            onLoop.addAndGet(Context.isOnEventLoopThread() ? 1 : 0);
            begun.countDown();
            try {
                assertThat(go.await(BOUND_S, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            written.add(state);
            return state.getBytes(StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void begin() {
        Draft events = new Draft(new CommandKey(new SeatId("1"), "a"), "", 1, 3_000, new byte[0]);
        assertThat(log.append(ID, log.head(ID).result(), events).succeeded()).isTrue();
    }

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void keep(String state, long seq) {
        context.runOnContext(_ -> keeper.keep(new SnapshotKeeper.Due<>(state, seq)));
    }

    /** Whether the last one that is kept is that of this event, before long. */
    private boolean lastIs(long seq) throws InterruptedException {
        for (int i = 0; i < BOUND_S * 200; i++) {
            Optional<Snapshot> last = log.latestSnapshot(ID).result();
            if (last.filter(s -> s.seq() == seq).isPresent()) {
                return true;
            }
            Thread.sleep(5);
        }
        return false;
    }

    @Test
    void theLoopGoesOnWhileOneIsWrittenAndTheNewestOfThoseThatCameIsNext() throws Exception {
        keep("first", 1_000);
        assertThat(slow.begun.await(BOUND_S, TimeUnit.SECONDS)).isTrue();
        CountDownLatch loopIsFree = new CountDownLatch(1);
        keep("second", 2_000);
        keep("third", 3_000);
        context.runOnContext(_ -> loopIsFree.countDown());
        assertThat(loopIsFree.await(BOUND_S, TimeUnit.SECONDS)).isTrue();
        slow.go.countDown();
        assertThat(lastIs(3_000)).isTrue();
        assertThat(List.copyOf(slow.written)).containsExactly("first", "third");
        assertThat(slow.onLoop).hasValue(0);
    }
}
