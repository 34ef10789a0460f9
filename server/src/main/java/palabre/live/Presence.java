package palabre.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import palabre.core.SeatId;

/**
 * Who is here, as far as the server can tell. Never logged: a seat counts as here while it has a
 * connection, and for a grace after it was last heard of.
 */
final class Presence {
    private final Map<SeatId, Integer> connections = new HashMap<>();
    private final Map<SeatId, Long> heardUntilMs = new HashMap<>();

    /** All of both: asked for at every welcome, so that a storm must not count it each time. */
    private final Set<SeatId> here = new HashSet<>();

    void connected(SeatId seat) {
        connections.merge(seat, 1, Integer::sum);
        here.add(seat);
    }

    void disconnected(SeatId seat, long graceEndsMs) {
        connections.computeIfPresent(seat, (_, n) -> n == 1 ? null : n - 1);
        heard(seat, graceEndsMs);
    }

    /** Counts as here until then, whatever happens to its connections. */
    void heard(SeatId seat, long untilMs) {
        heardUntilMs.merge(seat, untilMs, Math::max);
        here.add(seat);
    }

    int count() {
        return here.size();
    }

    /** Forgets and returns those whose grace has ended. */
    List<SeatId> expire(long nowMs) {
        List<SeatId> gone = new ArrayList<>();
        heardUntilMs
                .entrySet()
                .removeIf(e -> {
                    boolean over = e.getValue() <= nowMs;
                    if (over && !connections.containsKey(e.getKey())) {
                        gone.add(e.getKey());
                    }
                    return over;
                });
        gone.forEach(here::remove);
        return gone;
    }

    boolean nobody() {
        return connections.isEmpty() && heardUntilMs.isEmpty();
    }
}
