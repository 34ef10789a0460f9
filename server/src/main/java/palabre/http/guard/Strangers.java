package palabre.http.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import palabre.core.Limit;
import palabre.live.RateLimit;
import palabre.writer.Ticker;

/**
 * What those may do who have shown no invitation, by their address; one for the whole server. The
 * invited are not bound by it: a whole venue may share one address.
 */
public final class Strangers {
    private static final double ATTEMPTS_PER_SECOND = 20;
    private static final double JOINS_PER_SECOND = 5;

    private final Ticker ticker;
    private final Cache<String, RateLimit> attempts = remembered();
    private final Cache<String, RateLimit> joins = remembered();
    private final Map<String, Integer> sockets = new ConcurrentHashMap<>();
    private final Map<String, Integer> connections = new ConcurrentHashMap<>();

    public Strangers(Ticker ticker) {
        this.ticker = ticker;
    }

    private static Cache<String, RateLimit> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(5))
                .build();
    }

    /** Counts an attempt. */
    boolean mayTry(String address) {
        return allows(attempts, address, ATTEMPTS_PER_SECOND, Limit.ATTEMPTS_AT_ONCE);
    }

    /**
     * Counts a seat that is taken by an invitation that is not made out to a person. A whole venue
     * comes in at once; one address does not fill the room.
     *
     * @param by the invitation, or the open room
     */
    boolean mayJoin(String by, String address) {
        return allows(joins, by + " " + address, JOINS_PER_SECOND, Limit.JOINS_AT_ONCE);
    }

    private boolean allows(
            Cache<String, RateLimit> limits, String key, double perSecond, Limit atOnce) {
        long now = ticker.steadyMs();
        RateLimit limit = limits.get(key, _ -> new RateLimit(perSecond, atOnce.most(), now));
        synchronized (limit) {
            return limit.allow(now);
        }
    }

    /** Counts a WebSocket until {@link #socketEnds}; one too many is not counted. */
    public boolean socketBegins(String address) {
        return begins(sockets, address, Limit.STRANGER_SOCKETS);
    }

    public void socketEnds(String address) {
        ends(sockets, address);
    }

    /** Counts a connection until {@link #connectionEnds}; one too many is not counted. */
    boolean connectionBegins(String address) {
        return begins(connections, address, Limit.STRANGER_CONNECTIONS);
    }

    void connectionEnds(String address) {
        ends(connections, address);
    }

    private static boolean begins(Map<String, Integer> counts, String address, Limit limit) {
        boolean[] counted = {false};
        counts.compute(
                address,
                (_, n) -> {
                    int before = n == null ? 0 : n;
                    counted[0] = !limit.reached(before);
                    return counted[0] ? before + 1 : before;
                });
        return counted[0];
    }

    private static void ends(Map<String, Integer> counts, String address) {
        counts.computeIfPresent(address, (_, n) -> n == 1 ? null : n - 1);
    }
}
