package palabre.testing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import palabre.core.SessionId;
import palabre.log.Appended;
import palabre.log.CommandKey;
import palabre.log.Draft;
import palabre.log.Erasure;
import palabre.log.EventLog;
import palabre.log.Head;
import palabre.log.LogId;
import palabre.log.LogRecord;
import palabre.log.Outcome;
import palabre.log.Page;
import palabre.log.Snapshot;
import palabre.log.Subscription;

/**
 * A log of a process that is killed: after so many appends nothing is written and nothing answered
 * any more. The last append is written, but its answer is lost.
 */
public final class HaltingLog implements EventLog {
    private final EventLog log;
    private volatile int after;
    private final AtomicInteger appends = new AtomicInteger();
    private final Promise<Void> halted = Promise.promise();

    /**
     * @param after how many appends are written
     */
    public HaltingLog(EventLog log, int after) {
        this.log = log;
        this.after = after;
    }

    /** From now on so many more are written. */
    public void haltAfter(int more) {
        after = appends.get() + more;
    }

    /** When the process is dead. */
    public Future<Void> halted() {
        return halted.future();
    }

    @Override
    public Future<Appended> append(LogId id, Head expected, Draft draft) {
        int count = appends.incrementAndGet();
        if (count <= after) {
            Future<Appended> written = log.append(id, expected, draft);
            if (count < after) {
                return written;
            }
        }
        halted.tryComplete();
        return Promise.<Appended>promise().future();
    }

    @Override
    public Future<Head> head(LogId id) {
        return log.head(id);
    }

    @Override
    public Future<Optional<Outcome>> find(LogId id, CommandKey key) {
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
        return log.probe();
    }

    @Override
    public void close() {
        log.close();
    }
}
