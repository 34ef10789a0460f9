package palabre.live;

import java.util.HashMap;
import java.util.Map;
import palabre.core.Limit;
import palabre.core.SeatId;

/** How many commands each seat may send. Confined to the room's context. */
final class SeatLimits {
    /** Beyond those that a seat may send at once. */
    private static final double COMMANDS_PER_SECOND = 50;

    private final Map<SeatId, RateLimit> limits = new HashMap<>();

    boolean allow(SeatId seat, long now) {
        return limits.computeIfAbsent(
                        seat,
                        _ -> new RateLimit(COMMANDS_PER_SECOND, Limit.COMMANDS_AT_ONCE.most(), now))
                .allow(now);
    }

    /** Who has been quiet for a while is forgotten. */
    void forget(long now) {
        limits.values().removeIf(l -> l.full(now));
    }
}
