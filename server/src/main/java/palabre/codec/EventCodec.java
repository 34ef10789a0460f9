package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import palabre.core.SeatId;

/**
 * Writes events as they are kept and sent, and reads them back.
 *
 * @param <E> the events of one kind of log
 */
public interface EventCodec<E> {
    /** The version that is written; what is older is upcast when it is read. */
    int VERSION = 1;

    /**
     * All events of one command, as they are kept.
     *
     * @param by the seat that asked for them
     */
    record Batch<E>(SeatId by, List<E> events) {}

    ObjectNode write(E event);

    E read(JsonNode node);

    default byte[] toBytes(Batch<E> batch) {
        ObjectNode node = Json.object().put("v", VERSION).put("by", batch.by().value());
        ArrayNode list = node.putArray("events");
        batch.events().forEach(e -> list.add(write(e)));
        return Json.bytes(node);
    }

    default Batch<E> fromBytes(byte[] bytes) {
        JsonNode node = Json.trusted(bytes);
        if (node.path("v").intValue() > VERSION) {
            throw new IllegalStateException("this log was written by a newer version");
        }
        List<E> events = new ArrayList<>();
        node.path("events").forEach(e -> events.add(read(e)));
        return new Batch<>(new SeatId(node.path("by").textValue()), events);
    }
}
