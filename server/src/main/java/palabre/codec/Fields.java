package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import palabre.core.Code;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.Texts;

/** Reads the fields of an object that came from outside, and believes nothing of them. */
public final class Fields {
    private final ObjectNode node;

    private Fields(ObjectNode node) {
        this.node = node;
    }

    /**
     * @param known the only names that may occur
     */
    public static Fields of(JsonNode node, Set<String> known) throws Unreadable {
        if (!(node instanceof ObjectNode object)) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        for (var field : object.properties()) {
            if (!known.contains(field.getKey())) {
                throw new Unreadable(Code.UNKNOWN_FIELD);
            }
        }
        return new Fields(object);
    }

    public Optional<String> text(String name, int max) throws Unreadable {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        String text = value.textValue();
        if (!Texts.isWhole(text)) {
            throw new Unreadable(Code.BAD_ENCODING);
        }
        if (!Texts.isLine(text, max)) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return Optional.of(text.strip());
    }

    /** A text of several lines; empty when there is none. */
    public String paragraphs(String name, int max) throws Unreadable {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return "";
        }
        String text = value.asText().replace("\r\n", "\n").strip();
        if (!value.isTextual() || !Texts.isText(text, max)) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return text;
    }

    /** A name that must be there and not be blank. */
    public String name(String field) throws Unreadable {
        return text(field, Texts.NAME_MAX)
                .filter(t -> !t.isEmpty())
                .orElseThrow(() -> new Unreadable(Code.BAD_FIELD));
    }

    /** A title that must be there and not be blank. */
    public String title(String field) throws Unreadable {
        return text(field, Texts.LINE_MAX)
                .filter(t -> !t.isEmpty())
                .orElseThrow(() -> new Unreadable(Code.BAD_FIELD));
    }

    public Optional<Long> number(String field) throws Unreadable {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return Optional.of(value.longValue());
    }

    public boolean flag(String field, boolean otherwise) throws Unreadable {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return value.booleanValue();
    }

    /** A field that must be there. */
    public static <T> T must(Optional<T> value) throws Unreadable {
        return value.orElseThrow(() -> new Unreadable(Code.BAD_FIELD));
    }

    public boolean has(String field) {
        return node.has(field) && !node.get(field).isNull();
    }

    /** The objects' fields under a name; none when there is nothing there. */
    public Optional<Fields> object(String field, Set<String> known) throws Unreadable {
        return has(field) ? Optional.of(of(node.get(field), known)) : Optional.empty();
    }

    /** A number within bounds. */
    public Optional<Long> number(String field, long least, long most) throws Unreadable {
        Optional<Long> number = number(field);
        if (number.filter(n -> n < least || n > most).isPresent()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return number;
    }

    /** Whole seconds, up to a day; in milliseconds. */
    public Optional<Long> seconds(String field, long least) throws Unreadable {
        return number(field, least, 86_400).map(s -> s * 1_000);
    }

    /** A word that is one of those that the reader knows. */
    public <T> Optional<T> word(String field, Function<String, Optional<T>> reader)
            throws Unreadable {
        Optional<String> word = text(field, Texts.NAME_MAX);
        return word.isEmpty() ? Optional.empty() : Optional.of(must(reader.apply(word.get())));
    }

    public Optional<Boolean> choice(String field) throws Unreadable {
        return has(field) ? Optional.of(flag(field, false)) : Optional.empty();
    }

    /** The elements of a list; empty when there is none. */
    public Optional<List<JsonNode>> list(String field, int most) throws Unreadable {
        if (!has(field)) {
            return Optional.empty();
        }
        JsonNode value = node.get(field);
        if (!value.isArray() || value.size() > most) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return Optional.of(items);
    }

    public Optional<RequestId> request(String field) throws Unreadable {
        return number(field, 1, Long.MAX_VALUE).map(RequestId::new);
    }

    public RequestId request() throws Unreadable {
        return must(request("request"));
    }

    public Optional<SeatId> seat(String field) throws Unreadable {
        Optional<String> name = text(field, Texts.NAME_MAX);
        return name.isEmpty() ? Optional.empty() : Optional.of(seatId(name.get()));
    }

    public SeatId seat() throws Unreadable {
        return must(seat("seat"));
    }

    static SeatId seatId(String value) throws Unreadable {
        try {
            return new SeatId(value);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Code.BAD_FIELD);
        }
    }

    public Role role() throws Unreadable {
        return must(Role.fromWire(name("role")));
    }
}
