package palabre.load;

import java.util.Locale;

/**
 * A bad link. Rates and round trips are those of published test profiles (BigBlueButton's own,
 * augmented-traffic-control, browsers' developer tools).
 *
 * @param downKbit kilobits a second towards the client; 0 for no bound
 * @param upKbit kilobits a second towards the server; 0 for no bound
 * @param roundTripMs how long a byte needs there and back
 * @param cutAfterMs a connection lives a random time up to about this long; 0 for no cuts
 * @param stalls the share of connections that end by falling silent instead of being cut
 * @param silentMs how long they are silent before they are gone
 */
record LinkProfile(
        int downKbit, int upKbit, int roundTripMs, int cutAfterMs, double stalls, int silentMs) {
    private static final int SILENT_MS = 2_000;

    private LinkProfile(int down, int up, int roundTripMs, int cutAfterMs, double stalls) {
        this(down, up, roundTripMs, cutAfterMs, stalls, SILENT_MS);
    }

    /** The same link for a clock that runs so many times as fast. */
    LinkProfile faster(int times) {
        return new LinkProfile(
                downKbit * times,
                upKbit * times,
                roundTripMs / times,
                cutAfterMs / times,
                stalls,
                silentMs / times);
    }

    static LinkProfile of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "none" -> new LinkProfile(0, 0, 0, 0, 0);
            case "cuts" -> new LinkProfile(0, 0, 0, 250, 0.05);
            case "gprs" -> new LinkProfile(50, 20, 500, 120_000, 0.1);
            case "2g-urban" -> new LinkProfile(35, 34, 1_300, 0, 0.02);
            case "edge" -> new LinkProfile(240, 200, 840, 600_000, 0);
            case "slow-3g" -> new LinkProfile(400, 400, 2_000, 0, 0);
            case "satellite" -> new LinkProfile(1_000, 256, 700, 0, 0.05);
            case "half-open" -> new LinkProfile(0, 0, 0, 500, 1);
            default -> throw new IllegalArgumentException("no such link: " + name);
        };
    }
}
