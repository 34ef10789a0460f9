package palabre.writer;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.log.Appended;
import palabre.log.CommandKey;
import palabre.log.Draft;
import palabre.log.EventLog;
import palabre.log.Head;
import palabre.log.LogFailure;
import palabre.log.LogId;
import palabre.log.Outcome;

/**
 * The single writer of one log.
 *
 * <p><b>Order.</b> Commands are taken one after the other. Each is looked up (a resend gets its old
 * answer), decided on the <i>speculative</i> state, which holds what has been sent to the log, and
 * appended without waiting for the append before it: the log commits many at once. When an append
 * is durable, its events fold into the <i>durable</i> state, are published, and only then is the
 * command acknowledged. A refusal waits for the appends that it was decided upon.
 *
 * <p><b>Trouble.</b> When an append fails, nothing after it in this log can succeed, since each
 * names the head it expects. All of them are refused as temporary, and before the next command the
 * states are read again from the log, which alone knows what happened.
 *
 * <p><b>Threads.</b> Everything happens on one context; {@link #submit} may be called from any.
 */
public final class LogWriter<S, C, E> {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    /** How many commands may be on their way; more are refused with {@link Code#OVERLOADED}. */
    static final int PENDING_MAX = 2_000;

    /** After how many events a snapshot is kept. */
    static final int SNAPSHOT_EVERY = 1_000;

    private record InFlight(String bodyHash, Promise<Reply> promise) {}

    private final Context context;
    private final EventLog log;
    private final LogId id;
    private final Aggregate<S, C, E> aggregate;
    private final LogClock clock;
    private final Witness<S, E> publisher;
    private final Map<CommandKey, InFlight> inFlight = new HashMap<>();
    private final Milestones<S> milestones;
    private final SnapshotKeeper<S> snapshots;

    private Folded<S> durable;
    private Folded<S> speculative;
    private boolean stale;
    private boolean retired;
    private Future<Void> lookups = Future.succeededFuture();
    private Future<Void> appends = Future.succeededFuture();

    LogWriter(
            Context context,
            EventLog log,
            LogId id,
            Aggregate<S, C, E> aggregate,
            Ticker ticker,
            Folded<S> loaded,
            Milestones<S> milestones,
            Witness<S, E> publisher) {
        this.context = context;
        this.log = log;
        this.id = id;
        this.aggregate = aggregate;
        this.clock = new LogClock(ticker, loaded.atMs());
        this.durable = loaded;
        this.speculative = loaded;
        this.milestones = milestones;
        this.snapshots = new SnapshotKeeper<>(context, log, id, aggregate);
        this.publisher = publisher;
        clock.measured(aggregate.measures(loaded.state()));
    }

    /** The durable state. To be read on the writer's context. */
    public S state() {
        return durable.state();
    }

    /** The time of the last durable record, in milliseconds; 0 before the first. */
    public long lastMs() {
        return durable.atMs();
    }

    /** The time in this log. */
    public LogClock clock() {
        return clock;
    }

    /** Where the durable state stands in its log. */
    public Head head() {
        return durable.head();
    }

    public Context context() {
        return context;
    }

    /** Whether nothing is on its way. */
    public boolean idle() {
        return inFlight.isEmpty();
    }

    /** From now on every command is refused as temporary; what is on its way is finished. */
    public void retire() {
        retired = true;
    }

    /** Carries out a command once. The future never fails. */
    public Future<Reply> submit(Request<C> request) {
        Promise<Reply> promise = Promise.promise();
        context.runOnContext(_ -> accept(request, promise));
        return promise.future();
    }

    private void accept(Request<C> request, Promise<Reply> promise) {
        InFlight twin = inFlight.get(request.key());
        if (twin != null) {
            boolean same = twin.bodyHash().equals(request.bodyHash());
            twin.promise()
                    .future()
                    .onSuccess(r -> promise.complete(same ? r : nack(Code.ID_REUSED)));
            return;
        }
        if (retired || inFlight.size() >= PENDING_MAX) {
            promise.complete(nack(retired ? Code.SHUTTING_DOWN : Code.OVERLOADED));
            return;
        }
        inFlight.put(request.key(), new InFlight(request.bodyHash(), promise));
        promise.future().onComplete(_ -> inFlight.remove(request.key()));
        Future<Optional<Outcome>> known =
                request.isNew()
                        ? Future.succeededFuture(Optional.empty())
                        : onContext(log.find(id, request.key()));
        lookups =
                lookups.compose(_ -> known)
                        .compose(outcome -> fresh().map(outcome))
                        .map(outcome -> {
                            answer(request, promise, outcome);
                            return (Void) null;
                        })
                        .otherwise(failure -> {
                            fail(promise, failure);
                            return null;
                        });
    }

    private void answer(Request<C> request, Promise<Reply> promise, Optional<Outcome> known) {
        if (known.isPresent()) {
            promise.complete(repeated(request, known.get()));
            return;
        }
        long atMs = Math.max(clock.nowMs(), speculative.atMs());
        switch (aggregate.decide(speculative.state(), request.actor(), request.command(), atMs)) {
            case Decision.Refused<E> r ->
                    appends.onComplete(done ->
                            promise.complete(
                                    nack(done.succeeded() ? r.code() : Code.STORE_UNAVAILABLE)));
            case Decision.Accepted<E> a -> append(request, promise, a.events(), atMs);
        }
    }

