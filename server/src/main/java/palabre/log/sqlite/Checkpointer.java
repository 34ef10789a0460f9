package palabre.log.sqlite;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what was committed from SQLite's write-ahead log into the database, on a thread and a
 * connection of its own: who waits for a commit does not wait for that too. It never holds up a
 * writer (a passive checkpoint); when it cannot keep up, the writer does it itself, at {@link
 * Db#WRITERS_OWN_PAGES}. Nothing durable depends on it.
 */
final class Checkpointer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);

    /** What is committed meanwhile is brought over together. */
    private static final long REST_MS = 200;

    private final Db db;
    private final Thread thread;
    private boolean due;
    private boolean closing;

    Checkpointer(Db db) {
        this.db = db;
        this.thread = Thread.ofPlatform().name("log-checkpoint").daemon().unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    /** Called after each commit. */
    synchronized void committed() {
        due = true;
        notifyAll();
    }

    /** Waits for a commit, and a little for those that follow it. */
    private synchronized boolean awaitWork() throws InterruptedException {
        while (!due && !closing) {
            wait();
        }
        due = false;
        return !closing;
    }

    private void loop() {
        try {
            while (awaitWork()) {
                Thread.sleep(REST_MS);
                checkpoint();
            }
        } catch (InterruptedException e) {
            LOG.debug("no more checkpoints");
        } finally {
            db.close();
        }
    }

    private void checkpoint() {
        try {
            db.line("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            db.abandon(); // the disk may be full: the writer hears of it by its own commit
            LOG.debug("a checkpoint failed", e);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
