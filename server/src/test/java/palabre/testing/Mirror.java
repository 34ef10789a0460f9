package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a test asks about a client's copy of a room. The copy itself is the example client's: folded
 * from the wire alone, by the rules of PROTOCOL.md. Counts what must not happen.
 */
public final class Mirror {
    /** A request as a client sees it. */
    public record Request(long request, String seat, String topic, String state) {}

    final Map<String, String> names = new TreeMap<>();
    public final List<Request> waiting = new ArrayList<>();
    public final List<String> events = new ArrayList<>();
    public Optional<Request> holder = Optional.empty();
    public boolean listOpen = true;
    public String epoch = "";
    public long seq = -1;
    long told;
    public int votes;
    public int gaps;
    public int duplicates;

    private final ExampleFold fold = ExampleFold.open();

    /** Takes one line in. */
    void take(JsonNode line) {
        fold.take(line.toString());
        JsonNode known = known();
        epoch = known.path("epoch").asText();
        seq = known.path("seq").asLong();
        told = known.path("told").asLong();
        votes = known.path("opinions").path("polls").path(0).path("votes").asInt();
        gaps = known.path("gaps").asInt();
        duplicates = known.path("had").asInt();
        if (line.has("ev")) {
            events.add(line.path("ev").asText());
        }
        names.clear();
        JsonNode room = known.path("room");
        room.path("seats")
                .forEach(s -> names.put(s.path("seat").asText(), s.path("name").asText()));
        JsonNode floor = room.path("floor");
        listOpen = !floor.path("list").asText().equals("closed");
        holder = Optional.of(floor.path("holder")).filter(JsonNode::isObject).map(Mirror::request);
        waiting.clear();
        known.path("line").forEach(r -> waiting.add(request(r)));
    }

    /** Everything that the client knows. */
    public JsonNode known() {
        return fold.known();
    }

    private static Request request(JsonNode r) {
        return new Request(
                r.path("request").asLong(),
                r.path("seat").asText(),
                r.path("topic").asText(),
                r.path("state").asText());
    }

    /** What must be the same for everybody in an audience at the same number. */
    public String visible() {
        return "list "
                + listOpen
                + " holder "
                + holder.map(Request::request)
                + " waiting "
                + waiting.stream().map(r -> r.request() + r.state().substring(0, 1)).toList();
    }
}
