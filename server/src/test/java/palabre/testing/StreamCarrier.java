package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What the three carriers of JSON lines have in common. */
public abstract class StreamCarrier implements Carrier {
    static final ObjectMapper MAPPER = new ObjectMapper();

    final TestServer server;
    final String room;
    public final String token;
    final Browserless http;
    public final Mirror mirror = new Mirror();
    final BlockingQueue<JsonNode> lines = new LinkedBlockingQueue<>();
    final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    final Set<String> followed = new LinkedHashSet<>();
    private final Map<String, PartMirror> parts = new TreeMap<>();
    private boolean recovered;
    private int link;

    StreamCarrier(TestServer server, int room, String token) {
        this.server = server;
        this.room = server.room(room);
        this.token = token;
        this.http = new Browserless(server.base());
    }

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From where it goes on, and what it follows; empty for main from the start. */
    String query() {
        List<String> query = new ArrayList<>();
        if (mirror.seq >= 0) {
            query.add("after=" + mirror.epoch + ":" + mirror.seq);
        }
        if (!followed.isEmpty()) {
            query.add("follow=" + String.join(",", followed));
        }
        followed.forEach(name -> {
            if (part(name).seq >= 0) {
                query.add("after." + name + "=" + part(name).position());
            }
        });
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    /** Asks for these parts with the next connect. */
    public void follow(String... names) {
        followed.addAll(List.of(names));
    }

    /** What it knows of a part. */
    public PartMirror part(String name) {
        return parts.computeIfAbsent(name, _ -> new PartMirror());
    }

    /** Waits until it has seen everything of a part up to this number. */
    public PartMirror caughtUpTo(String name, long seq) {
        return until(name, p -> p.seq >= seq);
    }

    /** Waits until it knows of a part what a test asks for. */
    public PartMirror until(String name, Predicate<PartMirror> known) {
        while (!known.test(part(name)) || !lines.isEmpty()) {
            more();
            step();
        }
        return part(name);
    }

    /** Forgets what a lost link had brought but nobody had read; names the next link. */
    synchronized int nextLink() {
        lines.clear();
        return ++link;
    }

    /** To be called with everything that comes in over a link. */
    synchronized void incoming(int from, String text) {
        if (from != link) {
            return;
        }
        for (String line : text.split("\n")) {
            if (!line.isBlank()) {
                JsonNode node = json(line);
                (node.has("ack") || node.has("nack") ? answers : lines).add(node);
            }
        }
    }

    @Override
    public JsonNode send(String command) {
        return json(
                http.postJson(
                                "/api/rooms/" + room + "/commands",
                                command,
                                "Authorization",
                                "Bearer " + token)
                        .body());
    }

    /** Takes the next line in. */
    public void step() {
        try {
            JsonNode line = lines.poll(15, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("nothing came for 15 s; at " + mirror.seq);
            }
            if (line.has("hello") && !line.has("part")) {
                recovered = line.path("recovered").asBoolean();
            }
            if (line.has("part")) {
                part(line.path("part").asText()).take(line);
            } else {
                mirror.take(line);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Mirror caughtUpTo(long seq) {
        while (mirror.seq < seq || !lines.isEmpty()) {
            more();
            step();
        }
        return mirror;
    }

    /** Asks for more, where more must be asked for. */
    public void more() {}

    @Override
    public boolean recovered() {
        return recovered;
    }
}
