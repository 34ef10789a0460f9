package palabre.testing;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import palabre.core.SessionId;
import palabre.log.Appended;
import palabre.log.CommandKey;
import palabre.log.Draft;
import palabre.log.Erasure;
import palabre.log.EventLog;
import palabre.log.Head;
import palabre.log.LogFailure;
import palabre.log.LogId;
import palabre.log.LogRecord;
import palabre.log.Outcome;
import palabre.log.Page;
import palabre.log.Snapshot;
import palabre.log.Subscription;

/** A log that fails when told to, as a full disk or a lost answer does. */
public final class FailingLog implements EventLog {
    private final EventLog log;
    private final AtomicInteger failing = new AtomicInteger();
    private final AtomicBoolean losing = new AtomicBoolean();
    private final AtomicBoolean hiding = new AtomicBoolean();

    /** How often it was asked whether it knows a command. */
    private final AtomicInteger finds = new AtomicInteger();

    public int finds() {
        return finds.get();
    }

    public FailingLog(EventLog log) {
        this.log = log;
    }

    /** The next appends write nothing and fail. */
    public void failNext(int appends) {
        failing.set(appends);
    }

    /** The next append writes, and fails all the same. */
    public void loseNextAnswer() {
        losing.set(true);
    }

    /** The next time it is asked where it ends, it does not say. */
    public void hideNextHead() {
        hiding.set(true);
    }

    public void heal() {
        failing.set(0);
        hiding.set(false);
        losing.set(false);
    }

    private static <T> Future<T> failed() {
        return Future.failedFuture(new LogFailure(LogFailure.Reason.UNAVAILABLE, "told to fail"));
    }

    @Override
    public Future<Appended> append(LogId id, Head expected, Draft draft) {
        if (failing.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return failed();
        }
        Future<Appended> appended = log.append(id, expected, draft);
        return losing.getAndSet(false) ? appended.compose(_ -> failed()) : appended;
    }

    @Override
    public Future<Head> head(LogId id) {
        return hiding.getAndSet(false) ? failed() : log.head(id);
    }

    @Override
    public Future<Optional<Outcome>> find(LogId id, CommandKey key) {
        finds.incrementAndGet();
        return log.find(id, key);
    }

    @Override
    public Future<Page> read(LogId id, long afterSeq, int maxEvents) {
        return log.read(id, afterSeq, maxEvents);
    }

    @Override
    public Subscription subscribe(LogId id, long afterSeq, Consumer<LogRecord> handler) {
        return log.subscribe(id, afterSeq, handler);
    }

    @Override
    public Future<Void> snapshot(LogId id, Snapshot snapshot) {
        return log.snapshot(id, snapshot);
    }

    @Override
    public Future<Optional<Snapshot>> latestSnapshot(LogId id) {
        return log.latestSnapshot(id);
    }

    @Override
    public Future<List<LogId>> logs() {
        return log.logs();
    }

    @Override
    public Future<Void> erase(Erasure erasure) {
        return log.erase(erasure);
    }

    @Override
    public Future<List<Erasure>> unfinished() {
        return log.unfinished();
    }

    @Override
    public Future<Void> finished(SessionId session) {
        return log.finished(session);
    }

    @Override
    public Future<Void> probe() {
        return failing.get() > 0 ? failed() : log.probe();
    }

    @Override
    public void close() {
        log.close();
    }
}
