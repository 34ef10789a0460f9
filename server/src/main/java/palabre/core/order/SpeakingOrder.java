package palabre.core.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.RequestId;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.Placing;
import palabre.core.policy.OrderRule;
import palabre.core.policy.RequestKind;
import palabre.core.seats.Roster;

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
    public static final int FORESEEN = 64;

    private SpeakingOrder() {}

    /** All who wait, first to last, each with the reason for its place. */
    public static List<Place> of(Floor floor, Roster roster) {
        Ranking ranking = new Ranking(floor, roster);
        List<Place> places = new ArrayList<>();
        for (Standing s : line(floor, ranking)) {
            long teamMs = s.person().team().isEmpty() ? 0 : s.team().chargedMs();
            Why why = why(floor, s, ranking);
            places.add(new Place(s.request, why, s.account().chargedMs(), teamMs));
        }
        return places;
    }

    public static List<FloorRequest> line(Floor floor, Roster roster) {
        List<FloorRequest> line = new ArrayList<>();
        line(floor, new Ranking(floor, roster)).forEach(s -> line.add(s.request));
        return line;
    }

    private static List<Standing> line(Floor floor, Ranking ranking) {
        List<Standing> unmoved = new ArrayList<>();
        List<Standing> moved = new ArrayList<>();
        for (Standing s : ranking.all()) {
            (isMoved(s) ? moved : unmoved).add(s);
        }
        unmoved.sort(ranking::compare);
        List<Standing> line = looksAhead(floor) ? foreseen(unmoved, ranking) : unmoved;
        return moved.isEmpty() ? line : inserted(line, moved);
    }

    private static boolean isMoved(Standing s) {
        return s.request.placing().moved().isPresent();
    }

    private static boolean looksAhead(Floor floor) {
        return floor.policy().run().isPresent() || floor.policy().order() == OrderRule.ROUND_ROBIN;
    }

    /** Turn by turn, since each turn changes whose team is next. */
    private static List<Standing> foreseen(List<Standing> sorted, Ranking ranking) {
        List<Standing> line = new ArrayList<>();
        List<Standing> ruled = new ArrayList<>();
        List<Standing> last = new ArrayList<>();
        for (Standing s : sorted) {
            (s.tier < Ranking.RULED ? line : s.tier == Ranking.RULED ? ruled : last).add(s);
        }
        for (int i = 0; i < FORESEEN && !ruled.isEmpty(); i++) {
            Standing next = ranking.best(ruled).orElseThrow();
            ruled.remove(next);
            line.add(next);
            ranking.pretend(next);
        }
        line.addAll(ruled);
        line.addAll(last);
        return line;
    }

    /** Puts what was moved behind what it was put behind; what was moved last, directly. */
    private static List<Standing> inserted(List<Standing> line, List<Standing> moved) {
        Map<Optional<RequestId>, List<Standing>> followers = new HashMap<>();
        moved.stream()
                .sorted(Comparator.comparingLong(SpeakingOrder::moveNo).reversed())
                .forEach(s ->
                        followers
                                .computeIfAbsent(
                                        s.request.placing().moved().flatMap(Placing.Moved::behind),
                                        _ -> new ArrayList<>())
                                .add(s));
        List<Standing> all = new ArrayList<>(line.size() + moved.size());
        follow(Optional.empty(), followers, all);
        for (Standing s : line) {
            all.add(s);
            follow(Optional.of(s.request.id()), followers, all);
        }
        return all;
    }

    private static long moveNo(Standing s) {
        return s.request.placing().moved().map(Placing.Moved::no).orElse(0L);
    }

    private static void follow(
            Optional<RequestId> anchor,
            Map<Optional<RequestId>, List<Standing>> followers,
            List<Standing> all) {
        for (Standing s : followers.getOrDefault(anchor, List.of())) {
            all.add(s);
            follow(Optional.of(s.request.id()), followers, all);
        }
    }

    /** Who speaks next, were all of them there. */
    public static Optional<FloorRequest> first(Floor floor, Roster roster) {
        Ranking ranking = new Ranking(floor, roster);
        List<Standing> ruled = new ArrayList<>(floor.line().waiting().size());
        Standing best = null;
        for (Standing s : ranking.all()) {
            if (isMoved(s)) {
                return Optional.of(line(floor, ranking).getFirst().request);
            }
            if (s.tier == Ranking.RULED) {
                ruled.add(s);
            } else if (best == null || ranking.compare(s, best) < 0) {
                best = s;
            }
        }
        boolean byRule = (best == null || best.tier > Ranking.RULED) && !ruled.isEmpty();
        return (byRule ? ranking.best(ruled) : Optional.ofNullable(best)).map(s -> s.request);
    }

    private static Why why(Floor floor, Standing s, Ranking ranking) {
        if (isMoved(s)) {
            return Why.MOVED;
        }
        return switch (s.tier) {
            case 0 -> s.request.kind() == RequestKind.QUESTION ? Why.QUESTION : Why.POINT_OF_ORDER;
            case 1 -> Why.PROMISED;
            case 2 -> Why.DEFERRED;
            case Ranking.RULED -> ruled(floor, s, ranking);
            default -> Why.BUDGET_SPENT;
        };
    }

    private static Why ruled(Floor floor, Standing s, Ranking ranking) {
        if (ranking.wasPassedOver(s)) {
            return Why.RUN_LIMIT;
        }
        if (s.request.kind() == RequestKind.REPLY) {
            return Why.REPLY;
        }
        if (s.request.kind() == RequestKind.INTERVENTION) {
            return Why.INTERVENTION;
        }
        return switch (floor.policy().order()) {
            case FIRST_COME, BY_HAND -> ranking.tied(s) ? Why.TIED : Why.ARRIVAL;
            case BALANCED -> s.account().turns() == 0 ? Why.FIRST_TURN : Why.BALANCE;
            case ROUND_ROBIN -> Why.TEAM_TURN;
            case TOUR -> ranking.hadTheirs(s) ? Why.TOUR_DONE : Why.TOUR;
        };
    }
}
