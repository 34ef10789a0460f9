package palabre.core.floor;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import palabre.core.RequestId;

/**
 * A request that holds the floor, and its clock. All times in milliseconds of the server's clock.
 *
 * @param limitMs how long the turn may be; 0 is without limit
 * @param usedMs what was used before {@code runningSinceMs}
 * @param runningSinceMs since when the clock has been running; has no meaning while it stands
 * @param pauses why it stands, and since when each
 */
public record Turn(
        FloorRequest request,
        long limitMs,
        long usedMs,
        long runningSinceMs,
        Map<PauseCause, Long> pauses) {
    public Turn {
        pauses = Collections.unmodifiableMap(pauses);
    }

    public static Turn begun(FloorRequest request, long limitMs, long atMs) {
        return new Turn(request, limitMs, 0, atMs, Map.of());
    }

    public RequestId id() {
        return request.id();
    }

    public boolean running() {
        return pauses.isEmpty();
    }

    public boolean pausedBy(PauseCause cause) {
        return pauses.containsKey(cause);
    }

    /** What was used up to a moment. */
    public long usedMs(long atMs) {
        return running() ? usedMs + Math.max(0, atMs - runningSinceMs) : usedMs;
    }

    /** What is left at a moment, below 0 when it is over; empty without a limit. */
    public OptionalLong leftMs(long atMs) {
        return limitMs == 0 ? OptionalLong.empty() : OptionalLong.of(limitMs - usedMs(atMs));
    }

    /** The moment at which it is over, if it runs and has a limit. */
    public Optional<Long> zeroMs() {
        return running() && limitMs > 0
                ? Optional.of(runningSinceMs + limitMs - usedMs)
                : Optional.empty();
    }

    /**
     * @param asOfMs up to when the running clock counts
     * @param atMs since when the cause holds
     */
    public Turn paused(PauseCause cause, long asOfMs, long atMs) {
        Map<PauseCause, Long> causes = new EnumMap<>(PauseCause.class);
        causes.putAll(pauses);
        causes.putIfAbsent(cause, atMs);
        return new Turn(request, limitMs, usedMs(Math.min(asOfMs, atMs)), atMs, causes);
    }

    public Turn resumed(PauseCause cause, long atMs) {
        Map<PauseCause, Long> causes = new EnumMap<>(PauseCause.class);
        causes.putAll(pauses);
        causes.remove(cause);
        return new Turn(request, limitMs, usedMs(atMs), atMs, causes);
    }

    public Turn extended(long ms) {
        return new Turn(request, limitMs == 0 ? 0 : limitMs + ms, usedMs, runningSinceMs, pauses);
    }
}
