package palabre.core.seats;

import java.util.Locale;
import java.util.Optional;

/** By what speakers belong together. */
public enum Grouping {
    TEAM,
    SITE,
    /** On-site or online. */
    MODE;

    public static final String ONLINE = "online";
    public static final String ON_SITE = "on-site";

    /** The name of a person's group; empty when they have none, and then nothing binds them. */
    public String of(Person person) {
        return switch (this) {
            case TEAM -> person.team();
            case SITE -> person.site();
            case MODE -> person.site().isEmpty() ? ONLINE : ON_SITE;
        };
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Grouping> fromWire(String name) {
        for (Grouping grouping : values()) {
            if (grouping.wire().equals(name)) {
                return Optional.of(grouping);
            }
        }
        return Optional.empty();
    }
}
