package palabre.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import palabre.live.RateLimit;
import palabre.writer.Ticker;

/**
 * What those may do who have shown no invitation, by their address; one for the whole server. The
 * invited are not bound by it: a whole venue may share one address.
 */
final class Strangers {
    private static final double ATTEMPTS_PER_SECOND = 20;
    private static final double ATTEMPTS_BURST = 300;

    /** WebSockets that wait for a token. */
    static final int SOCKETS_MAX = 200;

    /**
     * Connections on which nothing has been shown yet. A whole venue that comes back at once must
     * find room in it, since each begins so.
     */
    static final int CONNECTIONS_MAX = 8_000;

    private final Ticker ticker;
    private final Cache<String, RateLimit> attempts =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterAccess(Duration.ofMinutes(5))
                    .build();
    private final Map<String, Integer> sockets = new ConcurrentHashMap<>();
    private final Map<String, Integer> connections = new ConcurrentHashMap<>();

    Strangers(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Counts an attempt. */
    boolean mayTry(String address) {
        long now = ticker.steadyMs();
        RateLimit limit =
                attempts.get(address, _ -> new RateLimit(ATTEMPTS_PER_SECOND, ATTEMPTS_BURST, now));
        synchronized (limit) {
            return limit.allow(now);
        }
    }

    /** Counts a WebSocket until {@link #socketEnds}; one too many is not counted. */
    boolean socketBegins(String address) {
        return begins(sockets, address, SOCKETS_MAX);
    }

    void socketEnds(String address) {
        ends(sockets, address);
    }

    /** Counts a connection until {@link #connectionEnds}; one too many is not counted. */
    boolean connectionBegins(String address) {
        return begins(connections, address, CONNECTIONS_MAX);
    }

    void connectionEnds(String address) {
        ends(connections, address);
    }

    private static boolean begins(Map<String, Integer> counts, String address, int max) {
        boolean[] counted = {false};
        counts.compute(
                address,
                (_, n) -> {
                    int before = n == null ? 0 : n;
                    counted[0] = before < max;
                    return counted[0] ? before + 1 : before;
                });
        return counted[0];
    }

    private static void ends(Map<String, Integer> counts, String address) {
        counts.computeIfPresent(address, (_, n) -> n == 1 ? null : n - 1);
    }
}
