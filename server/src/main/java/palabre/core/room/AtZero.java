package palabre.core.room;

import java.util.Locale;
import java.util.Optional;

/** What happens when a turn's time is over. */
public enum AtZero {
    /** It is shown; the chair decides. */
    SIGNAL,
    /** It is shown; after the grace the turn ends. */
    GRACE,
    /** The turn ends. */
    YIELD;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AtZero> fromWire(String name) {
        for (AtZero policy : values()) {
            if (policy.wire().equals(name)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
