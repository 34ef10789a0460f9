package palabre.live;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import palabre.core.Limit;
import palabre.core.SeatId;
import palabre.loops.LoopTask;
import palabre.part.AudienceKey;

/**
 * Hands batches to subscribers: one task an event loop and batch, not one a subscriber. Confined to
 * the room's context.
 */
final class Hub {
    private final Map<AudienceKey, Map<EventLoop, Set<Subscriber>>> subscribers = new HashMap<>();
    private final Map<Subscriber, AudienceKey> audiences = new HashMap<>();
    private final Map<SeatId, Set<Subscriber>> bySeat = new HashMap<>();

    private final AtomicInteger underway = new AtomicInteger();
    private long connections;
    private long resumes;
    private long bytes;

    void add(Subscriber subscriber, AudienceKey audience) {
        remove(subscriber);
        audiences.put(subscriber, audience);
        group(subscriber, audience).add(subscriber);
        bySeat.computeIfAbsent(subscriber.seat(), _ -> new LinkedHashSet<>()).add(subscriber);
    }

    /** Whether it was there. */
    boolean remove(Subscriber subscriber) {
        AudienceKey audience = audiences.remove(subscriber);
        if (audience == null) {
            return false;
        }
        group(subscriber, audience).remove(subscriber);
        bySeat.computeIfPresent(
                subscriber.seat(),
                (_, all) -> {
                    all.remove(subscriber);
                    return all.isEmpty() ? null : all;
                });
        return true;
    }

    private Set<Subscriber> group(Subscriber subscriber, AudienceKey audience) {
        return subscribers
                .computeIfAbsent(audience, _ -> new HashMap<>())
                .computeIfAbsent(subscriber.loop(), _ -> new HashSet<>());
    }

    List<Subscriber> of(SeatId seat) {
        return List.copyOf(bySeat.getOrDefault(seat, Set.of()));
    }

    /** The oldest of a seat that has as many as it may. */
    Optional<Subscriber> oneTooMany(SeatId seat) {
        Set<Subscriber> all = bySeat.getOrDefault(seat, Set.of());
        return Limit.STREAMS.reached(all.size())
                ? Optional.of(all.iterator().next())
                : Optional.empty();
    }

    List<Subscriber> all() {
        return List.copyOf(audiences.keySet());
    }

    boolean has(AudienceKey audience) {
        return subscribers.getOrDefault(audience, Map.of()).values().stream()
                .anyMatch(s -> !s.isEmpty());
    }

    Optional<AudienceKey> audienceOf(Subscriber subscriber) {
        return Optional.ofNullable(audiences.get(subscriber));
    }

    void deliver(AudienceKey audience, Batch batch) {
        subscribers
                .getOrDefault(audience, Map.of())
                .forEach((loop, group) -> {
                    List<Subscriber> now = new ArrayList<>(group);
                    bytes += (long) batch.text().length() * now.size();
                    underway.incrementAndGet();
                    LoopTask.on(
                            loop,
                            () -> {
                                try {
                                    now.forEach(s -> s.deliver(batch));
                                } finally {
                                    underway.decrementAndGet();
                                }
                            });
                });
    }

    /**
     * Whether a batch is still being written: what comes meanwhile had better wait and go together.
     */
    boolean busy() {
        return underway.get() > 0;
    }

    /**
     * @param resumes whether it goes on from where another was cut
     */
    void count(Batch welcome, boolean resumes) {
        connections++;
        this.resumes += resumes ? 1 : 0;
        bytes += welcome.text().length();
    }

    Traffic traffic() {
        return new Traffic(connections, resumes, bytes);
    }

    static void welcome(Subscriber subscriber, Batch batch) {
        LoopTask.on(subscriber.loop(), () -> subscriber.welcome(batch));
    }

    static void end(Subscriber subscriber, CloseCode code) {
        LoopTask.on(subscriber.loop(), () -> subscriber.end(code));
    }
}
