package palabre.http.guard;

import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import palabre.http.base.NetworkAddress;
import palabre.http.base.ServerConfig;
import palabre.http.base.SteadyClock;

/**
 * Ends connections that take their time on purpose: a request must have come whole within {@link
 * #REQUEST_MS}, and an idle connection may rest for {@link #IDLE_MS}. A slow but honest link sends
 * its 64 KiB at 20 kbit/s well within it. An address has so many connections on which nobody has
 * shown an invitation yet.
 */
public final class ConnectionGuard {
    public static final long REQUEST_MS = 45_000;
    static final long IDLE_MS = 75_000;

    /** How long what was written may take to be read once the connection is to end. */
    private static final long CLOSE_MS = 120_000;

    /** How long what nobody waits for may take to come. */
    private static final long REST_MS = 5_000;

    private static final long NEVER = Long.MAX_VALUE;

    private final Map<HttpConnection, Watched> all = new ConcurrentHashMap<>();
    private final Strangers strangers;
    private final ServerConfig config;
    private final long requestMs;
    private final Bodies bodies = new Bodies(Runtime.getRuntime().maxMemory());

    public ConnectionGuard(Vertx vertx, Strangers strangers, ServerConfig config, long requestMs) {
        this.strangers = strangers;
        this.config = config;
        this.requestMs = requestMs;
        vertx.setPeriodic(Math.min(1_000, requestMs), _ -> sweep());
    }

    private static final class Watched {
        private volatile long deadlineMs;
        private volatile boolean closing;

        /** What came with the request that is answered now. */
        private Optional<Bodies.Held> body = Optional.empty();

        /** Where it is counted as a stranger's. */
        private Optional<String> countedAt = Optional.empty();
    }

    private static long now() {
        return SteadyClock.ms();
    }

    public long requestMs() {
        return requestMs;
    }

    public void opened(HttpConnection connection) {
        Watched watched = new Watched();
        watched.deadlineMs = now() + requestMs;
        String remote = String.valueOf(connection.remoteAddress().hostAddress());
        if (!config.trusts(remote)) {
            String address = NetworkAddress.network(remote).orElse(remote);
            if (!strangers.connectionBegins(address)) {
                cut(connection);
                return;
            }
            watched.countedAt = Optional.of(address);
        }
        all.put(connection, watched);
        RequestGuard.in(channel(connection));
        channel(connection)
                .closeFuture()
                .addListener(_ -> {
                    all.remove(connection);
                    uncount(watched);
                    release(watched);
                });
    }

    /** Whether the body of a request may be read now: so many large ones are in memory at once. */
    public boolean letIn(HttpServerRequest request, String address) {
        String length = String.valueOf(request.getHeader("Content-Length"));
        boolean chunked = request.headers().contains("Transfer-Encoding");
        boolean small =
                !chunked
                        && (length.length() < 10 && length.matches("\\d+")
                                        ? Long.parseLong(length)
                                        : 0)
                                <= Bodies.SMALL;
        return small || holds(request, bodies.letIn(address));
    }

    /** Whether a file may be read now. */
    public boolean letFileIn(HttpServerRequest request) {
        return holds(request, bodies.letFileIn());
    }

    private boolean holds(HttpServerRequest request, Optional<Bodies.Held> body) {
        Watched watched = all.get(request.connection());
        if (watched == null || body.isEmpty()) {
            body.ifPresent(bodies::release);
            return false;
        }
        synchronized (watched) {
            watched.body = body;
        }
        if (channel(request.connection()).isActive()) {
            return true;
        }
        release(watched);
        return false;
    }

    private void release(Watched watched) {
        synchronized (watched) {
            watched.body.ifPresent(bodies::release);
            watched.body = Optional.empty();
        }
    }

    /** Somebody has shown an invitation on it. */
    void invited(HttpConnection connection) {
        Optional.ofNullable(all.get(connection)).ifPresent(this::uncount);
    }

    private void uncount(Watched watched) {
        synchronized (watched) {
            watched.countedAt.ifPresent(strangers::connectionEnds);
            watched.countedAt = Optional.empty();
        }
    }

    public void requested(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        until(connection, now() + requestMs);
        Watched watched = all.get(connection);
        if (watched != null) {
            release(watched);
            request.response().endHandler(_ -> answered(request, watched));
        }
    }

    /**
     * What is answered before it has come whole is of no interest any more, but still in memory.
     */
    private void answered(HttpServerRequest request, Watched watched) {
        if (request.isEnded()) {
            release(watched);
        }
        watched.deadlineMs = now() + (request.isEnded() ? IDLE_MS : REST_MS);
    }

    /** The request has come whole; how long its answer takes is our own affair. */
    public void whole(HttpServerRequest request) {
        until(request.connection(), NEVER);
    }

    private void until(HttpConnection connection, long deadlineMs) {
        Watched watched = all.get(connection);
        if (watched != null) {
            watched.deadlineMs = deadlineMs;
        }
    }

    private void sweep() {
        long now = now();
        all.forEach((connection, watched) -> {
            if (watched.deadlineMs < now) {
                if (watched.closing) {
                    cut(connection);
                } else {
                    watched.closing = true;
                    watched.deadlineMs = now + CLOSE_MS;
                    connection.close();
                }
            }
        });
    }

    public static Channel channel(HttpConnection connection) {
        return ((HttpServerConnection) connection).channelHandlerContext().channel();
    }

    /** Ends a connection at once, whatever is still to be written on it. */
    static void cut(HttpConnection connection) {
        var _ = ((HttpServerConnection) connection).channelHandlerContext().close();
    }
}
