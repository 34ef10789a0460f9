package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.codec.CommandCodec;
import palabre.core.Role;
import palabre.http.PalabreServer;
import palabre.live.Pace;
import palabre.testing.AsyncApi;
import palabre.testing.PollCarrier;
import palabre.testing.RandomJson;
import palabre.testing.SameRoom;
import palabre.testing.Seeds;
import palabre.testing.ServedTest;
import palabre.testing.Shape;
import palabre.testing.SseCarrier;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;
import palabre.testing.WsCarrier;

/**
 * Over every carrier, through cuts and changes of role, what the example client knows is the
 * snapshot that the server would send it.
 */
class FoldOverCarriersTest extends ServedTest {
    private static final int ROOM = TestServer.PLENARY;
    private static final int STRETCHES = 6;
    private static final int COMMANDS = 8;

    /** Would end the room, or send a follower out of it. */
    private static final List<String> ENDING =
            List.of(
                    "session.close",
                    "seat.leave",
                    "seat.remove",
                    "mode.agree",
                    "mode.insist",
                    "groups.open",
                    "groups.call",
                    "people.move",
                    "lobby.refuse");

    private final List<String> names = new ArrayList<>(CommandCodec.names());
    private final Map<Role, StreamCarrier> followers = new LinkedHashMap<>();
    private final List<String> seats = new ArrayList<>();
    private Random random = new Random(0);
    private RandomJson commands = new RandomJson(random);
    private int sent;

    /** Followers send no heartbeats: they are to be here however slow the machine is. */
    @Override
    protected PalabreServer.Tuning tuning() {
        PalabreServer.Tuning quick = TestServer.QUICK;
        Pace p = quick.pace();
        Pace patient =
                new Pace(
                        p.beatMs(),
                        600_000,
                        p.graceMs(),
                        p.speakerGraceMs(),
                        p.pageGraceMs(),
                        p.batchMs());
        return new PalabreServer.Tuning(
                patient, quick.roomIdle(), quick.requestMs(), quick.pagesMax(), quick.speed());
    }

    static Stream<Arguments> waysAndSeeds() {
        return Stream.of(Way.values())
                .flatMap(way -> Seeds.some(2).stream().map(s -> Arguments.of(way, s)));
    }

    enum Way {
        WEB_SOCKET,
        SERVER_SENT_EVENTS,
        LONG_POLL
    }

    private StreamCarrier open(Way way, Role role) {
        String token = server.token(ROOM, role);
        return switch (way) {
            case WEB_SOCKET -> new WsCarrier(server, ROOM, token);
            case SERVER_SENT_EVENTS -> new SseCarrier(server, ROOM, token);
            case LONG_POLL -> new PollCarrier(server, ROOM, token);
        };
    }

    private void follow(Way way, Role... roles) {
        for (Role role : roles) {
            StreamCarrier follower = open(way, role);
            follower.connect();
            followers.put(role, follower);
            seats.add(seat(follower));
        }
    }

    private static String seat(StreamCarrier follower) {
        return follower.mirror.known().path("hello").path("seat").asText();
    }

