package palabre.core.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.RequestId;
import palabre.core.floor.Account;
import palabre.core.floor.Budget;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.Ledger;
import palabre.core.floor.RequestState;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.OrderRule;
import palabre.core.seats.Person;
import palabre.core.seats.Roster;

/**
 * Compares those who wait by the policy, as they stand at one moment. Mutable only in what it
 * pretends: that some of them have had their turn already.
 */
public final class Ranking implements Standing.Accounts {
    /**
     * The tier of those whom the rules sort; the tiers before it and after it come of themselves.
     */
    public static final int RULED = 3;

    private static final int SPENT = 4;

    private final Floor floor;
    private final Roster roster;
    private final FloorPolicy policy;
    private final boolean budgets;
    private final Map<String, Account> teams = new HashMap<>();
    private final Map<String, Long> pretendedTurns = new HashMap<>();
    private final Set<RequestId> passedOver = new HashSet<>();
    private Ledger.Run run;
    private long turns;

    public Ranking(Floor floor, Roster roster) {
        this.floor = floor;
        this.roster = roster;
        this.policy = floor.policy();
        this.budgets = Budget.any(floor);
        this.run = policy.run().map(l -> floor.ledger().run(l.by())).orElse(Ledger.Run.NONE);
        this.turns = floor.ledger().turnsBegun();
    }

    /** Everybody who waits, as they came. */
    public List<Standing> all() {
        List<Standing> all = new ArrayList<>(floor.line().waiting().size());
        for (FloorRequest r : floor.line().waiting()) {
            all.add(new Standing(r, tier(r), this));
        }
        return all;
    }

    private int tier(FloorRequest r) {
        if (r.kind().procedural()) {
            return 0;
        }
        if (r.state() == RequestState.ACCEPTED) {
            return 1;
        }
        if (r.deferred()) {
            return 2;
        }
        return budgets && Budget.spent(floor, r, roster.person(r.seat())) ? SPENT : RULED;
    }

    @Override
    public Person person(FloorRequest r) {
        return roster.person(r.seat());
    }

    @Override
    public Account account(FloorRequest r) {
        return floor.ledger().of(r.seat());
    }

    @Override
    public Account team(String name) {
        Account known = teams.get(name);
        if (known == null) {
            known = floor.ledger().ofTeam(name);
            teams.put(name, known);
        }
        return known;
    }

    /** Below 0 when the first speaks before the second. */
    public int compare(Standing a, Standing b) {
        if (a.tier != b.tier) {
            return Integer.compare(a.tier, b.tier);
        }
        int first =
                switch (a.tier) {
                    case 0 -> a.request.kind().compareTo(b.request.kind());
                    case 1 -> Long.compare(a.request.sinceMs(), b.request.sinceMs());
                    case 2 ->
                            Long.compare(
                                    a.request.placing().deferredNo(),
                                    b.request.placing().deferredNo());
                    default -> byRule(a, b);
                };
        return first != 0 ? first : Long.compare(a.request.id().value(), b.request.id().value());
    }

    private int byRule(Standing a, Standing b) {
        if (policy.order() == OrderRule.ROUND_ROBIN) {
            int byTeam = Long.compare(lastTurn(a), lastTurn(b));
            if (byTeam != 0) {
                return byTeam;
            }
        }
        int byKind = a.request.kind().compareTo(b.request.kind());
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

    private static int byArrival(Standing a, Standing b) {
        long mine = a.request.placing().tie();
        long theirs = b.request.placing().tie();
        if (mine != theirs) {
            return Long.compare(mine, theirs);
        }
        int least = Long.compare(a.account().chargedSeconds(), b.account().chargedSeconds());
        return least != 0 ? least : Long.compare(lot(a.request), lot(b.request));
    }

    private static int balance(Standing a, Standing b) {
        int firstTimers = Boolean.compare(a.account().turns() > 0, b.account().turns() > 0);
        if (firstTimers != 0) {
            return firstTimers;
        }
        int byPerson = Long.compare(a.account().chargedSeconds(), b.account().chargedSeconds());
        return byPerson != 0
                ? byPerson
                : Long.compare(a.team().chargedSeconds(), b.team().chargedSeconds());
    }

    public boolean hadTheirs(Standing s) {
        return s.account().lastTurn() > floor.ledger().roundFrom();
    }

    private long lastTurn(Standing s) {
        long real = s.team().lastTurn();
        return pretendedTurns.isEmpty()
                ? real
                : Math.max(real, pretendedTurns.getOrDefault(s.teamName(), 0L));
    }

    /** Between those who came together and have spoken equally long, the lot decides. */
    private static long lot(FloorRequest r) {
        long z = r.id().value() * 0x9E3779B97F4A7C15L + r.placing().tie();
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The best of those whom the rules sort, the limit of turns in a row kept. */
    public Optional<Standing> best(List<Standing> ruled) {
        Standing best = null;
        Standing held = null;
        for (Standing s : ruled) {
            if (isHeldBack(s)) {
                held = held == null || compare(s, held) < 0 ? s : held;
            } else {
                best = best == null || compare(s, best) < 0 ? s : best;
            }
        }
        if (best != null && held != null && compare(held, best) < 0) {
            passedOver.add(held.request.id());
        }
        return Optional.ofNullable(best == null ? held : best);
    }

    private boolean isHeldBack(Standing s) {
        if (policy.run().isEmpty()) {
            return false;
        }
        FloorPolicy.RunLimit limit = policy.run().get();
        return run.turns() >= limit.turns() && limit.by().of(s.person()).equals(run.group());
    }

    /** Goes on as if this one had had their turn. */
    public void pretend(Standing s) {
        turns++;
        pretendedTurns.put(s.teamName(), turns);
        policy.run()
                .ifPresent(limit -> {
                    String group = limit.by().of(s.person());
                    int inARow = run.group().equals(group) ? run.turns() + 1 : 1;
                    run = group.isEmpty() ? Ledger.Run.NONE : new Ledger.Run(group, inARow);
                });
    }

    public boolean wasPassedOver(Standing s) {
        return passedOver.contains(s.request.id());
    }

    public boolean tied(Standing s) {
        return policy.tieMs() > 0 && s.request.placing().tie() != s.request.id().value();
    }
}
