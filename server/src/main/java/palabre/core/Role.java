package palabre.core;

import java.util.Locale;
import java.util.Optional;

/** What a seat may do. The two sides of an exchange have the same roles and the same rights. */
public enum Role {
    /** Neutral chair: gives and takes the floor; has no seat in the queue by default. */
    MODERATOR,
    /** Stands in for the moderator, with the same acts. */
    DEPUTY,
    /** Leads the shared notes; may also speak. */
    SECRETARY,
    /** Writes captions in the languages they produce. */
    CAPTIONER,
    /** Asks for the floor and speaks. */
    PARTICIPANT,
    /** The public: reads and watches, and is seen by the chair alone. */
    OBSERVER,
    /** Queues people on-site who have no device. */
    STEWARD;

    /**
     * Whether this role holds the floor for others: grant, skip, revoke, open and close the list.
     */
    public boolean chairs() {
        return this == MODERATOR || this == DEPUTY;
    }

    /** Whether this role may stand in the queue for itself. */
    public boolean speaks() {
        return this == PARTICIPANT || this == SECRETARY || this == DEPUTY;
    }

    /** The name on the wire: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> fromWire(String name) {
        for (Role role : values()) {
            if (role.wire().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
