package palabre.live;

/** A token bucket: {@code burst} at once, then {@code perSecond} on average. */
public final class RateLimit {
    private final double perSecond;
    private final double burst;
    private double tokens;
    private long lastMs;

    public RateLimit(double perSecond, double burst, long nowMs) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.lastMs = nowMs;
    }

    public boolean allow(long nowMs) {
        tokens = Math.min(burst, tokens + Math.max(0, nowMs - lastMs) * perSecond / 1_000);
        lastMs = nowMs;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** Whether nothing is lost by forgetting it. */
    public boolean full(long nowMs) {
        return tokens + Math.max(0, nowMs - lastMs) * perSecond / 1_000 >= burst;
    }
}