    private StreamCarrier follower(Role role) {
        return Objects.requireNonNull(followers.get(role));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("waysAndSeeds")
    void theFoldIsTheSnapshot(Way way, long seed) {
        random = new Random(seed);
        commands = new RandomJson(random);
        names.removeAll(ENDING);
        follow(way, Role.MODERATOR, Role.DEPUTY, Role.PARTICIPANT, Role.OBSERVER);
        try {
            for (int i = 0; i < STRETCHES; i++) {
                long seq = stretch();
                for (Map.Entry<Role, StreamCarrier> f : followers.entrySet()) {
                    StreamCarrier follower = f.getValue();
                    if (random.nextInt(3) == 0) {
                        follower.cut();
                        follower.connect();
                    }
                    sameAsTheSnapshot(follower, seq, way + " " + f.getKey() + ", seed " + seed);
                }
            }
        } finally {
            followers.values().forEach(StreamCarrier::close);
        }
    }

    private long stretch() {
        long seq = 0;
        for (int c = 0; c < COMMANDS; c++) {
            JsonNode room = follower(Role.MODERATOR).mirror.known().path("room");
            List<Long> requests = new ArrayList<>();
            room.path("floor").findValues("request").forEach(r -> requests.add(r.asLong()));
            commands.knowing(seats, requests, room.path("rules").asLong());
            ObjectNode command = commands.command(names, "c" + ++sent);
            if (command.path("do").asText().equals("public.view")) {
                command.put("cut", false).put("delay", random.nextInt(2));
            }
            Role actor = random.nextBoolean() ? Role.MODERATOR : any(followers.keySet());
            String path = "/api/rooms/" + server.room(ROOM) + "/commands";
            JsonNode answer =
                    StreamCarrier.json(
                            http.postJson(path, command.toString(), as(ROOM, actor)).body());
            assertThat(answer.has("ack") || answer.has("nack")).as("%s", answer).isTrue();
            seq = Math.max(seq, answer.path("seq").asLong());
        }
        return seq;
    }

    private Role any(Iterable<Role> roles) {
        List<Role> all = new ArrayList<>();
        roles.forEach(all::add);
        return all.get(random.nextInt(all.size()));
    }

    private void sameAsTheSnapshot(StreamCarrier follower, long seq, String as) {
        follower.caughtUpTo(seq);
        JsonNode snapshot = snapshot(follower);
        while (snapshot.path("seq").asLong() != follower.mirror.seq) {
            follower.caughtUpTo(snapshot.path("seq").asLong());
            snapshot = snapshot(follower);
        }
        assertThat(SameRoom.of(follower.mirror.known().path("room")))
                .as(as)
                .isEqualTo(SameRoom.of(snapshot.path("snapshot")));
        assertThat(follower.mirror.gaps).as("gaps, %s", as).isZero();
        assertThat(follower.mirror.duplicates).as("duplicates, %s", as).isZero();
    }

    /** As who comes with nothing gets it; every line is as docs/asyncapi.yaml says. */
    private JsonNode snapshot(StreamCarrier follower) {
        String body =
                http.get(
                                "/api/rooms/" + server.room(ROOM) + "/live?wait=0",
                                "Accept",
                                "application/x-ndjson",
                                "Authorization",
                                "Bearer " + follower.token)
                        .body();
        List<JsonNode> snapshots = new ArrayList<>();
        for (String text : body.split("\n")) {
            JsonNode line = StreamCarrier.json(text);
            String name = line.fieldNames().next();
            assertThat(Shape.faults(AsyncApi.document(), AsyncApi.document().message(name), line))
                    .as("%s", line)
                    .isEmpty();
            if (line.has("snapshot")) {
                snapshots.add(line);
            }
        }
        assertThat(snapshots).as(body).hasSize(1);
        return snapshots.getFirst();
    }

    /** What is known from then is another audience's: it would be folded wrongly. */
    @Test
    void whoseRoleChangedWhileTheyWereAwayGetsASnapshot() {
        follow(Way.LONG_POLL, Role.MODERATOR, Role.DEPUTY, Role.PARTICIPANT, Role.OBSERVER);
        StreamCarrier deputy = follower(Role.DEPUTY);
        act(ROOM, Role.OBSERVER, "q", "\"do\":\"question.put\",\"text\":\"why\"");
        sameAsTheSnapshot(deputy, 0, "a deputy");
        String seat = "\"seat\":\"" + seat(deputy) + "\"";
        act(ROOM, Role.MODERATOR, "d", "\"do\":\"seat.role\",\"role\":\"participant\"," + seat);
        sameAsTheSnapshot(deputy, 0, "a deputy no more");
        act(ROOM, Role.MODERATOR, "e", "\"do\":\"seat.role\",\"role\":\"deputy\"," + seat);
        sameAsTheSnapshot(deputy, 0, "a deputy again");
    }
}
