package palabre.load;

import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;

/** The time of a meeting that runs so many times as fast as real time. */
final class MeetingClock {
    private final Vertx vertx;
    private final int speed;
    private final AtomicBoolean over = new AtomicBoolean();

    MeetingClock(Vertx vertx, int speed) {
        this.vertx = vertx;
        this.speed = speed;
    }

    /** In so many seconds of the meeting. */
    void after(double seconds, Runnable what) {
        vertx.setTimer(realMs(seconds), _ -> run(what));
    }

    void every(double seconds, Runnable what) {
        vertx.setPeriodic(realMs(seconds), _ -> run(what));
    }

    private void run(Runnable what) {
        if (!over.get()) {
            what.run();
        }
    }

    long realMs(double seconds) {
        return Math.max(1, Math.round(seconds * 1_000 / speed));
    }

    /** Nothing happens any more. */
    void stop() {
        over.set(true);
    }
}
