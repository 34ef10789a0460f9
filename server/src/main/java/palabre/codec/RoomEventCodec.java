package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.room.FloorEvent;
import palabre.core.room.RoomEvent;
import palabre.core.room.SeatEvent;

/** Room events: {@code {"ev":"floor.granted","request":3}}. */
public final class RoomEventCodec implements EventCodec<RoomEvent> {
    @Override
    public ObjectNode write(RoomEvent event) {
        return switch (event) {
            case SeatEvent.SeatJoined e -> {
                ObjectNode node = seat("seat.joined", e.seat());
                PersonCodec.write(node, e.person());
                yield node;
            }
            case SeatEvent.SeatLeft e -> seat("seat.left", e.seat());
            case SeatEvent.SeatRemoved e -> seat("seat.removed", e.seat());
            case SeatEvent.SeatRenamed e -> seat("seat.renamed", e.seat()).put("name", e.name());
            case SeatEvent.RoleChanged e ->
                    seat("seat.role", e.seat()).put("role", e.role().wire());
            case SeatEvent.SeatAbsent e -> seat("seat.absent", e.seat());
            case SeatEvent.SeatReturned e -> seat("seat.returned", e.seat());
            case FloorEvent.FloorRequested e ->
                    request("floor.requested", e.request())
                            .put("seat", e.seat().value())
                            .put("topic", e.topic());
            case FloorEvent.FloorAccepted e -> request("floor.accepted", e.request());
            case FloorEvent.FloorGranted e -> request("floor.granted", e.request());
            case FloorEvent.FloorDenied e -> request("floor.denied", e.request());
            case FloorEvent.FloorCancelled e -> request("floor.cancelled", e.request());
            case FloorEvent.FloorReleased e -> request("floor.released", e.request());
            case FloorEvent.FloorRevoked e -> request("floor.revoked", e.request());
            case FloorEvent.FloorSkipped e -> request("floor.skipped", e.request());
            case FloorEvent.ListOpened _ -> named("list.opened");
            case FloorEvent.ListClosed _ -> named("list.closed");
        };
    }

    @Override
    public RoomEvent read(JsonNode n) {
        return switch (n.path("ev").textValue()) {
            case "seat.joined" -> new SeatEvent.SeatJoined(seat(n), PersonCodec.read(n));
            case "seat.left" -> new SeatEvent.SeatLeft(seat(n));
            case "seat.removed" -> new SeatEvent.SeatRemoved(seat(n));
            case "seat.renamed" -> new SeatEvent.SeatRenamed(seat(n), n.path("name").textValue());
            case "seat.role" -> new SeatEvent.RoleChanged(seat(n), PersonCodec.role(n));
            case "seat.absent" -> new SeatEvent.SeatAbsent(seat(n));
            case "seat.returned" -> new SeatEvent.SeatReturned(seat(n));
            case "floor.requested" ->
                    new FloorEvent.FloorRequested(request(n), seat(n), n.path("topic").textValue());
            case "floor.accepted" -> new FloorEvent.FloorAccepted(request(n));
            case "floor.granted" -> new FloorEvent.FloorGranted(request(n));
            case "floor.denied" -> new FloorEvent.FloorDenied(request(n));
            case "floor.cancelled" -> new FloorEvent.FloorCancelled(request(n));
            case "floor.released" -> new FloorEvent.FloorReleased(request(n));
            case "floor.revoked" -> new FloorEvent.FloorRevoked(request(n));
            case "floor.skipped" -> new FloorEvent.FloorSkipped(request(n));
            case "list.opened" -> new FloorEvent.ListOpened();
            case "list.closed" -> new FloorEvent.ListClosed();
            default -> throw new IllegalStateException("no such event: " + n.path("ev"));
        };
    }

    private static ObjectNode named(String name) {
        return Json.object().put("ev", name);
    }

    private static ObjectNode seat(String name, SeatId seat) {
        return named(name).put("seat", seat.value());
    }

    private static ObjectNode request(String name, RequestId request) {
        return named(name).put("request", request.value());
    }

    private static SeatId seat(JsonNode node) {
        return new SeatId(node.path("seat").textValue());
    }

    private static RequestId request(JsonNode node) {
        return new RequestId(node.path("request").longValue());
    }
}
