package palabre.core.floor;

import java.util.Locale;

/** Why a turn's clock stands. A turn runs when no cause is left. */
public enum PauseCause {
    /** The chair paused this turn. */
    CHAIR,
    /** The chair paused the whole floor. */
    ALL,
    /** The speaker's link is lost; charging stopped at the last byte that came in. */
    LINK,
    /** Somebody was let in between. */
    INTERRUPTED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
