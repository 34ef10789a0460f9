package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.seats.Person;

/** A person's fields inside a larger object; what is empty is left out. */
final class PersonCodec {
    private PersonCodec() {}

    static void write(ObjectNode node, Person person) {
        node.put("name", person.name());
        node.put("role", person.role().wire());
        unlessEmpty(node, "team", person.team());
        unlessEmpty(node, "sector", person.sector());
        unlessEmpty(node, "site", person.site());
    }

    private static void unlessEmpty(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }

    static Person read(JsonNode node) {
        return new Person(
                node.path("name").textValue(),
                role(node),
                node.path("team").asText(),
                node.path("sector").asText(),
                node.path("site").asText());
    }

    static Role role(JsonNode node) {
        return Role.fromWire(node.path("role").textValue()).orElseThrow();
    }

    /** The seat that asked for somebody without a device. */
    static Optional<SeatId> keeper(JsonNode node) {
        return node.has("keeper")
                ? Optional.of(new SeatId(node.path("keeper").textValue()))
                : Optional.empty();
    }
}
