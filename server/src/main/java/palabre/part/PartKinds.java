package palabre.part;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.PartId;

/** The kinds of parts that a server has, beside main. */
public final class PartKinds {
    /** Main alone. */
    public static final PartKinds NONE = new PartKinds(List.of());

    private final Map<String, PartKind<?, ?, ?>> byName;

    public PartKinds(List<? extends PartKind<?, ?, ?>> kinds) {
        Map<String, PartKind<?, ?, ?>> all = new HashMap<>();
        for (PartKind<?, ?, ?> kind : kinds) {
            if (kind.name().equals(PartId.MAIN.kind()) || all.put(kind.name(), kind) != null) {
                throw new IllegalArgumentException("two kinds of parts named " + kind.name());
            }
        }
        this.byName = Map.copyOf(all);
    }

    public Optional<PartKind<?, ?, ?>> of(PartId part) {
        return Optional.ofNullable(byName.get(part.kind()));
    }
}
