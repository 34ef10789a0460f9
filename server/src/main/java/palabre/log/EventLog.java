package palabre.log;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import palabre.core.SessionId;

/**
 * Ordered logs with compare-and-set appends.
 *
 * <p>Futures complete on a thread of the log's own; a caller that needs its own context goes back
 * to it. Every failure is a {@link LogFailure}.
 */
public interface EventLog extends AutoCloseable {
    /** Where the log ends; a log that is new begins here, at seq 0. */
    Future<Head> head(LogId log);

    /**
     * Adds one record, whole or not at all. {@link Appended.Done} comes only when the record is as
     * durable as this log makes it; appends of one log are made in the order in which they are
     * asked for.
     */
    Future<Appended> append(LogId log, Head expected, Draft draft);

    /** What became of a command, if it is in the log. */
    Future<Optional<Outcome>> find(LogId log, CommandKey key);

    /**
     * The records with events after a number, in order and without a gap.
     *
     * @param maxEvents how many events at the most, but always one record if there is one
     */
    Future<Page> read(LogId log, long afterSeq, int maxEvents);

    /**
     * Follows a log: first everything after a number, then what is appended; in order, each once.
     * The handler is called on a thread of the log's own, by one at a time.
     */
    Subscription subscribe(LogId log, long afterSeq, Consumer<LogRecord> handler);

    /**
     * Keeps a fold; an older one of the same log is forgotten. Of a log that is gone none is kept.
     */
    Future<Void> snapshot(LogId log, Snapshot snapshot);

    Future<Optional<Snapshot>> latestSnapshot(LogId log);

    /** All logs that are not erased. */
    Future<List<LogId>> logs();

    /**
     * Makes everything of a session unreadable for ever. What is asked is recorded first: once it
     * is, the session is gone, and after a fall {@link #unfinished} tells of it. A second time does
     * what was left of the first.
     */
    Future<Void> erase(Erasure erasure);

    /** What was begun to erase and is not said to be {@link #finished}. */
    Future<List<Erasure>> unfinished();

    /** Nothing is left of a session anywhere. */
    Future<Void> finished(SessionId session);

    /** Tries to write, so that it is known whether a command could be kept; fails if not. */
    Future<Void> probe();

    @Override
    void close();
}
