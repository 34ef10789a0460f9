package palabre.http.base;

/** Measures how long something takes: a clock that is never set, forward or back. */
public final class SteadyClock {
    private SteadyClock() {}

    /** Milliseconds since some moment that stays the same while this process runs. */
    public static long ms() {
        return System.nanoTime() / 1_000_000;
    }
}
