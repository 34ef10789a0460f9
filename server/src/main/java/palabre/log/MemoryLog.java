package palabre.log;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palabre.core.RoomId;
import palabre.core.SessionId;

/** Logs of this process alone: off the record. Every start is a new epoch. */
public final class MemoryLog implements EventLog {
    private static final class Store {
        Head head;
        final List<LogRecord> records = new ArrayList<>();
        final Map<CommandKey, Outcome> outcomes = new HashMap<>();
        @Nullable Snapshot snapshot;

        Store(String epoch) {
            head = new Head(epoch, 0, 0);
        }
    }

    private final Feeds feeds = new Feeds();
    private final Supplier<String> epochs;
    private final Map<LogId, Store> stores = new HashMap<>();

    /**
     * @param epochs gives a new epoch for each new log
     */
    public MemoryLog(Supplier<String> epochs) {
        this.epochs = epochs;
    }

    private Store store(LogId log) {
        return stores.computeIfAbsent(log, _ -> new Store(epochs.get()));
    }

    @Override
    public synchronized Future<Head> head(LogId log) {
        return Future.succeededFuture(store(log).head);
    }

    @Override
    public synchronized Future<Appended> append(LogId log, Head expected, Draft draft) {
        Store store = store(log);
        Outcome known = store.outcomes.get(draft.key());
        if (known != null) {
            return Future.succeededFuture(new Appended.Duplicate(known));
        }
        if (!store.head.equals(expected)) {
            return Future.succeededFuture(new Appended.Conflict(store.head));
        }
        store.head = store.head.after(draft.events());
        LogRecord record =
                new LogRecord(
                        store.head.records(),
                        store.head.seq(),
                        draft.events(),
                        draft.atMs(),
                        draft.payload());
        store.records.add(record);
        store.outcomes.put(draft.key(), new Outcome(draft.bodyHash(), store.head.seq()));
        if (draft.events() > 0) {
            feeds.appended(log, record);
        }
        return Future.succeededFuture(new Appended.Done(store.head));
    }

    @Override
    public synchronized Future<Optional<Outcome>> find(LogId log, CommandKey key) {
        return Future.succeededFuture(Optional.ofNullable(store(log).outcomes.get(key)));
    }

    @Override
    public synchronized Future<Page> read(LogId log, long afterSeq, int maxEvents) {
        List<LogRecord> page = new ArrayList<>();
        int events = 0;
        for (LogRecord r : store(log).records) {
            if (r.events() == 0 || r.lastSeq() <= afterSeq) {
                continue;
            }
            if (!page.isEmpty() && events + r.events() > maxEvents) {
                return Future.succeededFuture(new Page(List.copyOf(page), false));
            }
            page.add(r);
            events += r.events();
        }
        return Future.succeededFuture(new Page(List.copyOf(page), true));
    }

    @Override
    public synchronized Subscription subscribe(
            LogId log, long afterSeq, Consumer<LogRecord> handler) {
        return feeds.follow(log, afterSeq, (after, max) -> read(log, after, max), handler);
    }

    @Override
    public synchronized Future<Void> snapshot(LogId log, Snapshot snapshot) {
        Store store = stores.get(log);
        if (store != null && snapshot.seq() <= store.head.seq()) {
            store.snapshot = snapshot;
        }
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Optional<Snapshot>> latestSnapshot(LogId log) {
        return Future.succeededFuture(Optional.ofNullable(store(log).snapshot));
    }

    @Override
    public synchronized Future<List<LogId>> logs() {
        return Future.succeededFuture(List.copyOf(stores.keySet()));
    }

    @Override
    public synchronized Future<Void> erase(Erasure erasure) {
        stores.keySet().removeIf(l -> l.session().equals(erasure.session()));
        return Future.succeededFuture();
    }

    @Override
    public Future<List<Erasure>> unfinished() {
        return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Void> finished(SessionId session) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> probe() {
        return Future.succeededFuture();
    }

    /** Drops what a room has: the logs of all its parts. */
    public synchronized void forget(RoomId room) {
        stores.keySet().removeIf(l -> l.room().filter(room::equals).isPresent());
    }

    @Override
    public synchronized void close() {
        stores.clear();
    }
}
