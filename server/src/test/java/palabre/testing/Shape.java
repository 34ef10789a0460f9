package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares JSON with a schema: as much of JSON Schema as docs/asyncapi.yaml makes use of. */
public final class Shape {
    private final AsyncApi document;
    private final List<String> faults = new ArrayList<>();

    private Shape(AsyncApi document) {
        this.document = document;
    }

    /** What is otherwise than the schema says; fields that it does not name are faults too. */
    public static List<String> faults(AsyncApi document, JsonNode schema, JsonNode value) {
        Shape shape = new Shape(document);
        shape.compare("", schema, value);
        return shape.faults;
    }

    private void compare(String at, JsonNode reference, JsonNode value) {
        JsonNode schema = document.resolved(reference);
        if (schema.has("oneOf") && !schema.has("properties")) {
            List<List<String>> each = new ArrayList<>();
            schema.path("oneOf").forEach(s -> each.add(faults(document, s, value)));
            if (each.stream().noneMatch(List::isEmpty)) {
                faults.add(at + " is none of " + each);
            }
        }
        if (schema.has("const") && !schema.path("const").asText().equals(value.asText())) {
            faults.add(at + " is " + value + ", not " + schema.path("const"));
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            faults.add(at + " is " + value + ", none of " + schema.path("enum"));
        }
        if (schema.has("type") && !isOf(schema.path("type"), value)) {
            faults.add(at + " is " + value + ", no " + schema.path("type"));
        } else if (value.isObject() && schema.has("type")) {
            object(at, schema, value);
        } else if (value.isArray()) {
            for (JsonNode element : value) {
                compare(at + "[]", schema.path("items"), element);
            }
        } else if (value.isNumber()) {
            number(at, schema, value);
        } else if (value.isTextual()) {
            text(at, schema, value.textValue());
        }
    }

    private static boolean contains(JsonNode words, JsonNode value) {
        for (JsonNode word : words) {
            if (word.asText().equals(value.asText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode t : type) {
                if (isOf(t, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new AssertionError("no type " + type);
        };
    }

    private void object(String at, JsonNode schema, JsonNode value) {
        schema.path("required")
                .forEach(field -> {
                    if (!value.has(field.asText())) {
                        faults.add(at + " lacks " + field.asText());
                    }
                });
        Set<String> names = new TreeSet<>();
        value.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode property = schema.path("properties").path(name);
            JsonNode others = schema.path("additionalProperties");
            if (!property.isMissingNode()) {
                compare(at + "." + name, property, value.get(name));
            } else if (others.isObject()) {
                compare(at + "." + name, others, value.get(name));
            } else {
                faults.add(at + " has " + name);
            }
        }
    }

    private void number(String at, JsonNode schema, JsonNode value) {
        boolean less = value.longValue() < schema.path("minimum").asLong(Long.MIN_VALUE);
        boolean more = value.longValue() > schema.path("maximum").asLong(Long.MAX_VALUE);
        if (less || more) {
            faults.add(at + " is " + value);
        }
    }

    private void text(String at, JsonNode schema, String value) {
        int length = value.codePointCount(0, value.length());
        boolean longer = length > schema.path("maxLength").asInt(Integer.MAX_VALUE);
        boolean other = !value.matches(schema.path("pattern").asText("(?s).*"));
        if (length < schema.path("minLength").asInt() || longer || other) {
            faults.add(at + " is " + value);
        }
    }
}
