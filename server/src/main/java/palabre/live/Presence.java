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
 * connection, and for a grace after it was last heard of. All times are of the steady clock.
 */
final class Presence {
    private final Map<SeatId, Integer> connections = new HashMap<>();
    private final Map<SeatId, Long> heardUntilMs = new HashMap<>();

    private final Map<SeatId, Long> readsUntilMs = new HashMap<>();

    private final Map<SeatId, Long> lastByteMs = new HashMap<>();

    /** All of both: asked for at every welcome, so that a storm must not count it each time. */
    private final Set<SeatId> here = new HashSet<>();

    void connected(SeatId seat) {
        connections.merge(seat, 1, Integer::sum);
        here.add(seat);
    }

    /**
     * @param lastMs when the last byte came in over the connection that ended
     */
    void disconnected(SeatId seat, long lastMs, long graceEndsMs) {
        connections.computeIfPresent(seat, (_, n) -> n == 1 ? null : n - 1);
        heard(seat, lastMs, graceEndsMs);
    }

    /** Counts as here until then, whatever happens to its connections. */
    void heard(SeatId seat, long lastMs, long untilMs) {
        lastByteMs.merge(seat, lastMs, Math::max);
        heardUntilMs.merge(seat, untilMs, Math::max);
        here.add(seat);
    }

    /** Somebody reads a page, who asks for nothing while they read. */
    void reads(SeatId seat, long untilMs) {
        readsUntilMs.put(seat, untilMs);
    }

    /** Whether what is asked of all who are here is asked of them. */
    boolean mayAnswer(SeatId seat) {
        return here.contains(seat) || readsUntilMs.containsKey(seat);
    }

    /** Has gone, and says so. */
    void left(SeatId seat) {
        readsUntilMs.remove(seat);
    }

    boolean isHere(SeatId seat) {
        return here.contains(seat);
    }

    int count() {
        return here.size();
    }

    /**
     * Somebody who is not here any more.
     *
     * @param lastMs when they were last heard of
     */
    record Gone(SeatId seat, long lastMs) {}

    /** Forgets and returns those whose grace has ended. */
    List<Gone> expire(long nowMs) {
        readsUntilMs.values().removeIf(until -> until <= nowMs);
        List<Gone> gone = new ArrayList<>();
        heardUntilMs
                .entrySet()
                .removeIf(e -> {
                    boolean over = e.getValue() <= nowMs;
                    if (over && !connections.containsKey(e.getKey())) {
                        Long last = lastByteMs.remove(e.getKey());
                        gone.add(new Gone(e.getKey(), last == null ? nowMs : last));
                    }
                    return over;
                });
        gone.forEach(g -> here.remove(g.seat()));
        return gone;
    }

    boolean nobody() {
        return connections.isEmpty() && heardUntilMs.isEmpty();
    }
}
