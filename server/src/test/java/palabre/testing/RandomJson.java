package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Commands made up from what docs/asyncapi.yaml says of them: whatever it allows, seldom more. */
public final class RandomJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SMALL = 5;

    private final AsyncApi document = AsyncApi.document();
    private final Random random;

    private List<String> seats = List.of("1");
    private List<Long> requests = List.of();
    private long rules;

    public RandomJson(Random random) {
        this.random = random;
    }

    /**
     * Names from now on mostly what there is.
     *
     * @param requestsOpen who wait or speak
     * @param rulesVersion the ground rules that hold
     */
    public void knowing(List<String> seatsThere, List<Long> requestsOpen, long rulesVersion) {
        seats = seatsThere;
        requests = requestsOpen;
        rules = rulesVersion;
    }

    /** Any command of these names. */
    public ObjectNode command(List<String> names, String id) {
        String name = names.get(random.nextInt(names.size()));
        List<JsonNode> schemas = document.command(name);
        return command(schemas.get(random.nextInt(schemas.size())), id);
    }

    /** Any command of this schema. */
    public ObjectNode command(JsonNode schema, String id) {
        return object(schema).put("id", id);
    }

    /** Any object of this schema. */
    public ObjectNode object(JsonNode schema) {
        ObjectNode node = JSON.objectNode();
        List<String> required = texts(schema.path("required"));
        for (Map.Entry<String, JsonNode> p : schema.path("properties").properties()) {
            if (required.contains(p.getKey())
                    || p.getValue().has("const")
                    || random.nextBoolean()) {
                node.set(p.getKey(), value(p.getKey(), p.getValue()));
            }
        }
        return node;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    /** Any value of this schema. */
    public JsonNode value(String field, JsonNode reference) {
        if (field.equals("version")) {
            return JSON.numberNode(Math.max(1, rules));
        }
        return switch (AsyncApi.name(reference)) {
            case "seat" -> JSON.textNode(seat());
            case "request" -> JSON.numberNode(request());
            case "number" -> JSON.numberNode(1 + random.nextInt(SMALL));
            default -> value(document.resolved(reference));
        };
    }

    private String seat() {
        boolean unknown = seats.isEmpty() || random.nextInt(20) == 0;
        return unknown ? "9" : seats.get(random.nextInt(seats.size()));
    }

    private long request() {
        boolean other = requests.isEmpty() || random.nextInt(10) == 0;
        return other ? 1 + random.nextInt(SMALL) : requests.get(random.nextInt(requests.size()));
    }

    private JsonNode value(JsonNode schema) {
        if (schema.has("const")) {
            return schema.path("const");
        }
        for (String choice : List.of("enum", "oneOf")) {
            if (schema.has(choice)) {
                JsonNode all = schema.path(choice);
                JsonNode one = all.get(random.nextInt(all.size()));
                return choice.equals("enum") ? one : value(document.resolved(one));
            }
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(integer(schema));
            default -> JSON.textNode(text(schema));
        };
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode list = JSON.arrayNode();
        int least = schema.path("minItems").asInt();
        int most = Math.min(least + 3, schema.path("maxItems").asInt(3));
        int size = least + random.nextInt(most - least + 1);
        for (int i = 0; i < size; i++) {
            JsonNode element = value("", schema.path("items"));
            boolean again = schema.path("uniqueItems").asBoolean();
            list.add(again ? JSON.textNode("option " + i) : element);
        }
        return list;
    }

    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong();
        long most = schema.path("maximum").asLong(Long.MAX_VALUE);
        return switch (random.nextInt(6)) {
            case 0 -> least;
            case 1 -> most;
            default -> Math.min(most, least + random.nextInt(random.nextBoolean() ? SMALL : 600));
        };
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" -> either("2026-12-24", "2027-01-31");
            case "local-date-time" -> either("2026-12-01T14:00", "2026-12-02T09:30");
            case "time-zone" -> either("Africa/Harare", "Asia/Tbilisi");
            default -> schema.has("pattern") ? either("fr", "ka") : words(schema);
        };
    }

    private String either(String one, String other) {
        return random.nextBoolean() ? one : other;
    }

    private String words(JsonNode schema) {
        boolean may = schema.path("minLength").asInt() == 0 && random.nextInt(3) == 0;
        return may ? "" : List.of("films", "T1", "Hall", "ქართული", "🌳").get(random.nextInt(5));
    }
}
