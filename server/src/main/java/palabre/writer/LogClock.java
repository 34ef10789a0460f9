package palabre.writer;

/**
 * The time in one log. It never goes back, and passes as evenly as the machine's steady clock does.
 * It follows the wall clock: at once, as long as nothing in the log is measured; else by one part
 * in a hundred, so that a turn of three minutes is at most two seconds longer or shorter. When the
 * wall clock was put back it goes on at half its pace until it is right again, or, while something
 * is measured, slower by one part in a hundred.
 */
public final class LogClock implements Ticker {
    /** How much of the time that passes may be put right while something is measured. */
    static final double WHILE_MEASURED = 0.01;

    /** How much of it the clock may lose while nothing is. */
    static final double WHILE_QUIET = 0.5;

    private final Ticker server;
    private double timeMs;
    private long readMs;
    private boolean measured;

    /**
     * @param lastMs the time of the log's last record, which may lie ahead of the wall clock
     */
    public LogClock(Ticker server, long lastMs) {
        this.server = server;
        this.timeMs = Math.max(server.nowMs(), lastMs);
        this.readMs = server.steadyMs();
    }

    /** One by which nothing happens too early, however far the wall clock is put forward. */
    public static LogClock unhurried(Ticker server) {
        LogClock clock = new LogClock(server, 0);
        clock.measured(true);
        return clock;
    }

    /** Whether something in the log is measured from now on. */
    synchronized void measured(boolean now) {
        measured = now;
    }

    @Override
    public synchronized long nowMs() {
        long steadyMs = server.steadyMs();
        long passedMs = steadyMs - readMs;
        readMs = steadyMs;
        timeMs += passedMs;
        double aheadMs = timeMs - server.nowMs();
        if (aheadMs > 0) {
            timeMs -= Math.min(aheadMs, passedMs * (measured ? WHILE_MEASURED : WHILE_QUIET));
        } else {
            timeMs += measured ? Math.min(-aheadMs, passedMs * WHILE_MEASURED) : -aheadMs;
        }
        return (long) timeMs;
    }

    /** A moment of the wall clock, as this clock will show it if neither is touched. */
    public long momentMs(long wallMs) {
        return nowMs() + wallMs - server.nowMs();
    }

    @Override
    public long steadyMs() {
        return server.steadyMs();
    }

    @Override
    public int times() {
        return server.times();
    }
}
