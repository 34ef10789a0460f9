package palabre.core.session;

import java.util.Locale;
import java.util.Optional;

/** How people take part. */
public enum Modality {
    ONLINE,
    ON_SITE,
    HYBRID;

    /** The name on the wire: {@code on-site}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Modality> fromWire(String name) {
        for (Modality modality : values()) {
            if (modality.wire().equals(name)) {
                return Optional.of(modality);
            }
        }
        return Optional.empty();
    }
}
