package palabre.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A client's copy of a room, folded from the wire alone by the rules of PROTOCOL.md. Knows none of
 * the server's classes. Counts what must not happen.
 */
final class Mirror {
    /** A request as a client sees it. */
    record Request(long request, String seat, String topic, String state) {}

    final Map<String, String> names = new TreeMap<>();
    final List<Request> waiting = new ArrayList<>();
    final List<Long> order = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    Optional<Request> holder = Optional.empty();
    boolean listOpen = true;
    String epoch = "";
    long seq = -1;
    long told;
    int votes;
    int gaps;
    int duplicates;

    /** Takes one line in. */
    void take(JsonNode m) {
        told = m.path("told").asLong(told);
        if (m.has("hello")) {
            epoch = m.path("epoch").asText();
            order.clear();
            if (!m.path("recovered").asBoolean()) {
                seq = -1; // what is known is of another time: a snapshot follows
            }
        } else if (m.has("snapshot")) {
            snapshot(m.path("snapshot"), m.path("seq").asLong());
        } else if (m.has("prev")) {
            frame(m);
        } else if (m.has("opinions")) {
            votes = m.path("opinions").path("polls").path(0).path("votes").asInt();
        } else if (m.has("order")) {
            order.clear();
            m.path("order").forEach(o -> order.add(o.path("request").asLong()));
        }
        waiting.sort(Comparator.comparingInt(this::told).thenComparingLong(Request::request));
    }

    /** Who is not named in the order stands behind, by number. */
    private int told(Request r) {
        int at = order.indexOf(r.request());
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private void frame(JsonNode m) {
        if (m.path("prev").asLong() != seq) {
            if (m.path("seq").asLong() <= seq) {
                duplicates++;
                return;
            }
            gaps++;
        }
        seq = m.path("seq").asLong();
        if (m.has("ev")) {
            events.add(m.path("ev").asText());
            event(m.path("ev").asText(), m);
        }
    }

    private void snapshot(JsonNode room, long at) {
        names.clear();
        room.path("seats")
                .forEach(s -> names.put(s.path("seat").asText(), s.path("name").asText()));
        JsonNode floor = room.path("floor");
        listOpen = floor.path("list").asText().equals("open");
        holder =
                floor.path("holder").isObject()
                        ? Optional.of(request(floor.path("holder")))
                        : Optional.empty();
        waiting.clear();
        floor.path("waiting").forEach(r -> waiting.add(request(r)));
        seq = at;
    }

    private static Request request(JsonNode r) {
        return new Request(
                r.path("request").asLong(),
                r.path("seat").asText(),
                r.path("topic").asText(),
                r.path("state").asText());
    }

    private void event(String ev, JsonNode m) {
        long id = m.path("request").asLong();
        switch (ev) {
            case "seat.joined", "seat.renamed" ->
                    names.put(m.path("seat").asText(), m.path("name").asText());
            case "seat.left", "seat.removed" -> names.remove(m.path("seat").asText());
            case "floor.requested" ->
                    waiting.add(
                            new Request(
                                    id,
                                    m.path("seat").asText(),
                                    m.path("topic").asText(),
                                    "pending"));
            case "floor.accepted" -> accept(id);
            case "floor.granted" -> {
                Request r = remove(id);
                holder = Optional.of(new Request(id, r.seat(), r.topic(), "granted"));
            }
            case "floor.denied", "floor.cancelled", "floor.released", "floor.revoked" -> {
                if (holder.filter(h -> h.request() == id).isPresent()) {
                    holder = Optional.empty();
                } else {
                    remove(id);
                }
            }
            case "list.opened" -> listOpen = true;
            case "list.closed" -> listOpen = false;
            default -> {}
        }
    }

    private void accept(long id) {
        Request r = remove(id);
        waiting.add(new Request(id, r.seat(), r.topic(), "accepted"));
    }

    private Request remove(long id) {
        return waiting.remove(indexOf(id));
    }

    private int indexOf(long id) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).request() == id) {
                return i;
            }
        }
        throw new AssertionError("no request " + id + " in " + waiting);
    }

    /** What must be the same for everybody in an audience at the same number. */
    String visible() {
        return "list "
                + listOpen
                + " holder "
                + holder.map(Request::request)
                + " waiting "
                + waiting.stream().map(r -> r.request() + r.state().substring(0, 1)).toList()
                + " people "
                + names.values();
    }
}
