package palabre.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import palabre.part.AudienceKey;

/** One event as each audience is told of it: the frame without its numbers. */
interface Tails {
    /** Empty when it is hidden from the audience. */
    Optional<String> of(AudienceKey audience);

    /** What was encoded beforehand. */
    static Tails made(Map<AudienceKey, String> tails) {
        return audience -> Optional.ofNullable(tails.get(audience));
    }

    /** Encodes when the first asks, and keeps it. Confined to the room's context. */
    static Tails once(Function<AudienceKey, Optional<String>> encoder) {
        Map<AudienceKey, Optional<String>> made = new HashMap<>(2);
        return audience -> made.computeIfAbsent(audience, encoder);
    }
}
