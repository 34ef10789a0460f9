package palabre.core.floor;

import java.util.Locale;

/** How somebody came to preside. */
public enum ChairCause {
    /** The first moderator who came. */
    CAME,
    /** Acted as chair while nobody presided. */
    ACTED,
    /** Followed a chair whose link was lost for too long. */
    SUCCEEDED,
    /** Was given the chair by who presided. */
    GIVEN,
    /** Took it, openly. */
    TOOK;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
