package palabre.core.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.RequestId;
import palabre.core.order.SpeakingOrder;

/**
 * Those who wait, as they came; who speaks next is for {@link SpeakingOrder} to say.
 *
 * @param open whether new requests are taken
 * @param locked whether nobody but the chair may change anything here
 * @param requestsSoFar how many requests there have been; the next one gets the number after it
 * @param actsSoFar counts deferrals and moves, so that they stay in order
 * @param windowMs when the last window of arrivals that count as tied was opened
 * @param windowOpener the request that opened it
 */
public record Queue(
        boolean open,
        boolean locked,
        long requestsSoFar,
        long actsSoFar,
        long windowMs,
        long windowOpener,
        List<FloorRequest> waiting) {
    public static final Queue EMPTY = new Queue(true, false, 0, 0, 0, 0, List.of());

    public Queue {
        waiting = List.copyOf(waiting);
    }

    public Optional<FloorRequest> find(RequestId id) {
        for (FloorRequest r : waiting) {
            if (r.id().equals(id)) {
                return Optional.of(r);
            }
        }
        return Optional.empty();
    }

    public Queue opened(boolean now) {
        return new Queue(now, locked, requestsSoFar, actsSoFar, windowMs, windowOpener, waiting);
    }

    public Queue locked(boolean now) {
        return new Queue(open, now, requestsSoFar, actsSoFar, windowMs, windowOpener, waiting);
    }

    public Queue with(List<FloorRequest> line) {
        return new Queue(open, locked, requestsSoFar, actsSoFar, windowMs, windowOpener, line);
    }

    private Queue acted(List<FloorRequest> line) {
        return new Queue(open, locked, requestsSoFar, actsSoFar + 1, windowMs, windowOpener, line);
    }

    public Queue joined(FloorEvent.FloorRequested e, long atMs) {
        long id = e.request().value();
        long opener = e.tie().value();
        boolean tied = opener != id;
        FloorRequest request =
                new FloorRequest(
                        e.request(),
                        e.seat(),
                        e.by(),
                        e.ask(),
                        RequestState.PENDING,
                        e.continued().map(FloorEvent.Continued::askedMs).orElse(atMs),
                        atMs,
                        new Placing(opener, 0, Optional.empty()),
                        e.continued().map(FloorEvent.Continued::follows),
                        e.continued()
                                .map(FloorEvent.Continued::leftMs)
                                .orElse(java.util.OptionalLong.empty()));
        List<FloorRequest> line = new ArrayList<>(waiting.size() + 1);
        line.addAll(waiting);
        line.add(request);
        return new Queue(open, locked, id, actsSoFar, tied ? windowMs : atMs, opener, line);
    }

    public Queue replaced(FloorRequest request) {
        List<FloorRequest> line = new ArrayList<>(waiting);
        line.replaceAll(r -> r.id().equals(request.id()) ? request : r);
        return with(line);
    }

    /**
     * Whoever was put behind this request stands behind another from now on, in the same turn among
     * those that the chair has moved.
     */
    public Queue loosened(RequestId id, Optional<RequestId> ahead) {
        Queue line = this;
        for (FloorRequest r : waiting) {
            if (r.placing().isBehind(id)) {
                long no = r.placing().moved().map(Placing.Moved::no).orElse(0L);
                line = line.replaced(r.at(r.placing().moved(no, ahead)));
            }
        }
        return line;
    }

    public Queue without(RequestId id) {
        List<FloorRequest> line = new ArrayList<>(waiting);
        line.removeIf(r -> r.id().equals(id));
        return with(line);
    }

    public FloorRequest get(RequestId id) {
        return find(id).orElseThrow(
                        () -> new IllegalStateException("no request " + id + " in line"));
    }

    public Queue deferred(RequestId id) {
        FloorRequest r = get(id);
        return acted(replaced(r.at(r.placing().deferred(actsSoFar + 1))).waiting);
    }

    public Queue moved(RequestId id, Optional<RequestId> behind) {
        FloorRequest r = get(id);
        return acted(replaced(r.at(r.placing().moved(actsSoFar + 1, behind))).waiting);
    }
}
