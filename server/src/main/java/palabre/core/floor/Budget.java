package palabre.core.floor;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import palabre.core.SeatId;
import palabre.core.policy.FloorPolicy;
import palabre.core.seats.Person;

/** How much time is left to whom. Procedural requests cost nothing. */
public final class Budget {
    private Budget() {}

    /** What is left to a person in all their budgets, the least of them; empty without any. */
    public static OptionalLong leftMs(Floor floor, SeatId seat, Person person) {
        FloorPolicy policy = floor.policy();
        LongStream.Builder left = LongStream.builder();
        Ledger ledger = floor.ledger();
        if (policy.personMs() > 0) {
            left.add(
                    policy.personMs()
                            + ledger.extraMs(BudgetOwner.person(seat))
                            - ledger.of(seat).chargedMs());
        }
        if (policy.teamMs() > 0 && !person.team().isEmpty()) {
            left.add(
                    policy.teamMs()
                            + ledger.extraMs(BudgetOwner.team(person.team()))
                            - ledger.ofTeam(person.team()).chargedMs());
        }
        floor.item()
                .filter(i -> i.budgetMs() > 0)
                .ifPresent(i -> left.add(i.budgetMs() - i.chargedMs()));
        return left.build().min();
    }

    /** Whether there is any budget at all, so that nobody is asked for theirs in vain. */
    public static boolean any(Floor floor) {
        return floor.policy().personMs() > 0
                || floor.policy().teamMs() > 0
                || floor.item().filter(i -> i.budgetMs() > 0).isPresent();
    }

    public static boolean spent(Floor floor, FloorRequest request, Person person) {
        return any(floor)
                && !request.kind().procedural()
                && leftMs(floor, request.seat(), person).orElse(1) <= 0;
    }

    /** How long the turn may be; 0 is without limit. */
    public static long limitMs(Floor floor, FloorRequest request, Person person) {
        FloorPolicy policy = floor.policy();
        long own = request.leftMs().orElse(policy.limitMs(request.kind()));
        if (request.kind().procedural() || !any(floor)) {
            return own == 0 ? 0 : own + policy.lagMs();
        }
        long left = leftMs(floor, request.seat(), person).orElse(0);
        long limit = own == 0 || left == 0 ? Math.max(own, left) : Math.min(own, left);
        return limit == 0 ? 0 : limit + policy.lagMs();
    }
}
