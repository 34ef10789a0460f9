package palabre.loops;

import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tasks that go to an event loop past Vert.x, and how long the present one has run: Vert.x notes
 * that only of what passes through its own contexts.
 */
public final class LoopTask {
    private static final Map<EventLoop, AtomicLong> STARTED = new ConcurrentHashMap<>();

    private LoopTask() {}

    /** Runs a task on a loop, as the loop itself would. */
    public static void on(EventLoop loop, Runnable task) {
        loop.execute(() -> {
            AtomicLong started = started(loop);
            started.set(System.nanoTime());
            try {
                task.run();
            } finally {
                started.set(0);
            }
        });
    }

    /** When the present task of a loop began, by the steady clock; 0 while there is none. */
    static AtomicLong started(EventLoop loop) {
        return STARTED.computeIfAbsent(loop, _ -> new AtomicLong());
    }

    /** Nothing of a loop that has ended is kept. */
    static void forget(EventLoop loop) {
        STARTED.remove(loop);
    }
}
