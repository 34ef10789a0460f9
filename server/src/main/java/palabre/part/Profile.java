package palabre.part;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a client can afford. */
public enum Profile {
    FULL,
    LITE,
    TEXT;

    private final String wire = name().toLowerCase(Locale.ROOT);

    public String wire() {
        return wire;
    }

    public static Optional<Profile> of(String wire) {
        return Arrays.stream(values()).filter(p -> p.wire.equals(wire)).findFirst();
    }
}
