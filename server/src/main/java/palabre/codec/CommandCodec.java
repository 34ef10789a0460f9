package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import palabre.core.Code;
import palabre.core.Texts;
import palabre.core.room.FloorCommand;
import palabre.core.room.RoomCommand;
import palabre.core.room.SeatCommand;

/** Reads commands: {@code {"id":"…","do":"floor.request","topic":"…"}}. */
public final class CommandCodec {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private interface Reader {
        RoomCommand read(Fields fields) throws Unreadable;
    }

    private record Form(Set<String> fields, Reader reader) {}

    private static final Map<String, Form> FORMS =
            Map.ofEntries(
                    form(
                            "floor.request",
                            f ->
                                    new FloorCommand.RequestFloor(
                                            f.text("topic", Texts.LINE_MAX).orElse("")),
                            "topic"),
                    form(
                            "floor.release",
                            f -> new FloorCommand.ReleaseFloor(f.optionalRequest()),
                            "request"),
                    form("floor.grant", f -> new FloorCommand.GrantFloor(f.request()), "request"),
                    form("floor.deny", f -> new FloorCommand.DenyFloor(f.request()), "request"),
                    form("floor.revoke", f -> new FloorCommand.RevokeFloor(f.request()), "request"),
                    form("floor.skip", f -> new FloorCommand.SkipFloor(f.request()), "request"),
                    form("floor.next", _ -> new FloorCommand.NextFloor()),
                    form("list.open", _ -> new FloorCommand.OpenList()),
                    form("list.close", _ -> new FloorCommand.CloseList()),
                    form("seat.leave", _ -> new SeatCommand.LeaveSeat()),
                    form("seat.rename", f -> new SeatCommand.Rename(f.name("name")), "name"),
                    form("seat.remove", f -> new SeatCommand.RemoveSeat(f.seat()), "seat"),
                    form(
                            "seat.role",
                            f -> new SeatCommand.ChangeRole(f.seat(), f.role()),
                            "seat",
                            "role"));

    private CommandCodec() {}

    /** The names of all commands that a client may send, sorted. */
    public static Set<String> names() {
        return new TreeSet<>(FORMS.keySet());
    }

    private static Map.Entry<String, Form> form(String name, Reader reader, String... fields) {
        Set<String> known = new TreeSet<>(Set.of(fields));
        known.add("id");
        known.add("do");
        return Map.entry(name, new Form(known, reader));
    }

    /** The id, when there is one that may be repeated in an answer. */
    public static Optional<String> id(JsonNode node) {
        JsonNode id = node.get("id");
        return id != null && id.isTextual() && ID.matcher(id.textValue()).matches()
                ? Optional.of(id.textValue())
                : Optional.empty();
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
        Form form = FORMS.get(name.textValue());
        if (form == null) {
            throw new Unreadable(Code.UNKNOWN_COMMAND);
        }
        RoomCommand command = form.reader().read(Fields.of(node, form.fields()));
        ObjectNode body = object.deepCopy();
        body.remove("id");
        return new ClientCommand(id, Json.hash(body), command);
    }
}
