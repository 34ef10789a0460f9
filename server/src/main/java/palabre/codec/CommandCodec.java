package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import palabre.core.Code;
import palabre.core.room.RoomCommand;

/** Reads commands: {@code {"id":"…","do":"floor.request","topic":"…"}}. */
public final class CommandCodec {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private static final Map<String, CommandForm> FORMS = new TreeMap<>();

    static {
        FORMS.putAll(SeatForms.ALL);
        FORMS.putAll(FloorForms.ALL);
        FORMS.putAll(ChairForms.ALL);
        FORMS.putAll(MeetingForms.ALL);
        FORMS.putAll(DoorForms.ALL);
    }

    private CommandCodec() {}

    /** The names of all commands that a client may send, sorted. */
    public static Set<String> names() {
        return new TreeSet<>(FORMS.keySet());
    }

    /** All fields that a command may have. */
    static Set<String> fields(String name) {
        CommandForm form = FORMS.get(name);
        return form == null ? Set.of() : form.fields();
    }

    /** The id, when there is one that may be repeated in an answer. */
    public static Optional<String> id(JsonNode node) {
        JsonNode id = node.get("id");
        return id != null && id.isTextual() && isId(id.textValue())
                ? Optional.of(id.textValue())
                : Optional.empty();
    }

    /** Whether a command may have this id. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** Reads one command. */
    public static ClientCommand read(JsonNode node) throws Unreadable {
        if (!(node instanceof ObjectNode object)) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        String id = id(node).orElseThrow(() -> new Unreadable(Code.BAD_ID));
        JsonNode name = object.get("do");
        if (name == null || !name.isTextual()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        CommandForm form = FORMS.get(name.textValue());
        if (form == null) {
            throw new Unreadable(Code.UNKNOWN_COMMAND);
        }
        RoomCommand command = form.reader().read(Fields.of(node, form.fields()));
        ObjectNode body = object.deepCopy();
        body.remove("id");
        return new ClientCommand(id, Json.hash(body), command);
    }
}
