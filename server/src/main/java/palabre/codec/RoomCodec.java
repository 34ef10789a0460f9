package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.entry.GroundRules;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Doors;
import palabre.core.room.Meeting;
import palabre.core.room.Room;
import palabre.core.seats.Attendance;
import palabre.core.seats.Declared;
import palabre.core.seats.Seat;

/** A whole room: as a snapshot is kept, and, cut to an audience, as it is sent. */
public final class RoomCodec {
    /** Names the form of the fold: changed whenever the fold or this form changes its meaning. */
    public static final String FOLD = "room-12";

    private RoomCodec() {}

    /**
     * Does once what the first room would otherwise wait for: how records are written and read is
     * found out the first time (0.4 s in a cold process, 2 ms after that).
     */
    public static void warmUp() {
        Charter charter =
                new Charter(new RoomId("r"), new SessionId("s"), "", Access.CLOSED, false);
        read(charter, Json.bytes(write(Room.empty(charter))));
    }

    /** Everything that the fold holds. */
    public static ObjectNode write(Room room) {
        return write(room, true);
    }

    /** What a client folds; {@code room} as its audience sees it. */
    public static ObjectNode writeSeen(Room room) {
        return write(room, false);
    }

    private static ObjectNode write(Room room, boolean whole) {
        Charter charter = room.charter();
        ObjectNode node =
                Json.object()
                        .put("title", charter.title())
                        .put("access", charter.access() == Access.OPEN ? "open" : "closed")
                        .put("onRecord", charter.onRecord());
        ArrayNode seats = node.putArray("seats");
        room.seats().values().forEach(s -> seats.add(write(s)));
        if (whole) {
            ArrayNode removed = node.putArray("removed");
            room.removed().forEach(removed::add);
        }
        node.put("rules", room.rules().version());
        if (!room.rules().accepted().isEmpty()) {
            ObjectNode accepted = node.putObject("accepted");
            room.rules().accepted().forEach((seat, v) -> accepted.put(seat.value(), v));
        }
        node.set("floor", FloorCodec.write(room.floor(), whole));
        node.put("main", charter.main());
        node.set("meeting", Shapes.write(room.meeting()));
        ObjectNode doors = Shapes.write(room.doors());
        node.set("doors", whole ? doors : doors.without(List.of("ended", "part")));
        if (!room.attendance().equals(Attendance.NONE)) {
            node.set("attendance", Shapes.write(room.attendance()));
        }
        return node;
    }

    static ObjectNode write(Seat seat) {
        ObjectNode node = Json.object().put("seat", seat.id().value());
        PersonCodec.write(node, seat.person());
        if (seat.absent()) {
            node.put("absent", true);
        }
        seat.keeper().ifPresent(k -> node.put("keeper", k.value()));
        if (seat.invitedAs() != seat.person().role()) {
            node.put("invitedAs", seat.invitedAs().wire());
        }
        if (!seat.declared().equals(Declared.NOTHING)) {
            RoomEventCodec.write(node, seat.declared());
        }
        return node;
    }

    /**
     * @param charter what the room is; a snapshot tells only what became of it
     */
    public static Room read(Charter charter, byte[] bytes) {
        JsonNode node = Json.trusted(bytes);
        Map<SeatId, Seat> seats = new LinkedHashMap<>();
        for (JsonNode s : node.path("seats")) {
            SeatId id = new SeatId(s.path("seat").textValue());
            seats.put(
                    id,
                    new Seat(
                            id,
                            PersonCodec.read(s),
                            s.path("absent").booleanValue(),
                            PersonCodec.keeper(s),
                            RoomEventCodec.declared(s),
                            Role.fromWire(s.path("invitedAs").asText())
                                    .orElseGet(() -> PersonCodec.role(s))));
        }
        Set<String> removed = new TreeSet<>();
        node.path("removed").forEach(r -> removed.add(r.textValue()));
        return new Room(
                charter,
                seats,
                removed,
                rules(node),
                FloorCodec.read(node.path("floor")),
                Shapes.read(node.path("meeting"), Meeting.class),
                Shapes.read(node.path("doors"), Doors.class),
                node.has("attendance")
                        ? Shapes.read(node.path("attendance"), Attendance.class)
                        : Attendance.NONE);
    }

    private static GroundRules rules(JsonNode node) {
        Map<SeatId, Integer> accepted = new LinkedHashMap<>();
        node.path("accepted")
                .properties()
                .forEach(a -> accepted.put(new SeatId(a.getKey()), a.getValue().intValue()));
        return new GroundRules(node.path("rules").intValue(), accepted);
    }
}
