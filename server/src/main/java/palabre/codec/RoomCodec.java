package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Floor;
import palabre.core.room.FloorRequest;
import palabre.core.room.RequestState;
import palabre.core.room.Room;
import palabre.core.room.Seat;

/** A whole room: as a snapshot is kept, and, cut to an audience, as it is sent. */
public final class RoomCodec {
    /** Names the form of the fold: changed whenever the fold or this form changes its meaning. */
    public static final String FOLD = "room-1";

    private RoomCodec() {}

    public static ObjectNode write(Room room) {
        Charter charter = room.charter();
        ObjectNode node =
                Json.object()
                        .put("title", charter.title())
                        .put("access", charter.access() == Access.OPEN ? "open" : "closed")
                        .put("onRecord", charter.onRecord());
        ArrayNode seats = node.putArray("seats");
        room.seats().values().forEach(s -> seats.add(write(s)));
        ArrayNode removed = node.putArray("removed");
        room.removed().forEach(removed::add);
        node.set("floor", write(room.floor()));
        return node;
    }

    private static ObjectNode write(Seat seat) {
        ObjectNode node = Json.object().put("seat", seat.id().value());
        PersonCodec.write(node, seat.person());
        if (seat.absent()) {
            node.put("absent", true);
        }
        return node;
    }

    private static ObjectNode write(Floor floor) {
        ObjectNode node =
                Json.object()
                        .put("list", floor.listOpen() ? "open" : "closed")
                        .put("requests", floor.requestsSoFar());
        node.set("holder", floor.holder().<JsonNode>map(RoomCodec::write).orElse(null));
        ArrayNode waiting = node.putArray("waiting");
        floor.waiting().forEach(r -> waiting.add(write(r)));
        return node;
    }

    private static ObjectNode write(FloorRequest request) {
        return Json.object()
                .put("request", request.id().value())
                .put("seat", request.seat().value())
                .put("topic", request.topic())
                .put("state", request.state().name().toLowerCase(Locale.ROOT))
                .put("since", request.sinceMs());
    }

    /**
     * @param charter what the room is; a snapshot tells only what became of it
     */
    public static Room read(Charter charter, byte[] bytes) {
        JsonNode node = Json.trusted(bytes);
        Map<SeatId, Seat> seats = new LinkedHashMap<>();
        for (JsonNode s : node.path("seats")) {
            SeatId id = new SeatId(s.path("seat").textValue());
            seats.put(id, new Seat(id, PersonCodec.read(s), s.path("absent").booleanValue()));
        }
        Set<String> removed = new TreeSet<>();
        node.path("removed").forEach(r -> removed.add(r.textValue()));
        return new Room(charter, seats, removed, readFloor(node.path("floor")));
    }

    private static Floor readFloor(JsonNode node) {
        List<FloorRequest> waiting = new ArrayList<>();
        node.path("waiting").forEach(r -> waiting.add(readRequest(r)));
        JsonNode holder = node.path("holder");
        return new Floor(
                node.path("list").textValue().equals("open"),
                node.path("requests").longValue(),
                holder.isObject() ? Optional.of(readRequest(holder)) : Optional.empty(),
                waiting);
    }

    private static FloorRequest readRequest(JsonNode node) {
        return new FloorRequest(
                new RequestId(node.path("request").longValue()),
                new SeatId(node.path("seat").textValue()),
                node.path("topic").textValue(),
                RequestState.valueOf(node.path("state").textValue().toUpperCase(Locale.ROOT)),
                node.path("since").longValue());
    }
}
