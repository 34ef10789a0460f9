package palabre.core.order;

import java.util.List;
import java.util.Optional;
import palabre.core.RequestId;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.Queue;
import palabre.core.seats.Roster;

/** Who stands directly before and behind a request, by the order of speaking. */
public final class Moves {
    private Moves() {}

    /**
     * Whoever was put behind this request is put behind the one before it, or at the head, when it
     * goes: so that nobody's place changes.
     *
     * @return the one before it; empty also when nobody was put behind it
     */
    public static Optional<RequestId> ahead(Floor floor, RequestId id, Roster roster) {
        if (!hasFollowers(floor.line(), id)) {
            return Optional.empty();
        }
        Optional<RequestId> before = Optional.empty();
        for (FloorRequest r : SpeakingOrder.line(floor, roster)) {
            if (r.id().equals(id)) {
                break;
            }
            before = Optional.of(r.id());
        }
        return before;
    }

    private static boolean hasFollowers(Queue line, RequestId id) {
        for (FloorRequest r : line.waiting()) {
            if (r.placing().isBehind(id)) {
                return true;
            }
        }
        return false;
    }

    /** Who stands behind a request. */
    public static Optional<RequestId> behind(Floor floor, RequestId id, Roster roster) {
        List<FloorRequest> order = SpeakingOrder.line(floor, roster);
        for (int i = 0; i + 1 < order.size(); i++) {
            if (order.get(i).id().equals(id)) {
                return Optional.of(order.get(i + 1).id());
            }
        }
        return Optional.empty();
    }
}
