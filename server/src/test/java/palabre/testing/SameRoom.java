package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A snapshot as text, so that two which say the same are the same. */
public final class SameRoom {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private SameRoom() {}

    /** Names sorted, and what has no order in PROTOCOL.md: seats, who was removed, who agreed. */
    public static String of(JsonNode snapshot) {
        try {
            JsonNode room = MAPPER.readTree(MAPPER.writeValueAsBytes(snapshot));
            sort(room, "seats");
            sort(room, "removed");
            sort(room.path("doors").path("proposal"), "agreed");
            return MAPPER.writeValueAsString(MAPPER.treeToValue(room, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sort(JsonNode node, String field) {
        if (node.path(field) instanceof ArrayNode list) {
            List<JsonNode> sorted = new ArrayList<>();
            list.forEach(sorted::add);
            sorted.sort(Comparator.comparing(SameRoom::id));
            ((ObjectNode) node).putArray(field).addAll(sorted);
        }
    }

    private static String id(JsonNode element) {
        return element.isObject() ? element.path("seat").asText() : element.asText();
    }
}
