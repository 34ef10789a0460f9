package palabre.testing;

import palabre.writer.Ticker;

/** A wall clock and a steady one, both in the hands of a test. */
public final class FakeTicker implements Ticker {
    private long wallMs = 1_764_000_000_000L;
    private long steadyMs = 5_000;

    /** Time passes. */
    public void pass(long ms) {
        wallMs += ms;
        steadyMs += ms;
    }

    /** Somebody sets the wall clock. */
    public void put(long ms) {
        wallMs += ms;
    }

    @Override
    public long nowMs() {
        return wallMs;
    }

    @Override
    public long steadyMs() {
        return steadyMs;
    }
}
