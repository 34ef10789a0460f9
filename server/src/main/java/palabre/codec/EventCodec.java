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
    /**
     * All events of one command, as they are kept.
     *
     * @param by the seat that asked for them
     * @param version of the form in which they were written
     */
    record Batch<E>(SeatId by, List<E> events, int version) {}

    /** The version that is written; what is older is completed when it is read. */
    default int version() {
        return 1;
    }

    ObjectNode write(E event);

    E read(JsonNode node);

    default byte[] toBytes(SeatId by, List<E> events) {
        ObjectNode node = Json.object().put("v", version()).put("by", by.value());
        ArrayNode list = node.putArray("events");
        events.forEach(e -> list.add(write(e)));
        return Json.bytes(node);
    }

    default Batch<E> fromBytes(byte[] bytes) {
        JsonNode node = Json.trusted(bytes);
        int version = node.path("v").intValue();
        if (version > version()) {
            throw new IllegalStateException("this log was written by a newer version");
        }
        List<E> events = new ArrayList<>();
        node.path("events").forEach(e -> events.add(read(e)));
        return new Batch<>(new SeatId(node.path("by").textValue()), events, version);
    }
}
