package palabre.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopWatchTest {
    private static final long WAIT_MAX_NS = TimeUnit.SECONDS.toNanos(60);

    private final Vertx vertx = Vertx.vertx();
    private final LoopWatch watch = new LoopWatch(vertx, Duration.ofMillis(100));

    @BeforeEach
    void start() {
        watch.start();
    }

    @AfterEach
    void close() {
        watch.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Holds up the loop that it runs on until that has been noticed. */
    private void holdUp(CountDownLatch done) {
        long until = System.nanoTime() + WAIT_MAX_NS;
        while (watch.blocks() == 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        done.countDown();
    }

    /** The same, without using the processor. */
    private void waitOnIt(CountDownLatch done) {
        long until = System.nanoTime() + WAIT_MAX_NS;
        try {
            while (watch.blocks() == 0 && System.nanoTime() < until) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        done.countDown();
    }

    @Test
    void aLoopThatIsHeldUpByWorkIsNoticed() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        vertx.runOnContext(_ -> holdUp(done));
        assertThat(done.await(90, TimeUnit.SECONDS)).isTrue();
        assertThat(watch.blocks()).isEqualTo(1);
        assertThat(watch.longestMs()).isBetween(100L, 60_000L);
    }

    @Test
    void soIsOneThatWaits() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        vertx.runOnContext(_ -> waitOnIt(done));
        assertThat(done.await(90, TimeUnit.SECONDS)).isTrue();
        assertThat(watch.blocks()).isEqualTo(1);
    }

    @Test
    void soIsATaskThatWentToTheLoopPastVertx() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        EventLoop loop =
                (EventLoop) ((VertxInternal) vertx).nettyEventLoopGroup().iterator().next();
        LoopTask.on(loop, () -> holdUp(done));
        assertThat(done.await(90, TimeUnit.SECONDS)).isTrue();
        assertThat(watch.blocks()).isEqualTo(1);
    }

    @Test
    void manyShortTasksInARowAreWork() throws Exception {
        CountDownLatch done = new CountDownLatch(300);
        var context = vertx.getOrCreateContext();
        for (int i = 0; i < 300; i++) {
            context.runOnContext(_ -> {
                long until = System.nanoTime() + 2_000_000;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                done.countDown();
            });
        }
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(watch.blocks()).isZero();
    }

    /** Whoever has the lock may itself be waiting for a processor, as on a busy machine. */
    @Test
    void whoWaitsForALockOfAnotherIsNotToBlame() throws Exception {
        Object lock = new Object();
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        synchronized (lock) {
            vertx.runOnContext(_ -> {
                begun.countDown();
                synchronized (lock) {
                    done.countDown();
                }
            });
            assertThat(begun.await(90, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(400);
        }
        assertThat(done.await(90, TimeUnit.SECONDS)).isTrue();
        assertThat(watch.blocks()).isZero();
    }
}
