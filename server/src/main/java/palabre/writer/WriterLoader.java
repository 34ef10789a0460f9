package palabre.writer;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.function.Function;
import palabre.log.EventLog;
import palabre.log.Head;
import palabre.log.LogId;
import palabre.log.Snapshot;

/** Brings a log's fold into memory and gives it its writer. */
public final class WriterLoader {
    private final EventLog log;
    private final Ticker ticker;

    public WriterLoader(EventLog log, Ticker ticker) {
        this.log = log;
        this.ticker = ticker;
    }

    /**
     * Loads on the given context.
     *
     * @param publisher sees the events that were folded while loading, then every event that
     *     becomes durable, always on the context
     */
    public <S, C, E> Future<LogWriter<S, C, E>> load(
            Context context, LogId id, Aggregate<S, C, E> aggregate, Witness<S, E> publisher) {
        return load(context, id, aggregate, publisher, Function.identity());
    }

    /**
     * Loads on the given context, and has somebody take over there.
     *
     * @param publisher sees the events that were folded while loading, then every event that
     *     becomes durable, always on the context
     * @param takeOver gets the writer on the context, before anything can happen in it
     */
    public <S, C, E, R> Future<R> load(
            Context context,
            LogId id,
            Aggregate<S, C, E> aggregate,
            Witness<S, E> publisher,
            Function<LogWriter<S, C, E>, R> takeOver) {
        Promise<R> loaded = Promise.promise();
        // What is chained to a future that is complete runs on the thread that chains it: here too.
        context.runOnContext(_ ->
                OnContext.of(context, log.head(id))
                        .compose(head ->
                                OnContext.of(context, log.latestSnapshot(id))
                                        .compose(s ->
                                                s.isEmpty()
                                                        ? Future.succeededFuture(
                                                                start(aggregate, head, s))
                                                        : context.executeBlocking(
                                                                () -> start(aggregate, head, s),
                                                                false)))
                        .compose(start -> catchUp(context, id, aggregate, publisher, start))
                        .map(takeOver)
                        .onComplete(loaded));
        return loaded.future();
    }

    private <S, C, E> Future<LogWriter<S, C, E>> catchUp(
            Context context,
            LogId id,
            Aggregate<S, C, E> aggregate,
            Witness<S, E> publisher,
            Folded<S> start) {
        var milestones =
                new Milestones<>(
                        aggregate, LogWriter.SNAPSHOT_EVERY, start.state(), start.head().seq());
        return start.catchUp(aggregate, log, id, context, publisher)
                .map(end ->
                        new LogWriter<>(
                                context, log, id, aggregate, ticker, end, milestones, publisher));
    }

    private static <S> Folded<S> start(
            Aggregate<S, ?, ?> aggregate, Head head, Optional<Snapshot> snapshot) {
        return snapshot.filter(s -> aggregate.fold().equals(Optional.of(s.fold())))
                .map(s ->
                        new Folded<>(
                                aggregate.read(s.payload()), new Head(head.epoch(), s.seq(), 0), 0))
                .orElseGet(() -> new Folded<>(aggregate.empty(), new Head(head.epoch(), 0, 0), 0));
    }
}
