package palabre.core.floor;

import java.util.Locale;

/** Why a turn was ended by somebody else than its speaker. */
public enum Ending {
    /** The chair ended it. */
    CHAIR,
    /** The chair went on to the next. */
    NEXT,
    /** Its time was over, and the policy ends turns then. */
    TIME_OVER,
    /** The speaker's link did not come back in time; a request at the head of the line follows. */
    CONNECTION_LOST;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
