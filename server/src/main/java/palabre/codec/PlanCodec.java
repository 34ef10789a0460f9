package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import palabre.core.session.AgendaPlan;
import palabre.core.session.Plan;
import palabre.core.session.Schedule;

/** A plan, as it is kept, exported and told; what is empty is left out. */
public final class PlanCodec {
    /** The moment of the start, in milliseconds since 1970: told, and never asked for. */
    static final String BEGINS = "begins";

    private PlanCodec() {}

    public static ObjectNode write(Plan plan) {
        ObjectNode node = Json.object();
        text(node, "results", plan.results());
        node.put("modality", plan.modality().wire());
        text(node, "place", plan.place());
        text(node, "sound", plan.sound());
        plan.schedule().ifPresent(s -> write(node, s));
        if (!plan.languages().isEmpty()) {
            ArrayNode languages = node.putArray("languages");
            plan.languages().forEach(languages::add);
        }
        if (!plan.agenda().isEmpty()) {
            node.set("agenda", agenda(plan));
        }
        if (!plan.teams().isEmpty()) {
            ArrayNode teams = node.putArray("teams");
            plan.teams()
                    .forEach(t -> text(teams.addObject().put("name", t.name()), "side", t.side()));
        }
        text(node, "rules", plan.rules());
        if (!plan.glossary().isEmpty()) {
            ArrayNode glossary = node.putArray("glossary");
            plan.glossary()
                    .forEach(t ->
                            text(
                                            glossary.addObject().put("term", t.term()),
                                            "language",
                                            t.language())
                                    .put("means", t.means()));
        }
        return text(node, "notes", plan.notes());
    }

    private static void write(ObjectNode node, Schedule schedule) {
        node.put("start", schedule.start())
                .put("zone", schedule.zone())
                .put("minutes", schedule.minutes())
                .put(BEGINS, schedule.beginsMs());
    }

    private static ObjectNode write(AgendaPlan item) {
        ObjectNode node = Json.object().put("title", item.title());
        if (item.minutes() > 0) {
            node.put("minutes", item.minutes());
        }
        text(node, "lead", item.lead());
        item.order().ifPresent(order -> node.put("order", order.wire()));
        if (item.turnSeconds() > 0) {
            node.put("turn", item.turnSeconds());
        }
        if (!item.links().isEmpty()) {
            ArrayNode links = node.putArray("links");
            item.links().forEach(links::add);
        }
        return node;
    }

    static ObjectNode text(ObjectNode node, String field, String value) {
        return value.isEmpty() ? node : node.put(field, value);
    }

    private static ArrayNode agenda(Plan plan) {
        ArrayNode agenda = Json.array();
        plan.agenda().forEach(item -> agenda.add(write(item)));
        return agenda;
    }

    /** What we wrote ourselves. */
    static Plan read(JsonNode node) {
        Faults faults = new Faults();
        OptionalLong begins =
                node.has(BEGINS)
                        ? OptionalLong.of(node.path(BEGINS).longValue())
                        : OptionalLong.empty();
        Plan plan = new PlanReader(faults, begins).read((ObjectNode) node);
        if (!faults.all().isEmpty()) {
            throw new IllegalStateException("a plan that we wrote: " + faults.all());
        }
        return plan;
    }
}
