package palabre.live;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import palabre.core.room.Audience;

/** One channel for each audience. */
final class Channels {
    private final Map<Audience, Channel> channels = new EnumMap<>(Audience.class);

    Channels(String epoch, long start, long toldNumber) {
        for (Audience audience : Audience.values()) {
            channels.put(audience, new Channel(audience, epoch, start, toldNumber));
        }
    }

    Channel of(Audience audience) {
        return Objects.requireNonNull(channels.get(audience));
    }

    Collection<Channel> all() {
        return channels.values();
    }
}
