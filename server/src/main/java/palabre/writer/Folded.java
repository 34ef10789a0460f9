package palabre.writer;

import io.vertx.core.Context;
import io.vertx.core.Future;
import palabre.log.EventLog;
import palabre.log.Head;
import palabre.log.LogId;
import palabre.log.LogRecord;

/**
 * A state and where in its log it stands.
 *
 * @param atMs the time of the last event; time never runs backwards in a log
 */
record Folded<S>(S state, Head head, long atMs) {
    /**
     * How many events are read at a time. They are folded on the context: a cold process takes 60
     * ms for so many, and no loop may be held up for 100.
     */
    static final int PAGE_EVENTS = 100;

    <C, E> Folded<S> plus(Aggregate<S, C, E> aggregate, LogRecord record, Witness<S, E> witness) {
        var batch = aggregate.events().fromBytes(record.payload());
        S now = state;
        long seq = record.firstSeq();
        int left = batch.events().size();
        for (E read : batch.events()) {
            S before = now;
            E event = aggregate.completed(batch, read, before, record.atMs());
            now = aggregate.evolve(before, event, record.atMs());
            left--;
            witness.saw(
                    new Published<>(
                            seq++, record.atMs(), batch.by(), event, before, now, left == 0));
        }
        return new Folded<>(
                now, new Head(head.epoch(), record.lastSeq(), record.number()), record.atMs());
    }

    /** Folds what the log has after this state, up to its end; sees it on the context. */
    <C, E> Future<Folded<S>> catchUp(
            Aggregate<S, C, E> aggregate,
            EventLog log,
            LogId id,
            Context context,
            Witness<S, E> witness) {
        return OnContext.of(context, log.read(id, head.seq(), PAGE_EVENTS))
                .compose(page -> {
                    Folded<S> now = this;
                    for (LogRecord record : page.records()) {
                        now = now.plus(aggregate, record, witness);
                    }
                    return page.end()
                            ? now.atHead(aggregate, log, id, context, witness)
                            : now.catchUp(aggregate, log, id, context, witness);
                });
    }

    /** Records without events leave no trace in a state: only the log knows its head. */
    private <C, E> Future<Folded<S>> atHead(
            Aggregate<S, C, E> aggregate,
            EventLog log,
            LogId id,
            Context context,
            Witness<S, E> witness) {
        return OnContext.of(context, log.head(id))
                .compose(end ->
                        end.seq() == head.seq()
                                ? Future.succeededFuture(new Folded<>(state, end, atMs))
                                : catchUp(aggregate, log, id, context, witness));
    }
}
