package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What docs/asyncapi.yaml says: the shape of every line, event and command. */
public final class AsyncApi {
    private static final AsyncApi DOCUMENT = new AsyncApi(Path.of("../docs/asyncapi.yaml"));

    private final JsonNode root;
    private final Map<String, List<JsonNode>> events;
    private final Map<String, List<JsonNode>> commands;

    private AsyncApi(Path file) {
        try {
            root = new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        events = alternatives("event", "ev");
        commands = alternatives("command", "do");
    }

    public static AsyncApi document() {
        return DOCUMENT;
    }

    /** The schemas of events, by their name. */
    public Map<String, List<JsonNode>> events() {
        return events;
    }

    /** The schemas of commands, by their name; several when fields depend on each other. */
    public Map<String, List<JsonNode>> commands() {
        return commands;
    }

    /** The schemas of one command. */
    public List<JsonNode> command(String name) {
        return commands().getOrDefault(name, List.of());
    }

    private Map<String, List<JsonNode>> alternatives(String message, String key) {
        Map<String, List<JsonNode>> all = new TreeMap<>();
        message(message)
                .path("oneOf")
                .forEach(schema -> {
                    String name = schema.path("properties").path(key).path("const").asText();
                    all.computeIfAbsent(name, _ -> new ArrayList<>()).add(schema);
                });
        return Collections.unmodifiableMap(all);
    }

    /** The only schema of an event or command, as that of an object. */
    public static ObjectNode object(List<JsonNode> schemas) {
        if (schemas.size() != 1) {
            throw new AssertionError("not one schema: " + schemas);
        }
        return ((ObjectNode) schemas.getFirst().deepCopy()).put("type", "object");
    }

    /** The names of the fields that these schemas have, but for their key. */
    public static Set<String> fields(List<JsonNode> schemas, String key) {
        Set<String> fields = new TreeSet<>();
        schemas.forEach(s -> s.path("properties").fieldNames().forEachRemaining(fields::add));
        fields.remove(key);
        return fields;
    }

    /** The schema of a line. */
    public JsonNode message(String name) {
        return root.path("components").path("messages").path(name).path("payload");
    }

    /** The schema of a part. */
    public JsonNode schema(String name) {
        return root.path("components").path("schemas").path(name);
    }

    /** The schema itself, or what it refers to. */
    public JsonNode resolved(JsonNode schema) {
        String ref = schema.path("$ref").asText();
        return ref.isEmpty() ? schema : schema(name(ref));
    }

    /** The name of the part to which a schema refers; empty when it says itself what it is. */
    public static String name(JsonNode schema) {
        return name(schema.path("$ref").asText());
    }

    private static String name(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }
}
