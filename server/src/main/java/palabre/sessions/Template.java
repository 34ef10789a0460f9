package palabre.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import palabre.codec.Json;
import palabre.text.Messages;

/** A form of session that an organiser begins from; every word of it can be changed afterwards. */
public enum Template {
    WORKSHOP("closed"),
    TABLE_RONDE("closed"),
    FOCUS_GROUP("closed"),
    OPEN_FORUM("open"),
    COACHING("closed"),
    PUBLIC_LECTURE("open");

    private final String access;

    Template(String access) {
        this.access = access;
    }

    /** Its name in catalogues and forms: {@code table-ronde}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Template> of(String key) {
        for (Template each : values()) {
            if (each.key().equals(key)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** A session's file, in the organiser's language; without people. */
    public ObjectNode file(String title, Messages m) {
        ObjectNode file = Json.object().put("title", title);
        file.put("results", m.text("template." + key() + ".results"));
        file.put("rules", m.text("template.rules"));
        ArrayNode agenda = file.putArray("agenda");
        for (String line : m.text("template." + key() + ".agenda").split(";")) {
            String[] part = line.strip().split("/", -1);
            ObjectNode item = agenda.addObject().put("title", part[0].strip());
            item.put("minutes", Integer.parseInt(part[1].strip()));
            if (part.length > 2) {
                item.put("order", part[2].strip());
            }
        }
        ArrayNode rooms = file.putArray("rooms");
        rooms.addObject().put("key", "main").put("title", title).put("access", access);
        if (this == COACHING || this == FOCUS_GROUP || this == WORKSHOP) {
            rooms.addObject()
                    .put("key", "safe")
                    .put("title", m.text("template.safe"))
                    .put("access", "closed")
                    .put("onRecord", false);
        }
        return file;
    }
}
