package palabre.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends connections that take their time on purpose: a request must have come whole within {@link
 * #REQUEST_MS}, and an idle connection may rest for {@link #IDLE_MS}. A slow but honest link sends
 * its 64 KiB at 20 kbit/s well within it.
 */
final class ConnectionGuard {
    static final long REQUEST_MS = 45_000;
    static final long IDLE_MS = 75_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final Map<HttpConnection, Long> deadlines = new ConcurrentHashMap<>();
    private final long requestMs;

    ConnectionGuard(Vertx vertx, long requestMs) {
        this.requestMs = requestMs;
        vertx.setPeriodic(Math.min(1_000, requestMs), _ -> sweep());
    }

    private static long now() {
        return RoomConnection.now();
    }

    void opened(HttpConnection connection) {
        deadlines.put(connection, now() + requestMs);
        connection.closeHandler(_ -> deadlines.remove(connection));
    }

    void requested(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        deadlines.computeIfPresent(connection, (_, _) -> now() + requestMs);
        request.response()
                .endHandler(_ -> deadlines.computeIfPresent(connection, (_, _) -> now() + IDLE_MS));
    }

    /** The request has come whole; how long its answer takes is our own affair. */
    void whole(HttpServerRequest request) {
        deadlines.computeIfPresent(request.connection(), (_, _) -> NEVER);
    }

    private void sweep() {
        long now = now();
        Iterator<Map.Entry<HttpConnection, Long>> all = deadlines.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<HttpConnection, Long> entry = all.next();
            if (entry.getValue() < now) {
                all.remove();
                entry.getKey().close();
            }
        }
    }
}
