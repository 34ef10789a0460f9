package palabre.writer;

import java.util.function.LongSupplier;

/**
 * The server's clocks; tests bring their own. What is written in a calendar goes by {@link #nowMs},
 * what is measured goes by {@link #steadyMs}, and what happens in a log goes by its {@link
 * LogClock}.
 */
public interface Ticker {
    /** The wall clock: milliseconds since 1970. It may be put forward and back. */
    long nowMs();

    /**
     * Milliseconds that pass evenly, whatever is done to the wall clock; since when, is nothing.
     */
    long steadyMs();

    /** How many times as fast as real time it runs: timers of real time wait so much shorter. */
    default int times() {
        return 1;
    }

    static Ticker system() {
        return of(System::currentTimeMillis);
    }

    /** Goes by this wall clock, and measures by the machine's steady one. */
    static Ticker of(LongSupplier wallMs) {
        return faster(wallMs, 1, 0);
    }

    /**
     * A clock for rehearsals, that makes a long meeting short.
     *
     * @param sinceMs when it showed the real time; the same over restarts, so that it never goes
     *     back
     */
    static Ticker faster(LongSupplier wallMs, int times, long sinceMs) {
        return new Ticker() {
            @Override
            public long nowMs() {
                return sinceMs + times * (wallMs.getAsLong() - sinceMs);
            }

            @Override
            public long steadyMs() {
                return times * (System.nanoTime() / 1_000_000);
            }

            @Override
            public int times() {
                return times;
            }
        };
    }
}
