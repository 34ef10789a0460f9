package palabre.core.room;

import java.util.List;
import java.util.Optional;
import palabre.core.RequestId;

/** What the chair puts elsewhere by hand, and what that means for those who stood behind it. */
final class Moves {
    private Moves() {}

    /**
     * Whoever was put behind this request is put behind the one before it, or at the head: so that
     * nobody's place changes when it goes.
     */
    static Floor loosened(Floor floor, RequestId id, Roster roster) {
        if (!hasFollowers(floor.line(), id)) {
            return floor;
        }
        List<FloorRequest> order = SpeakingOrder.line(floor, roster);
        Optional<RequestId> before = Optional.empty();
        for (FloorRequest r : order) {
            if (r.id().equals(id)) {
                break;
            }
            before = Optional.of(r.id());
        }
        Queue line = floor.line();
        for (FloorRequest r : order) {
            if (r.placing().isBehind(id)) {
                line = line.replaced(reanchored(r, before));
            }
        }
        return floor.with(line);
    }

    private static boolean hasFollowers(Queue line, RequestId id) {
        for (FloorRequest r : line.waiting()) {
            if (r.placing().isBehind(id)) {
                return true;
            }
        }
        return false;
    }

    /** Behind another, but in the same turn among those that the chair has moved. */
    private static FloorRequest reanchored(FloorRequest r, Optional<RequestId> behind) {
        long no = r.placing().moved().map(Placing.Moved::no).orElse(0L);
        return r.at(r.placing().moved(no, behind));
    }

    static Floor moved(Floor floor, RequestId id, Optional<RequestId> behind, Roster roster) {
        Floor loose = loosened(floor, id, roster);
        return loose.with(loose.line().moved(loose.waiting(id), behind));
    }

    static Floor skipped(Floor floor, RequestId id, Roster roster) {
        return behind(floor, id, roster)
                .map(next -> moved(floor, id, Optional.of(next), roster))
                .orElse(floor);
    }

    /** Who stands behind a request. */
    static Optional<RequestId> behind(Floor floor, RequestId id, Roster roster) {
        List<FloorRequest> order = SpeakingOrder.line(floor, roster);
        for (int i = 0; i + 1 < order.size(); i++) {
            if (order.get(i).id().equals(id)) {
                return Optional.of(order.get(i + 1).id());
            }
        }
        return Optional.empty();
    }
}
