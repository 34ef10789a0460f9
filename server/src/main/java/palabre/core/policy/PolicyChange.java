package palabre.core.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be different in a policy; what is absent stays. See {@link FloorPolicy}. */
public record PolicyChange(
        Optional<OrderRule> order,
        Optional<Long> tieMs,
        Optional<Optional<FloorPolicy.RunLimit>> run,
        Map<RequestKind, Long> turnMs,
        Optional<Long> personMs,
        Optional<Long> teamMs,
        Optional<List<Long>> warnMs,
        Optional<OvertimeRule> atZero,
        Optional<Long> graceMs,
        Optional<Long> lagMs,
        Optional<Long> returnMs,
        Optional<Long> vacantMs,
        Optional<Boolean> runsOn,
        Optional<Boolean> figuresForAll) {
    public static final PolicyChange NONE =
            new PolicyChange(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public PolicyChange {
        turnMs = Map.copyOf(turnMs);
    }

    /** The same with another order. */
    public PolicyChange ordering(OrderRule rule) {
        return new PolicyChange(
                Optional.of(rule),
                tieMs,
                run,
                turnMs,
                personMs,
                teamMs,
                warnMs,
                atZero,
                graceMs,
                lagMs,
                returnMs,
                vacantMs,
                runsOn,
                figuresForAll);
    }

    /** The same with other limits. */
    public PolicyChange limiting(Map<RequestKind, Long> limits) {
        return new PolicyChange(
                order,
                tieMs,
                run,
                limits,
                personMs,
                teamMs,
                warnMs,
                atZero,
                graceMs,
                lagMs,
                returnMs,
                vacantMs,
                runsOn,
                figuresForAll);
    }

    public FloorPolicy applied(FloorPolicy p) {
        Map<RequestKind, Long> limits = new EnumMap<>(RequestKind.class);
        limits.putAll(p.turnMs());
        limits.putAll(turnMs);
        limits.values().removeIf(ms -> ms == 0);
        return new FloorPolicy(
                order.orElse(p.order()),
                tieMs.orElse(p.tieMs()),
                run.orElse(p.run()),
                limits,
                personMs.orElse(p.personMs()),
                teamMs.orElse(p.teamMs()),
                warnMs.orElse(p.warnMs()),
                atZero.orElse(p.atZero()),
                graceMs.orElse(p.graceMs()),
                lagMs.orElse(p.lagMs()),
                returnMs.orElse(p.returnMs()),
                vacantMs.orElse(p.vacantMs()),
                runsOn.orElse(p.runsOn()),
                figuresForAll.orElse(p.figuresForAll()));
    }
}
