package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import palabre.core.SeatId;
import palabre.core.entry.RulesEvent;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.room.RoomFacts;
import palabre.core.seats.Declared;
import palabre.core.seats.SeatEvent;

/** Room events: {@code {"ev":"floor.granted","request":3}}. */
public final class RoomEventCodec implements EventCodec<RoomEvent> {
    /** From here on events of the floor state what follows of them. */
    private static final int STATES_FACTS = 2;

    @Override
    public int version() {
        return STATES_FACTS;
    }

    /**
     * An event of a batch, with what it did not state yet when it was written.
     *
     * @param before the room in which it happened
     */
    public static RoomEvent completed(
            Batch<RoomEvent> batch, RoomEvent event, Room before, long atMs) {
        return batch.version() < STATES_FACTS ? RoomFacts.stated(before, event, atMs) : event;
    }

    @Override
    public ObjectNode write(RoomEvent event) {
        return switch (event) {
            case RoomEvent.OnSeats e -> write(e.event());
            case RoomEvent.OnRules e -> write(e.event());
            case RoomEvent.OnFloor e -> FloorEventCodec.write(e.event());
            case RoomEvent.OnMeeting e -> ShapedEvents.write(e);
            case RoomEvent.OnDoors e -> ShapedEvents.write(e);
        };
    }

    private static ObjectNode write(SeatEvent event) {
        return switch (event) {
            case SeatEvent.SeatJoined e -> joined(e);
            case SeatEvent.SeatLeft e -> seat("seat.left", e);
            case SeatEvent.SeatRemoved e -> seat("seat.removed", e);
            case SeatEvent.SeatHanded e ->
                    seat("seat.handed", e).put("to", e.to().value()).put("until", e.untilMs());
            case SeatEvent.SeatRenamed e -> seat("seat.renamed", e).put("name", e.name());
            case SeatEvent.RoleChanged e -> seat("seat.role", e).put("role", e.role().wire());
            case SeatEvent.SeatAbsent e -> seat("seat.absent", e);
            case SeatEvent.SeatReturned e -> seat("seat.returned", e);
            case SeatEvent.SeatDeclared e -> {
                ObjectNode node = seat("seat.declared", e);
                write(node, e.declared());
                yield node;
            }
        };
    }

    private static ObjectNode write(RulesEvent event) {
        return switch (event) {
            case RulesEvent.RulesLaid e ->
                    Json.object().put("ev", "rules.laid").put("version", e.version());
            case RulesEvent.RulesAccepted e ->
                    Json.object()
                            .put("ev", "rules.accepted")
                            .put("seat", e.seat().value())
                            .put("version", e.version());
        };
    }

    /** As clients fold it: without what only the order of speaking and the accounts need. */
    public ObjectNode writeSeen(RoomEvent event) {
        ObjectNode node = write(event);
        return event instanceof RoomEvent.OnFloor ? node.without(FloorEventCodec.UNSEEN) : node;
    }

    @Override
    public RoomEvent read(JsonNode n) {
        return switch (n.path("ev").textValue()) {
            case "seat.joined" ->
                    RoomEvent.of(
                            new SeatEvent.SeatJoined(
                                    seat(n), PersonCodec.read(n), PersonCodec.keeper(n)));
            case "seat.left" -> RoomEvent.of(new SeatEvent.SeatLeft(seat(n)));
            case "seat.removed" -> RoomEvent.of(new SeatEvent.SeatRemoved(seat(n)));
            case "seat.handed" ->
                    RoomEvent.of(
                            new SeatEvent.SeatHanded(
                                    seat(n),
                                    new SeatId(n.path("to").textValue()),
                                    n.path("until").longValue()));
            case "seat.renamed" ->
                    RoomEvent.of(new SeatEvent.SeatRenamed(seat(n), n.path("name").textValue()));
            case "seat.role" ->
                    RoomEvent.of(new SeatEvent.RoleChanged(seat(n), PersonCodec.role(n)));
            case "seat.absent" -> RoomEvent.of(new SeatEvent.SeatAbsent(seat(n)));
            case "seat.returned" -> RoomEvent.of(new SeatEvent.SeatReturned(seat(n)));
            case "seat.declared" -> RoomEvent.of(new SeatEvent.SeatDeclared(seat(n), declared(n)));
            case "rules.laid" ->
                    RoomEvent.of(new RulesEvent.RulesLaid(n.path("version").intValue()));
            case "rules.accepted" ->
                    RoomEvent.of(
                            new RulesEvent.RulesAccepted(seat(n), n.path("version").intValue()));
            default -> ShapedEvents.read(n).orElseGet(() -> RoomEvent.of(FloorEventCodec.read(n)));
        };
    }

    private static ObjectNode joined(SeatEvent.SeatJoined e) {
        ObjectNode node = seat("seat.joined", e);
        PersonCodec.write(node, e.person());
        e.keeper().ifPresent(k -> node.put("keeper", k.value()));
        return node;
    }

    private static ObjectNode seat(String name, SeatEvent event) {
        return Json.object().put("ev", name).put("seat", event.seat().value());
    }

    private static SeatId seat(JsonNode node) {
        return new SeatId(node.path("seat").textValue());
    }

    static void write(ObjectNode node, Declared declared) {
        node.put("gender", declared.gender().wire()).put("age", declared.age().wire());
    }

    static Declared declared(JsonNode n) {
        return new Declared(
                Declared.Gender.fromWire(n.path("gender").asText()).orElse(Declared.Gender.UNSAID),
                Declared.AgeBand.fromWire(n.path("age").asText()).orElse(Declared.AgeBand.UNSAID));
    }
}
