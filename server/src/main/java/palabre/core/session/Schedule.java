package palabre.core.session;

/**
 * When a session is, by the clocks of the place for which it was planned.
 *
 * @param start by the clock on the wall there: {@code 2026-12-01T14:00}
 * @param zone the place's, by its name in the time zone database
 * @param beginsMs that moment, in milliseconds since 1970, by the rules that held when it was
 *     planned: data, since the rules change and a log does not
 */
public record Schedule(String start, String zone, int minutes, long beginsMs) {
    /** The longest session, in minutes: two days. */
    public static final int MINUTES_MAX = 2 * 24 * 60;

    public Schedule {
        if (minutes < 1 || minutes > MINUTES_MAX) {
            throw new IllegalArgumentException(minutes + " minutes");
        }
    }

    public long endsMs() {
        return beginsMs + minutes * 60_000L;
    }
}
