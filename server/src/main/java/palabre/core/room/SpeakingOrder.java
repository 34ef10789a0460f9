package palabre.core.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.RequestId;

/**
 * In which order those who wait will speak, and why. A pure function of the room: whoever replays
 * the log gets the same.
 *
 * <p>First the points of order and questions, then whom the chair has promised the floor, then who
 * was called while not there, then all others by the policy, at last those whose time is used up.
 * What the chair has moved stands where it was put.
 */
public final class SpeakingOrder {
    /** So many places are worked out turn by turn; those behind stand as they do now. */
    static final int FORESEEN = 64;

    private SpeakingOrder() {}

    /** All who wait, first to last, each with the reason for its place. */
    public static List<Place> of(Room room) {
        Ranking ranking = new Ranking(room.floor(), room);
        List<Place> places = new ArrayList<>();
        for (FloorRequest r : line(room.floor(), ranking)) {
            String team = room.person(r.seat()).team();
            places.add(
                    new Place(
                            r,
                            why(room.floor(), r, ranking),
                            room.floor().ledger().of(r.seat()).chargedMs(),
                            team.isEmpty() ? 0 : room.floor().ledger().ofTeam(team).chargedMs()));
        }
        return places;
    }

    static List<FloorRequest> line(Floor floor, Roster roster) {
        return line(floor, new Ranking(floor, roster));
    }

    private static List<FloorRequest> line(Floor floor, Ranking ranking) {
        List<FloorRequest> unmoved = new ArrayList<>();
        List<FloorRequest> moved = new ArrayList<>();
        for (FloorRequest r : floor.line().waiting()) {
            (r.placing().moved().isPresent() ? moved : unmoved).add(r);
        }
        unmoved.sort(ranking.byTier());
        List<FloorRequest> line = looksAhead(floor) ? foreseen(unmoved, ranking) : unmoved;
        return moved.isEmpty() ? line : inserted(line, moved);
    }

    private static boolean looksAhead(Floor floor) {
        return floor.policy().run().isPresent() || floor.policy().order() == OrderRule.ROUND_ROBIN;
    }

    /** Turn by turn, since each turn changes whose team is next. */
    private static List<FloorRequest> foreseen(List<FloorRequest> sorted, Ranking ranking) {
        List<FloorRequest> line = new ArrayList<>();
        List<FloorRequest> ruled = new ArrayList<>();
        List<FloorRequest> last = new ArrayList<>();
        for (FloorRequest r : sorted) {
            int tier = ranking.tier(r);
            (tier < 3 ? line : tier == 3 ? ruled : last).add(r);
        }
        for (int i = 0; i < FORESEEN && !ruled.isEmpty(); i++) {
            FloorRequest next = ranking.best(ruled).orElseThrow();
            ruled.remove(next);
            line.add(next);
            ranking.pretend(next);
        }
        line.addAll(ruled);
        line.addAll(last);
        return line;
    }

    /** Puts what was moved behind what it was put behind; what was moved last, directly. */
    private static List<FloorRequest> inserted(List<FloorRequest> line, List<FloorRequest> moved) {
        Map<Optional<RequestId>, List<FloorRequest>> followers = new HashMap<>();
        moved.stream()
                .sorted(Comparator.comparingLong(SpeakingOrder::moveNo).reversed())
                .forEach(r ->
                        followers
                                .computeIfAbsent(
                                        r.placing().moved().flatMap(Placing.Moved::behind),
                                        _ -> new ArrayList<>())
                                .add(r));
        List<FloorRequest> all = new ArrayList<>(line.size() + moved.size());
        follow(Optional.empty(), followers, all);
        for (FloorRequest r : line) {
            all.add(r);
            follow(Optional.of(r.id()), followers, all);
        }
        return all;
    }

    private static long moveNo(FloorRequest r) {
        return r.placing().moved().map(Placing.Moved::no).orElse(0L);
    }

    private static void follow(
            Optional<RequestId> anchor,
            Map<Optional<RequestId>, List<FloorRequest>> followers,
            List<FloorRequest> all) {
        for (FloorRequest r : followers.getOrDefault(anchor, List.of())) {
            all.add(r);
            follow(Optional.of(r.id()), followers, all);
        }
    }

    /** Who speaks next, were all of them there. */
    static Optional<FloorRequest> first(Floor floor, Roster roster) {
        List<FloorRequest> waiting = floor.line().waiting();
        Ranking ranking = new Ranking(floor, roster);
        FloorRequest best = null;
        int bestTier = 5;
        List<FloorRequest> ruled = new ArrayList<>();
        for (FloorRequest r : waiting) {
            if (r.placing().moved().isPresent()) {
                return Optional.of(line(floor, ranking).getFirst());
            }
            int tier = ranking.tier(r);
            if (tier == 3) {
                ruled.add(r);
            } else if (tier < bestTier
                    || (tier == bestTier
                            && best != null
                            && ranking.byTier().compare(r, best) < 0)) {
                best = r;
                bestTier = tier;
            }
        }
        return bestTier < 3 || ruled.isEmpty() ? Optional.ofNullable(best) : ranking.best(ruled);
    }

    private static Why why(Floor floor, FloorRequest r, Ranking ranking) {
        if (r.placing().moved().isPresent()) {
            return Why.MOVED;
        }
        return switch (ranking.tier(r)) {
            case 0 -> r.kind() == RequestKind.QUESTION ? Why.QUESTION : Why.POINT_OF_ORDER;
            case 1 -> Why.PROMISED;
            case 2 -> Why.DEFERRED;
            case 4 -> Why.BUDGET_SPENT;
            default -> ruled(floor, r, ranking);
        };
    }

    private static Why ruled(Floor floor, FloorRequest r, Ranking ranking) {
        if (ranking.wasPassedOver(r)) {
            return Why.RUN_LIMIT;
        }
        if (r.kind() == RequestKind.REPLY) {
            return Why.REPLY;
        }
        if (r.kind() == RequestKind.INTERVENTION) {
            return Why.INTERVENTION;
        }
        return switch (floor.policy().order()) {
            case FIRST_COME, BY_HAND -> ranking.tied(r) ? Why.TIED : Why.ARRIVAL;
            case BALANCED ->
                    floor.ledger().of(r.seat()).turns() == 0 ? Why.FIRST_TURN : Why.BALANCE;
            case ROUND_ROBIN -> Why.TEAM_TURN;
            case TOUR -> ranking.hadTheirs(r) ? Why.TOUR_DONE : Why.TOUR;
        };
    }
}
