package palabre.loops;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxThread;
import io.vertx.core.internal.VertxInternal;
import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices tasks that hold up an event loop for too long, and says what they were at.
 *
 * <p><b>What counts.</b> One task that runs or waits for longer than the limit. Many short ones,
 * one after the other, are work; they do not count.
 *
 * <p><b>What does not.</b> On a busy machine a thread waits for a processor, or for a lock of a
 * thread that does, and a collection of garbage stops all threads. The first two are no part of
 * what is measured: the time for which the thread ran, and for which it slept. The third is
 * measured by the watch itself: it sleeps for a moment again and again, and what it overslept does
 * not count as sleep of others (as jHiccup measures it). And what runs for the first time, so that
 * its classes are loaded meanwhile, is slow once and never again.
 */
public final class LoopWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopWatch.class);

    /** Nothing on an event loop takes longer. */
    public static final Duration LIMIT = Duration.ofMillis(100);

    /** What the log says of each block, before its length. */
    public static final String SAYS = "an event loop was held up";

    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Less is the timer's own inexactness. */
    private static final long OVERSLEPT_NS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();

    private static final int TOP_FRAMES = 4;
    private static final int OWN_FRAMES = 8;

    private record Loop(VertxThread thread, AtomicLong task, ThreadTime time, Stretch stretch) {
        long startedNs() {
            long pastVertx = task.get(); // what it does within passes through Vert.x many times
            return pastVertx == 0 ? thread.startTime() : pastVertx;
        }
    }

    private final long limitNs;
    private final List<EventLoop> group;
    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private final AtomicInteger blocks = new AtomicInteger();
    private final AtomicLong longestNs = new AtomicLong();
    private final Thread watch;
    private volatile boolean closed;

    public LoopWatch(Vertx vertx, Duration limit) {
        this.limitNs = limit.toNanos();
        List<EventLoop> all = new CopyOnWriteArrayList<>();
        for (EventExecutor each : ((VertxInternal) vertx).nettyEventLoopGroup()) {
            if (each instanceof EventLoop loop) {
                all.add(loop);
            }
        }
        this.group = all;
        this.watch = Thread.ofPlatform().daemon().name("loop-watch").unstarted(this::run);
    }

    /** Watches all event loops from now on. */
    public void start() {
        group.forEach(loop -> loop.execute(() -> add(loop)));
        watch.start();
    }

    private void add(EventLoop loop) {
        if (Thread.currentThread() instanceof VertxThread thread) {
            loops.add(
                    new Loop(
                            thread,
                            LoopTask.started(loop),
                            ThreadTime.ofThisThread(),
                            new Stretch(limitNs)));
        }
    }

    private void run() {
        long beganNs = System.nanoTime();
        long stoodStillNs = 0;
        while (!closed) {
            LockSupport.parkNanos(LOOK_EVERY_NS);
            long nowNs = System.nanoTime();
            long oversleptNs = nowNs - beganNs - LOOK_EVERY_NS;
            stoodStillNs += oversleptNs > OVERSLEPT_NS ? oversleptNs : 0;
            beganNs = nowNs;
            for (Loop loop : loops) {
                look(loop, nowNs, stoodStillNs);
            }
        }
        for (Loop loop : loops) {
            try {
                loop.time().close();
            } catch (IOException e) {
                LOG.debug("the system's own files", e);
            }
        }
    }

    private void look(Loop loop, long nowNs, long stoodStillNs) {
        long startedNs = loop.startedNs();
        ThreadTime.Seen seen = startedNs == 0 ? ThreadTime.Seen.NOTHING : loop.time().look();
        boolean sleeps = seen.sleeps() && !waitsForAnother(loop.thread());
        long heldNs =
                loop.stretch()
                        .look(
                                startedNs,
                                new Stretch.Look(
                                        nowNs,
                                        System.nanoTime(),
                                        seen.ranNs(),
                                        sleeps,
                                        stoodStillNs,
                                        CLASSES.getTotalLoadedClassCount()));
        if (heldNs > 0) {
            StackTraceElement[] at = loop.thread().getStackTrace();
            blocks.incrementAndGet();
            longestNs.accumulateAndGet(heldNs, Math::max);
            tell(loop.thread().getName(), heldNs, at);
        }
    }

    /** Who has the lock may be waiting for a processor. */
    private static boolean waitsForAnother(Thread thread) {
        ThreadInfo info = THREADS.getThreadInfo(thread.threadId());
        return info != null && info.getLockOwnerId() != -1;
    }

    /** In one line: where it was, and which of our own methods led there. */
    private static void tell(String thread, long heldNs, StackTraceElement[] at) {
        String where =
                Stream.concat(
                                Arrays.stream(at).limit(TOP_FRAMES),
                                Arrays.stream(at)
                                        .skip(TOP_FRAMES)
                                        .filter(f -> f.getClassName().startsWith("palabre."))
                                        .limit(OWN_FRAMES))
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < "));
        LOG.warn("{}: {} for {} ms so far, at {}", SAYS, thread, heldNs / 1_000_000, where);
    }

    /** How many tasks have held up a loop for too long. */
    public int blocks() {
        return blocks.get();
    }

    /** How long the longest of them had held it up when it was noticed, in milliseconds. */
    public long longestMs() {
        return longestNs.get() / 1_000_000;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
        group.forEach(LoopTask::forget);
    }
}
