package palabre.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicReference;
import palabre.http.base.SteadyClock;
import palabre.log.Damages;
import palabre.log.EventLog;

/**
 * Whether commands can be kept. It is found out by writing, when somebody asks and at most once in
 * a while: a disk that is full or read-only says so to nobody who does not write.
 */
final class Readiness {
    private static final long GOOD_FOR_MS = 1_000;

    private record Known(long atMs, Future<Boolean> writes) {}

    private final EventLog log;
    private final Damages damages;
    private final AtomicReference<Known> known =
            new AtomicReference<>(
                    new Known(SteadyClock.ms() - GOOD_FOR_MS, Future.succeededFuture(true)));

    Readiness(EventLog log, Damages damages) {
        this.log = log;
        this.damages = damages;
    }

    Future<Boolean> writes() {
        long now = SteadyClock.ms();
        Known last = known.get();
        if (now - last.atMs() < GOOD_FOR_MS || !last.writes().isComplete()) {
            return last.writes();
        }
        Promise<Boolean> answer = Promise.promise();
        if (!known.compareAndSet(last, new Known(now, answer.future()))) {
            return writes();
        }
        log.probe().onComplete(done -> answer.complete(done.succeeded()));
        return answer.future();
    }

    /** How many sessions and rooms cannot be read; the others are served. */
    int damaged() {
        return damages.count();
    }
}
