package palabre.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** As much of a room as somebody needs to take part: who waits, who speaks, who presides. */
final class FloorSketch {
    private final Map<Long, String> waiting = new LinkedHashMap<>();
    private final Map<Long, String> kinds = new HashMap<>();
    private final Map<String, JsonNode> seats = new HashMap<>();
    private Optional<Long> holder = Optional.empty();
    private Optional<Long> interrupted = Optional.empty();
    private final Map<Long, String> speaking = new HashMap<>();
    private String presiding = "";
    private boolean listOpen = true;

    /** Takes a line in; whether it was one that says something of the room. */
    synchronized boolean take(JsonNode line) {
        if (line.has("snapshot")) {
            snapshot(line.path("snapshot"));
            return true;
        }
        if (!line.has("ev")) {
            return false;
        }
        line.path("people").forEach(s -> seats.put(s.path("seat").textValue(), s));
        long request = line.path("request").longValue();
        switch (line.path("ev").textValue()) {
            case "seat.joined" -> seats.put(line.path("seat").textValue(), line);
            case "floor.requested" -> waits(line);
            case "floor.granted" -> granted(request);
            case "floor.denied", "floor.cancelled", "floor.released", "floor.revoked" ->
                    ended(request);
            case "chair.taken" -> presiding = line.path("seat").textValue();
            case "list.closed" -> listOpen = false;
            case "list.opened" -> listOpen = true;
            default -> {}
        }
        return true;
    }

    private void snapshot(JsonNode room) {
        waiting.clear();
        speaking.clear();
        seats.clear();
        room.path("seats").forEach(s -> seats.put(s.path("seat").textValue(), s));
        JsonNode floor = room.path("floor");
        floor.path("waiting").forEach(this::waits);
        holder = turn(floor.path("holder"));
        interrupted = turn(floor.path("interrupted"));
        presiding = floor.path("chair").path("seat").asText("");
        listOpen = floor.path("list").asText().equals("open");
    }

    private void waits(JsonNode request) {
        long id = request.path("request").longValue();
        waiting.put(id, request.path("seat").textValue());
        kinds.put(id, request.path("kind").asText("speech"));
    }

    private Optional<Long> turn(JsonNode turn) {
        if (!turn.isObject()) {
            return Optional.empty();
        }
        long id = turn.path("request").longValue();
        speaking.put(id, turn.path("seat").textValue());
        return Optional.of(id);
    }

    private void granted(long request) {
        String seat = waiting.remove(request);
        if (seat != null) {
            speaking.put(request, seat);
            interrupted = holder.isPresent() ? holder : interrupted;
            holder = Optional.of(request);
        }
    }

    private void ended(long request) {
        waiting.remove(request);
        speaking.remove(request);
        if (holder.filter(h -> h == request).isPresent()) {
            holder = interrupted;
            interrupted = Optional.empty();
        } else if (interrupted.filter(i -> i == request).isPresent()) {
            interrupted = Optional.empty();
        }
    }

    /** The request that has the floor, if it is of one of these seats' keeper or seat. */
    synchronized Optional<Long> speaks(String seat, String site) {
        return holder.filter(h -> {
            String who = speaking.getOrDefault(h, "");
            JsonNode person = seats.get(who);
            return who.equals(seat)
                    || (!site.isEmpty()
                            && person != null
                            && person.has("keeper")
                            && person.path("site").asText().equals(site));
        });
    }

    synchronized Optional<Long> holder() {
        return holder;
    }

    synchronized boolean waits(String seat) {
        return waiting.containsValue(seat) || speaking.containsValue(seat);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    /** The first that waits with a kind, else any; only for what the chair does by hand. */
    synchronized Optional<Long> firstOf(String kind) {
        return waiting.keySet().stream().filter(id -> kind.equals(kinds.get(id))).findFirst();
    }

    synchronized Optional<Long> last() {
        return waiting.keySet().stream().reduce((_, b) -> b);
    }

    synchronized boolean presides(String seat) {
        return presiding.equals(seat);
    }

    synchronized boolean listOpen() {
        return listOpen;
    }
}
