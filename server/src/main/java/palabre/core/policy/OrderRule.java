package palabre.core.policy;

import java.util.Locale;
import java.util.Optional;

/** By what rule those who wait are ranked. */
public enum OrderRule {
    /** Who asked first speaks first. */
    FIRST_COME,
    /** First-timers first, then the least floor time: of the person, then of their team. */
    BALANCED,
    /** The teams take turns; within a team, who asked first. */
    ROUND_ROBIN,
    /** <i>Tour de table</i>: everybody once, before anybody twice. */
    TOUR,
    /** As they asked, until the chair moves them. */
    BY_HAND;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<OrderRule> fromWire(String name) {
        for (OrderRule rule : values()) {
            if (rule.wire().equals(name)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
