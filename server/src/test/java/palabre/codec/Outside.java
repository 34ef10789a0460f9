package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import palabre.testing.AsyncApi;
import palabre.testing.RandomJson;
import palabre.testing.Shape;

/** For each field of a command, what lies just outside of what docs/asyncapi.yaml allows. */
final class Outside {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final AsyncApi document = AsyncApi.document();
    private final RandomJson any = new RandomJson(new Random(2));
    private final String name;

    Outside(String name) {
        this.name = name;
    }

    List<ObjectNode> commands() {
        List<ObjectNode> all = new ArrayList<>();
        for (JsonNode schema : document.command(name)) {
            for (Map.Entry<String, JsonNode> p : schema.path("properties").properties()) {
                if (!p.getKey().equals("do")) {
                    JsonNode field = document.resolved(p.getValue());
                    values(field).forEach(v -> all.add(with(schema, p.getKey(), v)));
                }
            }
            schema.path("required")
                    .forEach(r -> {
                        ObjectNode command = with(schema, r.asText(), JSON.nullNode());
                        command.remove(r.asText());
                        all.add(command);
                    });
        }
        all.removeIf(c -> isAllowed(document.command(name), c));
        return all;
    }

    private boolean isAllowed(List<JsonNode> schemas, ObjectNode command) {
        ObjectNode fields = command.deepCopy();
        fields.remove("id");
        return schemas.stream()
                .map(s -> AsyncApi.object(List.of(s)))
                .anyMatch(s -> Shape.faults(document, s, fields).isEmpty());
    }

    private ObjectNode with(JsonNode schema, String field, JsonNode value) {
        ObjectNode command = any.command(schema, "c");
        command.set(field, value);
        return command;
    }

    /** Values that the schema does not allow, by one each. */
    private List<JsonNode> values(JsonNode schema) {
        List<JsonNode> all = new ArrayList<>();
        if (schema.has("minimum")) {
            all.add(JSON.numberNode(schema.path("minimum").longValue() - 1));
        }
        if (schema.has("maximum")) {
            all.add(JSON.numberNode(schema.path("maximum").longValue() + 1));
        }
        if (schema.has("maxLength")) {
            all.add(JSON.textNode("🌳".repeat(schema.path("maxLength").intValue() + 1)));
        }
        if (schema.path("minLength").asInt() > 0) {
            all.add(JSON.textNode(" "));
        }
        if (schema.has("enum") || schema.has("pattern")) {
            all.add(JSON.textNode("no such_word"));
        }
        if (schema.has("maxItems")) {
            all.add(list(schema, schema.path("maxItems").intValue() + 1));
        }
        if (schema.path("minItems").asInt() > 0) {
            all.add(list(schema, schema.path("minItems").intValue() - 1));
        }
        inside(schema, all);
        all.add(JSON.booleanNode(true));
        all.add(JSON.numberNode(-1));
        return all;
    }

    /** The same for what stands inside of a list or an object. */
    private void inside(JsonNode schema, List<JsonNode> all) {
        if (schema.has("items")) {
            for (JsonNode v : values(document.resolved(schema.path("items")))) {
                all.add(JSON.arrayNode().add(v));
            }
        }
        for (Map.Entry<String, JsonNode> p : schema.path("properties").properties()) {
            for (JsonNode v : values(document.resolved(p.getValue()))) {
                ObjectNode object = any.object(schema);
                object.set(p.getKey(), v);
                all.add(object);
            }
        }
        schema.path("oneOf").forEach(s -> inside(document.resolved(s), all));
    }

    private ArrayNode list(JsonNode schema, int size) {
        ArrayNode list = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            list.add(any.value("", schema.path("items")));
        }
        return list;
    }
}
