package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** The objects of a list; none when there is no list. */
    public List<Fields> objects(String field, Set<String> known) throws Unreadable {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        List<Fields> objects = new ArrayList<>();
        for (JsonNode item : value) {
            objects.add(of(item, known));
        }
        return objects;
    }

    public Optional<RequestId> optionalRequest() throws Unreadable {
        Optional<Long> number = number("request");
        if (number.filter(n -> n < 1).isPresent()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return number.map(RequestId::new);
    }

    public RequestId request() throws Unreadable {
        return optionalRequest().orElseThrow(() -> new Unreadable(Code.BAD_FIELD));
    }

    public SeatId seat() throws Unreadable {
        try {
            return new SeatId(name("seat"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Code.BAD_FIELD);
        }
    }

    public Role role() throws Unreadable {
        return Role.fromWire(name("role")).orElseThrow(() -> new Unreadable(Code.BAD_FIELD));
    }
}
