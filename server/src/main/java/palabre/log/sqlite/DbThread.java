package palabre.log.sqlite;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import palabre.log.LogFailure;

/**
 * The one thread that uses a {@link Db}. What has gathered while it worked becomes one transaction
 * (group commit): nobody's future completes before the commit that holds their work. The queue is
 * bounded; what does not fit fails at once.
 */
final class DbThread implements AutoCloseable {
    private static final int QUEUE_MAX = 20_000;
    private static final int BATCH_MAX = 512;

    /** Something to do with the database, on its thread. */
    interface Work<T> {
        T on(Db db) throws SQLException;
    }

    private final class Job<T> {
        final Work<T> work;
        final Promise<T> promise = Promise.promise();
        @Nullable T result;
        @Nullable RuntimeException refused;

        Job(Work<T> work) {
            this.work = work;
        }

        void run() throws SQLException {
            try {
                result = work.on(db);
            } catch (LogFailure e) {
                refused = e;
            }
        }

        void complete() {
            if (refused != null) {
                promise.fail(refused);
            } else {
                promise.complete(result);
            }
        }
    }

    private final Db db;
    private final boolean commits;
    private final Runnable onCommit;
    private final Runnable onFailure;
    private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Thread thread;
    private volatile boolean closing;

    /**
     * @param onCommit called on the thread when a batch is durable, before anybody hears of it
     * @param onFailure called on the thread when a batch was undone
     */
    DbThread(String name, Db db, boolean commits, Runnable onCommit, Runnable onFailure) {
        this.db = db;
        this.commits = commits;
        this.onCommit = onCommit;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    <T> Future<T> submit(Work<T> work) {
        Job<T> job = new Job<>(work);
        if (closing || !queue.offer(job)) {
            return Future.failedFuture(
                    new LogFailure(LogFailure.Reason.UNAVAILABLE, "the log cannot keep up"));
        }
        return job.promise.future();
    }

    private void loop() {
        List<Job<?>> batch = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                continue; // woken to see that it closes
            }
            queue.drainTo(batch, BATCH_MAX - 1);
            carryOut(batch);
            batch.clear();
        }
        db.close();
    }

    private void carryOut(List<Job<?>> batch) {
        try {
            for (Job<?> job : batch) {
                job.run();
            }
            if (commits) {
                db.commit();
                onCommit.run();
            }
        } catch (SQLException | RuntimeException | Error e) {
            db.abandon();
            onFailure.run();
            LogFailure failure = Failures.of(e);
            batch.forEach(job -> job.promise.fail(failure));
            return;
        }
        batch.forEach(Job::complete);
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
