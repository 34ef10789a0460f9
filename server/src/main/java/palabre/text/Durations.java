package palabre.text;

/** Lengths of time, written so that they need no words. */
public final class Durations {
    private Durations() {}

    /** {@code 1:40}, or {@code 1:02:05} from an hour on; without a sign. */
    public static String clock(long ms) {
        long s = Math.abs(ms) / 1_000;
        return s < 3_600
                ? "%d:%02d".formatted(s / 60, s % 60)
                : "%d:%02d:%02d".formatted(s / 3_600, s / 60 % 60, s % 60);
    }
}
