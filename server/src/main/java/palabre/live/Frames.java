package palabre.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import palabre.codec.Json;
import palabre.codec.PeopleCodec;
import palabre.codec.RoomCodec;
import palabre.core.room.Audience;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.room.Told;
import palabre.core.room.Visibility;
import palabre.writer.Published;

/** Encodes what goes out. */
final class Frames {
    private Frames() {}

    /**
     * The event as each audience sees it, without the numbers in front; encoded once for all who
     * see the same.
     */
    static Map<Audience, String> tails(Published<Room, RoomEvent> event) {
        Map<Audience, String> tails = new EnumMap<>(Audience.class);
        Map<Told, String> encoded = new HashMap<>();
        for (Audience audience : Audience.values()) {
            Optional<Told> told =
                    Visibility.told(audience, event.event(), event.before(), event.after());
            told.ifPresent(
                    t -> tails.put(audience, encoded.computeIfAbsent(t, x -> tail(x, event))));
        }
        return tails;
    }

    private static String tail(Told told, Published<Room, RoomEvent> event) {
        ObjectNode node = Json.object().put("at", event.atMs()).put("by", event.by().value());
        node.setAll(PeopleCodec.told(told));
        return Json.write(node).substring(1);
    }

    static String frame(long prev, long seq, String tail) {
        return "{\"prev\":" + prev + ",\"seq\":" + seq + "," + tail;
    }

    static String beat(long prev, long seq, long nowMs, int here) {
        return frame(prev, seq, "\"beat\":" + nowMs + ",\"here\":" + here + "}");
    }

    /** What follows from the room as it is at {@code seq}; advances nobody. */
    static String derived(String body, long seq, long told) {
        return "{" + body + ",\"seq\":" + seq + ",\"told\":" + told + "}";
    }

    static String here(int here) {
        return "{\"here\":" + here + "}";
    }

    static String snapshot(Audience audience, Room room, long seq) {
        ObjectNode node = Json.object();
        node.set("snapshot", RoomCodec.writeSeen(Visibility.of(audience, room)));
        return Json.write(node.put("seq", seq));
    }
}
