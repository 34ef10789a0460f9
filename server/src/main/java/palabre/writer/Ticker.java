package palabre.writer;

/** The server's clock; tests bring their own. */
public interface Ticker {
    /** Milliseconds since 1970. */
    long nowMs();

    /** How many times as fast as real time it runs: timers of real time wait so much shorter. */
    default int times() {
        return 1;
    }

    static Ticker system() {
        return System::currentTimeMillis;
    }

    /**
     * A clock for rehearsals, that makes a long meeting short.
     *
     * @param sinceMs when it showed the real time; the same over restarts, so that it never goes
     *     back
     */
    static Ticker faster(int times, long sinceMs) {
        return new Ticker() {
            @Override
            public long nowMs() {
                return sinceMs + times * (System.currentTimeMillis() - sinceMs);
            }

            @Override
            public int times() {
                return times;
            }
        };
    }
}
