package palabre.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import palabre.codec.Json;
import palabre.codec.PeopleCodec;
import palabre.core.Audience;
import palabre.core.PartId;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.room.Told;
import palabre.core.room.Visibility;
import palabre.part.AudienceKey;
import palabre.writer.Published;

/** Encodes what goes out. */
final class Frames {
    private Frames() {}

    /**
     * The event as each audience sees it, without the numbers in front; encoded once for all who
     * see the same.
     */
    static Tails tails(Published<Room, RoomEvent> event) {
        Map<AudienceKey, String> tails = new HashMap<>();
        Map<Told, String> encoded = new HashMap<>();
        for (Audience audience : Audience.values()) {
            Optional<Told> told =
                    Visibility.told(audience, event.event(), event.before(), event.after());
            told.ifPresent(t ->
                    tails.put(
                            AudienceKey.main(audience),
                            encoded.computeIfAbsent(t, x -> tail(x, event))));
        }
        return Tails.made(tails);
    }

    private static String tail(Told told, Published<Room, RoomEvent> event) {
        return tail(PeopleCodec.told(told), event);
    }

    static String tail(ObjectNode told, Published<?, ?> event) {
        ObjectNode node = Json.object().put("at", event.atMs()).put("by", event.by().value());
        return Json.write(node.setAll(told)).substring(1);
    }

    /** Of another part than main, a line says of which. */
    private static String open(PartId part) {
        return part.isMain() ? "{" : "{\"part\":\"" + part + "\",";
    }

    static String frame(PartId part, long prev, long seq, String tail) {
        return open(part) + "\"prev\":" + prev + ",\"seq\":" + seq + "," + tail;
    }

    static String beat(long nowMs, Optional<String> more) {
        return "\"beat\":" + nowMs + more.map(m -> "," + m).orElse("") + "}";
    }

    /** What is told beside the log as it is at {@code seq}; advances nobody. */
    static String derived(PartId part, String body, long seq, long told) {
        return open(part) + body + ",\"seq\":" + seq + ",\"told\":" + told + "}";
    }

    /** What is told beside the log and has no number. */
    static String quiet(PartId part, String body) {
        return open(part) + body + "}";
    }

    static String snapshot(PartId part, ObjectNode state, long seq) {
        return open(part) + "\"snapshot\":" + Json.write(state) + ",\"seq\":" + seq + "}";
    }
}
