package palabre.core.results;

import palabre.core.Texts;

/**
 * When those here meet again.
 *
 * @param start by the clock there: {@code 2026-12-01T14:00}; empty: they will not meet again
 * @param zone the place's, by its name in the time zone database
 */
public record NextMeeting(String start, String zone, String place) {
    /** Said in so many words: there is no next meeting. */
    public static final NextMeeting NEVER = new NextMeeting("", "", "");

    public NextMeeting {
        Texts.name(start);
        Texts.name(zone);
        Texts.title(place);
    }

    public boolean never() {
        return start.isEmpty();
    }
}
