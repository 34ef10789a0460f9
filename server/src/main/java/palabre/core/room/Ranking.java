package palabre.core.room;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.RequestId;

/**
 * Compares those who wait by the policy, as they stand at one moment. Mutable only in what it
 * pretends: that some of them have had their turn already.
 */
final class Ranking {
    private final Floor floor;
    private final Roster roster;
    private final FloorPolicy policy;
    private final boolean budgets;
    private final Map<String, Long> pretendedTurns = new HashMap<>();
    private final Set<RequestId> passedOver = new HashSet<>();
    private Ledger.Run run;
    private long turns;

    Ranking(Floor floor, Roster roster) {
        this.floor = floor;
        this.roster = roster;
        this.policy = floor.policy();
        this.budgets = Budget.any(floor);
        this.run = policy.run().map(l -> floor.ledger().run(l.by())).orElse(Ledger.Run.NONE);
        this.turns = floor.ledger().turnsBegun();
    }

    /** The rank that comes before all rules: 3 are those whom the rules sort. */
    int tier(FloorRequest r) {
        if (r.kind().procedural()) {
            return 0;
        }
        if (r.state() == RequestState.ACCEPTED) {
            return 1;
        }
        if (r.deferred()) {
            return 2;
        }
        return budgets && Budget.spent(floor, r, roster.person(r.seat())) ? 4 : 3;
    }

    Comparator<FloorRequest> byTier() {
        return (a, b) -> {
            int tier = tier(a);
            int byTier = Integer.compare(tier, tier(b));
            return byTier != 0 ? byTier : within(tier, a, b);
        };
    }

    private int within(int tier, FloorRequest a, FloorRequest b) {
        int first =
                switch (tier) {
                    case 0 -> a.kind().compareTo(b.kind());
                    case 1 -> Long.compare(a.sinceMs(), b.sinceMs());
                    case 2 -> Long.compare(a.placing().deferredNo(), b.placing().deferredNo());
                    default -> byRule(a, b);
                };
        return first != 0 ? first : Long.compare(a.id().value(), b.id().value());
    }

    private int byRule(FloorRequest a, FloorRequest b) {
        if (policy.order() == OrderRule.ROUND_ROBIN) {
            int byTeam = Long.compare(lastTurn(a), lastTurn(b));
            if (byTeam != 0) {
                return byTeam;
            }
        }
        int byKind = a.kind().compareTo(b.kind());
        if (byKind != 0) {
            return byKind;
        }
        int ruled =
                switch (policy.order()) {
                    case TOUR -> Boolean.compare(hadTheirs(a), hadTheirs(b));
                    case BALANCED -> balance(a, b);
                    case FIRST_COME, BY_HAND, ROUND_ROBIN -> 0;
                };
        return ruled != 0 ? ruled : byArrival(a, b);
    }

    private int byArrival(FloorRequest a, FloorRequest b) {
        if (a.placing().tie() != b.placing().tie()) {
            return Long.compare(a.placing().tie(), b.placing().tie());
        }
        int least = Long.compare(seconds(a), seconds(b));
        return least != 0 ? least : Long.compare(lot(a), lot(b));
    }

    private int balance(FloorRequest a, FloorRequest b) {
        Account mine = floor.ledger().of(a.seat());
        Account theirs = floor.ledger().of(b.seat());
        int firstTimers = Boolean.compare(mine.turns() > 0, theirs.turns() > 0);
        if (firstTimers != 0) {
            return firstTimers;
        }
        int byPerson = Long.compare(mine.chargedSeconds(), theirs.chargedSeconds());
        return byPerson != 0 ? byPerson : Long.compare(teamSeconds(a), teamSeconds(b));
    }

    private long seconds(FloorRequest r) {
        return floor.ledger().of(r.seat()).chargedSeconds();
    }

    private long teamSeconds(FloorRequest r) {
        String team = roster.person(r.seat()).team();
        return team.isEmpty() ? 0 : floor.ledger().ofTeam(team).chargedSeconds();
    }

    boolean hadTheirs(FloorRequest r) {
        return floor.ledger().of(r.seat()).lastTurn() > floor.ledger().roundFrom();
    }

    /** Whoever stands for no team is a team of their own. */
    private String teamOf(FloorRequest r) {
        String team = roster.person(r.seat()).team();
        return team.isEmpty() ? "\n" + r.seat() : team;
    }

    private long lastTurn(FloorRequest r) {
        String team = roster.person(r.seat()).team();
        long real =
                (team.isEmpty() ? floor.ledger().of(r.seat()) : floor.ledger().ofTeam(team))
                        .lastTurn();
        return pretendedTurns.isEmpty()
                ? real
                : Math.max(real, pretendedTurns.getOrDefault(teamOf(r), 0L));
    }

    /** Between those who came together and have spoken equally long, the lot decides. */
    private static long lot(FloorRequest r) {
        long z = r.id().value() * 0x9E3779B97F4A7C15L + r.placing().tie();
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The best of those whom the rules sort, the limit of turns in a row kept. */
    Optional<FloorRequest> best(List<FloorRequest> ruled) {
        FloorRequest best = null;
        FloorRequest held = null;
        for (FloorRequest r : ruled) {
            if (isHeldBack(r)) {
                held = held == null || within(3, r, held) < 0 ? r : held;
            } else {
                best = best == null || within(3, r, best) < 0 ? r : best;
            }
        }
        if (best != null && held != null && within(3, held, best) < 0) {
            passedOver.add(held.id());
        }
        return Optional.ofNullable(best == null ? held : best);
    }

    private boolean isHeldBack(FloorRequest r) {
        return policy.run()
                .filter(limit -> run.turns() >= limit.turns())
                .filter(limit -> limit.by().of(roster.person(r.seat())).equals(run.group()))
                .isPresent();
    }

    /** Goes on as if this one had had their turn. */
    void pretend(FloorRequest r) {
        turns++;
        pretendedTurns.put(teamOf(r), turns);
        policy.run()
                .ifPresent(limit -> {
                    String group = limit.by().of(roster.person(r.seat()));
                    int inARow = run.group().equals(group) ? run.turns() + 1 : 1;
                    run = group.isEmpty() ? Ledger.Run.NONE : new Ledger.Run(group, inARow);
                });
    }

    boolean wasPassedOver(FloorRequest r) {
        return passedOver.contains(r.id());
    }

    boolean tied(FloorRequest r) {
        return policy.tieMs() > 0 && r.placing().tie() != r.id().value();
    }
}
