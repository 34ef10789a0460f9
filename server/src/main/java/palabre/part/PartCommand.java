package palabre.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import palabre.codec.CommandCodec;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.core.Code;
import palabre.core.PartId;

/**
 * A command to a part, as a client sent it: {@code {"id":"…","part":"note-1","do":"…",…}}.
 *
 * @param bodyHash of everything but the id; what makes a resend the same
 */
public record PartCommand<C>(
        PartId part, PartKind<?, C, ?> kind, String id, String bodyHash, C command) {

    /** The part that a command names; one to main names none. */
    public static Optional<String> named(JsonNode node) {
        return Optional.ofNullable(node.get("part")).map(JsonNode::asText);
    }

    /**
     * Reads one that names its part.
     *
     * @throws Unreadable also with {@link Code#UNKNOWN_PART} when there is no such kind of part
     */
    public static PartCommand<?> read(PartKinds kinds, JsonNode node) throws Unreadable {
        String id = CommandCodec.id(node).orElseThrow(() -> new Unreadable(Code.BAD_ID));
        ObjectNode body = ((ObjectNode) node).deepCopy();
        body.remove("id");
        String hash = Json.hash(body);
        PartId part =
                named(node)
                        .filter(PartId::isOne)
                        .map(PartId::new)
                        .orElseThrow(() -> new Unreadable(Code.UNKNOWN_PART));
        PartKind<?, ?, ?> kind =
                kinds.of(part).orElseThrow(() -> new Unreadable(Code.UNKNOWN_PART));
        body.remove("part");
        return read(part, kind, id, hash, body);
    }

    private static <C> PartCommand<C> read(
            PartId part, PartKind<?, C, ?> kind, String id, String hash, ObjectNode body)
            throws Unreadable {
        return new PartCommand<>(part, kind, id, hash, kind.command(body));
    }
}
