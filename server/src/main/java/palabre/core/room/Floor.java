package palabre.core.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.RequestId;
import palabre.core.SeatId;

/**
 * The floor: permission to speak, which at most one request holds, and the line of those who wait.
 *
 * @param listOpen whether new requests are taken
 * @param requestsSoFar how many requests there have been; the next one gets the number after it
 * @param waiting in the order in which they will speak: first the accepted, then the pending
 */
public record Floor(
        boolean listOpen,
        long requestsSoFar,
        Optional<FloorRequest> holder,
        List<FloorRequest> waiting) {
    public static final Floor EMPTY = new Floor(true, 0, Optional.empty(), List.of());

    public Floor {
        waiting = List.copyOf(waiting);
    }

    /** The request, when it has not ended. */
    public Optional<FloorRequest> find(RequestId id) {
        return holder.filter(r -> r.id().equals(id))
                .or(() -> waiting.stream().filter(r -> r.id().equals(id)).findFirst());
    }

    /** The one request of a seat, waiting or granted. */
    public Optional<FloorRequest> of(SeatId seat) {
        return holder.filter(r -> r.seat().equals(seat))
                .or(() -> waiting.stream().filter(r -> r.seat().equals(seat)).findFirst());
    }

    /** Whether a request with this number ever was. */
    public boolean knew(RequestId id) {
        return id.value() <= requestsSoFar;
    }

    RequestId nextId() {
        return new RequestId(requestsSoFar + 1);
    }

    /** Who gets the floor of itself when it becomes free: the first that was promised it. */
    Optional<FloorRequest> promised() {
        return waiting.stream().findFirst().filter(r -> r.state() == RequestState.ACCEPTED);
    }

    Floor evolve(FloorEvent event, long atMs) {
        return switch (event) {
            case FloorEvent.FloorRequested e ->
                    joined(
                            new FloorRequest(
                                    e.request(), e.seat(), e.topic(), RequestState.PENDING, atMs));
            case FloorEvent.FloorAccepted e -> accepted(e.request(), atMs);
            case FloorEvent.FloorGranted e -> granted(e.request(), atMs);
            case FloorEvent.FloorDenied e -> without(e.request());
            case FloorEvent.FloorCancelled e -> without(e.request());
            case FloorEvent.FloorReleased e -> without(e.request());
            case FloorEvent.FloorRevoked e -> without(e.request());
            case FloorEvent.FloorSkipped e -> skipped(e.request());
            case FloorEvent.ListOpened _ -> new Floor(true, requestsSoFar, holder, waiting);
            case FloorEvent.ListClosed _ -> new Floor(false, requestsSoFar, holder, waiting);
        };
    }

    private Floor joined(FloorRequest request) {
        List<FloorRequest> line = new ArrayList<>(waiting);
        line.add(request);
        return new Floor(listOpen, request.id().value(), holder, line);
    }

    private Floor accepted(RequestId id, long atMs) {
        List<FloorRequest> line = new ArrayList<>(waiting);
        int at = indexOf(id);
        FloorRequest request = line.remove(at).into(RequestState.ACCEPTED, atMs);
        int behindPromised = 0;
        while (behindPromised < line.size()
                && line.get(behindPromised).state() == RequestState.ACCEPTED) {
            behindPromised++;
        }
        line.add(behindPromised, request);
        return with(line);
    }

    private Floor granted(RequestId id, long atMs) {
        List<FloorRequest> line = new ArrayList<>(waiting);
        FloorRequest request = line.remove(indexOf(id)).into(RequestState.GRANTED, atMs);
        return new Floor(listOpen, requestsSoFar, Optional.of(request), line);
    }

    private Floor without(RequestId id) {
        if (holder.filter(r -> r.id().equals(id)).isPresent()) {
            return new Floor(listOpen, requestsSoFar, Optional.empty(), waiting);
        }
        return with(waiting.stream().filter(r -> !r.id().equals(id)).toList());
    }

    private Floor skipped(RequestId id) {
        List<FloorRequest> line = new ArrayList<>(waiting);
        int at = indexOf(id);
        line.add(at + 1, line.remove(at));
        return with(line);
    }

    private Floor with(List<FloorRequest> line) {
        return new Floor(listOpen, requestsSoFar, holder, line);
    }

    private int indexOf(RequestId id) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException("no request " + id + " in the line");
    }
}
