package palabre.core.note;

import java.util.Locale;
import java.util.Optional;

/** Who writes into a note. Observers read. */
public enum WriteRule {
    /** Everybody but observers. */
    ALL,
    /** The secretary and who does the chair's acts; what others write is a proposal. */
    LED;

    /** The name on the wire: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WriteRule> fromWire(String name) {
        for (WriteRule rule : values()) {
            if (rule.wire().equals(name)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
