package palabre.sessions;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import palabre.core.Code;
import palabre.core.Limit;

/**
 * What an organiser brings in at once: a whole session, or a table of people. One import runs at a
 * time on this server, on a thread of its own, so that no room waits for it and its memory is
 * needed once. A few wait for their turn, each with a file of at most 4 MiB; more are refused as
 * temporary. All invitations are held in memory: a server that has as many as its heap can hold
 * beside its meetings reads no more.
 */
public final class Imports {
    /** What an invitation takes of the heap, rounded up: 0.75 KiB was measured. */
    private static final int INVITATION_BYTES = 1_024;

    private final WorkerExecutor thread;
    private final LongSupplier invitations;
    private final long invitationsMax;
    private Future<?> last = Future.succeededFuture();
    private int present;

    /**
     * @param invitations how many there are on this server
     * @param heapBytes half of it is left to the meetings
     */
    public Imports(Vertx vertx, LongSupplier invitations, long heapBytes) {
        this.invitations = invitations;
        this.invitationsMax = heapBytes / 2 / INVITATION_BYTES;
        this.thread = vertx.createSharedWorkerExecutor("imports", 1, 5, TimeUnit.MINUTES);
    }

    /** Whether another would be refused now. */
    public synchronized boolean full() {
        return Limit.FILES_AT_ONCE.reached(present);
    }

    /**
     * Runs an import when those before it are done.
     *
     * @param work reads the file and hands on what it holds; the next import begins when its future
     *     has completed
     * @return what the work comes to; fails with {@link Preparation.NotPrepared} and {@link
     *     Code#IMPORTS_WAITING} when too many wait, {@link Code#SERVER_FULL} when there is no room
     *     for more people
     */
    public synchronized <T> Future<T> run(Callable<Future<T>> work) {
        if (invitations.getAsLong() >= invitationsMax) {
            return Future.failedFuture(new Preparation.NotPrepared(Code.SERVER_FULL));
        }
        if (full()) {
            return Future.failedFuture(new Preparation.NotPrepared(Code.IMPORTS_WAITING));
        }
        present++;
        Future<T> done =
                last.transform(_ -> thread.executeBlocking(work)).compose(future -> future);
        last = done.onComplete(_ -> left());
        return done;
    }

    private synchronized void left() {
        present--;
    }
}
