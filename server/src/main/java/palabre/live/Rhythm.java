package palabre.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import palabre.writer.Ticker;

/**
 * When what waits goes out: at once when it is urgent or nothing went lately, else together with
 * what comes meanwhile, and never before the batch before it is out. Confined to the room's
 * context.
 */
final class Rhythm {
    /** How soon to look again whether the batch before is out. */
    private static final long BUSY_MS = 10;

    private final Vertx vertx;
    private final Context context;
    private final Ticker ticker;
    private final long batchMs;
    private final Hub hub;
    private final Runnable send;
    private boolean waits;
    private long wentMs = Long.MIN_VALUE / 2;

    Rhythm(Vertx vertx, Context context, Ticker ticker, long batchMs, Hub hub, Runnable send) {
        this.vertx = vertx;
        this.context = context;
        this.ticker = ticker;
        this.batchMs = batchMs;
        this.hub = hub;
        this.send = send;
    }

    /** Something has happened. */
    void go(boolean urgent) {
        boolean quiet = ticker.steadyMs() - wentMs >= batchMs;
        if (urgent || (quiet && !hub.busy())) {
            send.run();
        } else if (!waits) {
            waits = true;
            after(batchMs);
        }
    }

    private void after(long ms) {
        vertx.setTimer(ms, _ -> context.runOnContext(_ -> waited()));
    }

    private void waited() {
        if (hub.busy()) {
            after(BUSY_MS);
        } else {
            waits = false;
            send.run();
        }
    }

    /** A batch goes out now. */
    void went() {
        wentMs = ticker.steadyMs();
    }
}
