package palabre.core.seats;

import java.util.Locale;
import java.util.Optional;

/**
 * What somebody chose to declare of themselves. Never required, never shown of one person, and of a
 * group only when it has so many people or more.
 */
public record Declared(Gender gender, AgeBand age) {
    public static final Declared NOTHING = new Declared(Gender.UNSAID, AgeBand.UNSAID);

    public enum Gender {
        UNSAID,
        WOMAN,
        MAN,
        ANOTHER;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Gender> fromWire(String name) {
            for (Gender g : values()) {
                if (g.wire().equals(name)) {
                    return Optional.of(g);
                }
            }
            return Optional.empty();
        }
    }

    /** "Youth" reaches to 35 in the African Youth Charter (2006). */
    public enum AgeBand {
        UNSAID("unsaid"),
        UP_TO_35("up-to-35"),
        FROM_36_TO_59("36-to-59"),
        FROM_60("from-60");

        private final String wire;

        AgeBand(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }

        public static Optional<AgeBand> fromWire(String name) {
            for (AgeBand band : values()) {
                if (band.wire().equals(name)) {
                    return Optional.of(band);
                }
            }
            return Optional.empty();
        }
    }
}
