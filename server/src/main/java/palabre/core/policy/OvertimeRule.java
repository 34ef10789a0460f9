package palabre.core.policy;

import java.util.Locale;
import java.util.Optional;

/** What happens when a turn's time is over. */
public enum OvertimeRule {
    /** It is shown; the chair decides. */
    SIGNAL,
    /** It is shown; after the grace the turn ends. */
    GRACE,
    /** The turn ends. */
    YIELD;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OvertimeRule> fromWire(String name) {
        for (OvertimeRule policy : values()) {
            if (policy.wire().equals(name)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
