package palabre.log;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Followers of logs: each catches up by reading, and meanwhile keeps what is appended live, so that
 * it gets every record once and in order.
 */
public final class Feeds {
    private static final int PAGE_EVENTS = 1_000;

    /** Reads on from a number. */
    public interface Reader {
        Future<Page> read(long afterSeq, int maxEvents);
    }

    private final Map<LogId, Set<Feed>> feeds = new ConcurrentHashMap<>();

    private static final class Feed {
        private final Consumer<LogRecord> handler;
        private final Queue<LogRecord> live = new ArrayDeque<>();
        private long seq;
        private boolean caughtUp;
        private boolean closed;

        Feed(long afterSeq, Consumer<LogRecord> handler) {
            this.seq = afterSeq;
            this.handler = handler;
        }

        synchronized void appended(LogRecord record) {
            if (caughtUp) {
                deliver(record);
            } else {
                live.add(record);
            }
        }

        private void deliver(LogRecord record) {
            if (!closed && record.lastSeq() > seq) {
                seq = record.lastSeq();
                handler.accept(record);
            }
        }

        synchronized long take(Page page) {
            page.records().forEach(this::deliver);
            if (page.end()) {
                live.forEach(this::deliver);
                live.clear();
                caughtUp = true;
            }
            return seq;
        }

        synchronized void close() {
            closed = true;
        }
    }

    /** To be called for every record with events, in the order of its log. */
    public void appended(LogId log, LogRecord record) {
        feeds.getOrDefault(log, Set.of()).forEach(f -> f.appended(record));
    }

    public Subscription follow(
            LogId log, long afterSeq, Reader reader, Consumer<LogRecord> handler) {
        Feed feed = new Feed(afterSeq, handler);
        Set<Feed> all = feeds.computeIfAbsent(log, _ -> ConcurrentHashMap.newKeySet());
        all.add(feed);
        catchUp(feed, afterSeq, reader);
        return () -> {
            feed.close();
            all.remove(feed);
        };
    }

    private static void catchUp(Feed feed, long afterSeq, Reader reader) {
        reader.read(afterSeq, PAGE_EVENTS)
                .onSuccess(page -> {
                    long seq = feed.take(page);
                    if (!page.end()) {
                        catchUp(feed, seq, reader);
                    }
                });
    }
}
