package palabre.writer;

import io.vertx.core.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palabre.log.EventLog;
import palabre.log.LogId;
import palabre.log.Snapshot;

/**
 * Keeps the snapshots of one log. A state never changes, so that it is written out on a worker
 * thread while its room goes on: of 5,000 people that takes longer than an event loop may be held
 * up. One at a time; of those that come meanwhile the newest alone is kept. Confined to the
 * writer's context.
 */
final class SnapshotKeeper<S> {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);

    /** A state, and after which event it was. */
    record Due<S>(S state, long seq) {}

    private final Context context;
    private final EventLog log;
    private final LogId id;
    private final Aggregate<S, ?, ?> aggregate;
    private @Nullable Due<S> next;
    private boolean busy;

    SnapshotKeeper(Context context, EventLog log, LogId id, Aggregate<S, ?, ?> aggregate) {
        this.context = context;
        this.log = log;
        this.id = id;
        this.aggregate = aggregate;
    }

    void keep(Due<S> due) {
        next = due;
        if (!busy) {
            write();
        }
    }

    private void write() {
        Due<S> due = next;
        Optional<String> fold = aggregate.fold();
        if (due == null || fold.isEmpty()) {
            return;
        }
        next = null;
        busy = true;
        context.executeBlocking(() -> aggregate.write(due.state()), false)
                .compose(bytes -> log.snapshot(id, new Snapshot(due.seq(), fold.get(), bytes)))
                .onFailure(f -> LOG.warn("no snapshot of {} is kept: {}", id, f.getMessage()))
                .onComplete(_ ->
                        context.runOnContext(_ -> {
                            busy = false;
                            write();
                        }));
    }
}
