package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import palabre.core.Code;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.OrderRule;
import palabre.core.policy.OvertimeRule;
import palabre.core.policy.PolicyChange;
import palabre.core.policy.RequestKind;
import palabre.core.seats.Grouping;

/** The rules of the floor; times are whole seconds. */
final class PolicyCodec {
    static final Set<String> FIELDS =
            Set.of(
                    "order", "tie", "run", "turn", "person", "team", "warn", "atZero", "grace",
                    "lag", "back", "vacant", "runsOn", "figures");

    private static final Set<String> KINDS = kinds();

    private PolicyCodec() {}

    private static Set<String> kinds() {
        Set<String> names = new TreeSet<>();
        for (RequestKind kind : RequestKind.values()) {
            names.add(kind.wire());
        }
        return names;
    }

    static ObjectNode write(FloorPolicy p) {
        ObjectNode node =
                Json.object().put("order", p.order().wire()).put("tie", p.tieMs() / 1_000);
        p.run()
                .ifPresent(r ->
                        node.putObject("run").put("by", r.by().wire()).put("turns", r.turns()));
        ObjectNode turn = node.putObject("turn");
        p.turnMs().forEach((kind, ms) -> turn.put(kind.wire(), ms / 1_000));
        node.put("person", p.personMs() / 1_000).put("team", p.teamMs() / 1_000);
        ArrayNode warn = node.putArray("warn");
        p.warnMs().forEach(ms -> warn.add(ms / 1_000));
        return node.put("atZero", p.atZero().wire())
                .put("grace", p.graceMs() / 1_000)
                .put("lag", p.lagMs() / 1_000)
                .put("back", p.returnMs() / 1_000)
                .put("vacant", p.vacantMs() / 1_000)
                .put("runsOn", p.runsOn())
                .put("figures", p.figuresForAll() ? "all" : "chair");
    }

    /** What was written; what is not there is as by default. */
    static FloorPolicy read(JsonNode node) {
        try {
            return node.isObject() ? applied(change(Fields.of(node, FIELDS))) : FloorPolicy.DEFAULT;
        } catch (Unreadable e) {
            throw new IllegalStateException("a policy that we wrote", e);
        }
    }

    private static FloorPolicy applied(PolicyChange change) {
        Map<RequestKind, Long> all = new EnumMap<>(RequestKind.class);
        for (RequestKind kind : RequestKind.values()) {
            all.put(kind, 0L);
        }
        all.putAll(change.turnMs());
        return change.limiting(all).applied(FloorPolicy.DEFAULT);
    }

    static PolicyChange change(Fields f) throws Unreadable {
        return new PolicyChange(
                f.word("order", OrderRule::fromWire),
                f.number("tie", 0, 600).map(s -> s * 1_000),
                run(f),
                turns(f),
                f.seconds("person", 0),
                f.seconds("team", 0),
                warnings(f),
                f.word("atZero", OvertimeRule::fromWire),
                f.seconds("grace", 0),
                f.seconds("lag", 0),
                f.seconds("back", 0),
                f.seconds("vacant", 0),
                f.choice("runsOn"),
                f.word("figures", PolicyCodec::forAll));
    }

    private static Optional<Boolean> forAll(String word) {
        return switch (word) {
            case "all" -> Optional.of(true);
            case "chair" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** {@code "turns":0} takes the limit away. */
    private static Optional<Optional<FloorPolicy.RunLimit>> run(Fields f) throws Unreadable {
        Optional<Fields> run = f.object("run", Set.of("by", "turns"));
        if (run.isEmpty()) {
            return Optional.empty();
        }
        long turns = Fields.must(run.get().number("turns", 0, 100));
        Optional<Grouping> by = run.get().word("by", Grouping::fromWire);
        return Optional.of(
                turns == 0
                        ? Optional.empty()
                        : Optional.of(new FloorPolicy.RunLimit(Fields.must(by), (int) turns)));
    }

    private static Map<RequestKind, Long> turns(Fields f) throws Unreadable {
        Map<RequestKind, Long> turns = new EnumMap<>(RequestKind.class);
        Optional<Fields> given = f.object("turn", KINDS);
        if (given.isPresent()) {
            for (RequestKind kind : RequestKind.values()) {
                given.get().seconds(kind.wire(), 0).ifPresent(ms -> turns.put(kind, ms));
            }
        }
        return turns;
    }

    private static Optional<List<Long>> warnings(Fields f) throws Unreadable {
        Optional<List<JsonNode>> given = f.list("warn", 10);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        List<Long> warnings = new ArrayList<>();
        for (JsonNode mark : given.get()) {
            if (!mark.isIntegralNumber() || mark.longValue() < 1 || mark.longValue() > 86_400) {
                throw new Unreadable(Code.BAD_FIELD);
            }
            warnings.add(mark.longValue() * 1_000);
        }
        return Optional.of(warnings);
    }
}