    private void append(Request<C> request, Promise<Reply> promise, List<E> events, long atMs) {
        Head expected = speculative.head();
        byte[] payload = aggregate.events().toBytes(request.actor(), events);
        Draft draft = new Draft(request.key(), request.bodyHash(), atMs, events.size(), payload);
        speculative = speculate(events, atMs);
        Future<Appended> appended = onContext(log.append(id, expected, draft));
        Future<Void> settled =
                appended.compose(result -> settle(request, promise, events, atMs, result));
        appended.onFailure(failure -> fail(promise, failure));
        appends = appends.transform(before -> settled.transform(now -> both(before, now)));
    }

    /** Succeeds when all have, and not before all have come to an end. */
    private static Future<Void> both(AsyncResult<Void> before, AsyncResult<Void> now) {
        if (before.failed()) {
            return Future.failedFuture(before.cause());
        }
        return now.failed() ? Future.failedFuture(now.cause()) : Future.succeededFuture();
    }

    private Folded<S> speculate(List<E> events, long atMs) {
        S state = speculative.state();
        for (E event : events) {
            state = aggregate.evolve(state, event, atMs);
        }
        clock.measured(aggregate.measures(state));
        return new Folded<>(state, speculative.head().after(events.size()), atMs);
    }

    /** Fails when what was decided after this append was decided on a state that never was. */
    private Future<Void> settle(
            Request<C> request,
            Promise<Reply> promise,
            List<E> events,
            long atMs,
            Appended result) {
        switch (result) {
            case Appended.Done done when stale -> acknowledgeOnceSeen(promise, done);
            case Appended.Done done -> {
                publish(request.actor(), events, atMs, done.head());
                promise.complete(new Reply.Ack(done.head().seq()));
                return Future.succeededFuture();
            }
            case Appended.Duplicate duplicate ->
                    promise.complete(repeated(request, duplicate.outcome()));
            case Appended.Conflict conflict -> {
                LOG.warn("log of {} ends at {} unexpectedly", id, conflict.head().seq());
                promise.complete(nack(Code.STORE_UNAVAILABLE));
            }
        }
        stale = true;
        return Future.failedFuture("the log is not where it was thought to be");
    }

    /**
     * It is durable, but rests on an append whose answer was lost: both are read from the log, so
     * that they are published in order.
     */
    private void acknowledgeOnceSeen(Promise<Reply> promise, Appended.Done done) {
        lookups =
                lookups.compose(_ -> fresh())
                        .onSuccess(_ -> promise.complete(new Reply.Ack(done.head().seq())))
                        .onFailure(_ -> promise.complete(nack(Code.STORE_UNAVAILABLE)))
                        .otherwiseEmpty();
    }

    private void publish(SeatId by, List<E> events, long atMs, Head head) {
        long seq = head.seq() - events.size();
        for (E event : events) {
            S before = durable.state();
            S state = aggregate.evolve(before, event, atMs);
            seq++;
            tell(new Published<>(seq, atMs, by, event, before, state, seq == head.seq()));
        }
        durable = new Folded<>(durable.state(), head, atMs);
        milestones.reached(durable.state(), head.seq()).ifPresent(snapshots::keep);
    }

    /**
     * Whoever is told of an event finds the state after it, and no later one: who is welcomed then
     * gets a snapshot of it, and the rest of the command after that. What was told is not told
     * again, should the log fail before the end.
     */
    private void tell(Published<S, E> event) {
        Head before = durable.head();
        Head now = new Head(before.epoch(), event.seq(), before.records());
        durable = new Folded<>(event.after(), now, event.atMs());
        publisher.saw(event);
    }

    /** Makes sure that the speculative state is one to decide upon. */
    private Future<Void> fresh() {
        if (!stale) {
            return Future.succeededFuture();
        }
        return appends.otherwiseEmpty()
                .compose(_ -> durable.catchUp(aggregate, log, id, context, this::tell))
                .map(now -> {
                    durable = now;
                    speculative = now;
                    clock.measured(aggregate.measures(now.state()));
                    stale = false;
                    appends = Future.succeededFuture();
                    return (Void) null;
                });
    }

    private void fail(Promise<Reply> promise, Throwable failure) {
        LOG.warn("log of {}: {}", id, failure.getMessage());
        stale = true;
        boolean damaged =
                failure instanceof LogFailure f && f.reason() == LogFailure.Reason.CORRUPT;
        promise.tryComplete(nack(damaged ? Code.DAMAGED : Code.STORE_UNAVAILABLE));
    }

    private Reply repeated(Request<C> request, Outcome outcome) {
        return outcome.bodyHash().equals(request.bodyHash())
                ? new Reply.Ack(outcome.seq())
                : nack(Code.ID_REUSED);
    }

    private static Reply nack(Code code) {
        return new Reply.Nack(code);
    }

    private <T> Future<T> onContext(Future<T> future) {
        return OnContext.of(context, future);
    }
}
