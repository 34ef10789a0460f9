package palabre.http.organiser;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import palabre.codec.Json;

/**
 * Makes of what an organiser's form sent the same as a file would say, so that one reader tells all
 * that is wrong in it. Rows whose first field is blank are left out.
 */
final class SessionForm {
    static final int ROWS_MAX = 210;

    private final Function<String, String> field;

    /**
     * @param field a form's field; {@code ""} when it is not there
     */
    SessionForm(Function<String, String> field) {
        this.field = field;
    }

    ObjectNode plan() {
        ObjectNode plan = Json.object();
        for (String name : new String[] {"results", "place", "sound", "rules", "notes"}) {
            text(plan, name, name);
        }
        text(plan, "modality", "modality");
        text(plan, "start", "start");
        if (plan.has("start")) {
            text(plan, "zone", "zone");
            number(plan, "minutes", "minutes");
        }
        ArrayNode languages = plan.putArray("languages");
        for (String tag : field.apply("languages").split("[,;\\s]+")) {
            if (!tag.isBlank()) {
                languages.add(tag);
            }
        }
        agenda(plan.putArray("agenda"));
        teams(plan.putArray("teams"));
        glossary(plan.putArray("glossary"));
        return plan;
    }

    private void agenda(ArrayNode agenda) {
        for (int i = 0; i < ROWS_MAX; i++) {
            if (blank("at" + i)) {
                continue;
            }
            ObjectNode item = agenda.addObject();
            text(item, "title", "at" + i);
            number(item, "minutes", "am" + i);
            text(item, "lead", "al" + i);
            text(item, "order", "ao" + i);
            number(item, "turn", "as" + i);
            ArrayNode links = Json.array();
            for (String link : field.apply("ak" + i).split("\\s+")) {
                if (!link.isBlank()) {
                    links.add(link);
                }
            }
            if (!links.isEmpty()) {
                item.set("links", links);
            }
        }
    }

    private void teams(ArrayNode teams) {
        for (int i = 0; i < ROWS_MAX; i++) {
            if (!blank("tn" + i)) {
                ObjectNode team = teams.addObject();
                text(team, "name", "tn" + i);
                text(team, "side", "ts" + i);
            }
        }
    }

    private void glossary(ArrayNode glossary) {
        for (int i = 0; i < ROWS_MAX; i++) {
            if (!blank("gt" + i)) {
                ObjectNode term = glossary.addObject();
                text(term, "term", "gt" + i);
                text(term, "language", "gl" + i);
                text(term, "means", "gm" + i);
            }
        }
    }

    /** Somebody to invite. */
    ObjectNode person() {
        ObjectNode person = Json.object();
        for (String name :
                new String[] {
                    "name", "role", "team", "sector", "site", "language", "mail", "zone"
                }) {
            text(person, name, name);
        }
        return person;
    }

    private boolean blank(String name) {
        return field.apply(name).isBlank();
    }

    private void text(ObjectNode node, String name, String from) {
        if (!blank(from)) {
            node.put(name, field.apply(from).strip());
        }
    }

    /** What is no number is left for the reader to refuse. */
    private void number(ObjectNode node, String name, String from) {
        String text = field.apply(from).strip();
        if (text.matches("\\d{1,6}")) {
            node.put(name, Integer.parseInt(text));
        } else if (!text.isEmpty()) {
            node.put(name, text);
        }
    }
}
