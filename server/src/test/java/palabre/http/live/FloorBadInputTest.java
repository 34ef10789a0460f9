package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.core.Role;
import palabre.testing.Browserless;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;

/** What nobody should send to the floor, over the wire: a documented refusal, the room coherent. */
class FloorBadInputTest {
    private static final int ROOM = TestServer.ROUND_TABLE;

    @TempDir Path data;
    private TestServer server;
    private Browserless http;
    private int sent;

    @BeforeEach
    void start() {
        server = new TestServer(data);
        http = new Browserless(server.base());
    }

    /** After all that, a person asks, gets the floor and is done. */
    @AfterEach
    void theRoomIsCoherent() {
        send(Role.MODERATOR, "\"do\":\"list.open\"");
        send(Role.PARTICIPANT, "\"do\":\"floor.release\"");
        send(Role.SECRETARY, "\"do\":\"floor.release\"");
        assertThat(send(Role.SECRETARY, "\"do\":\"floor.request\"").has("ack")).isTrue();
        assertThat(send(Role.MODERATOR, "\"do\":\"floor.next\"").has("ack")).isTrue();
        assertThat(send(Role.SECRETARY, "\"do\":\"floor.release\"").has("ack")).isTrue();
        server.close();
    }

    private JsonNode send(Role role, String body) {
        return send(server.token(ROOM, role), body);
    }

    private JsonNode send(String token, String body) {
        String json = "{\"id\":\"c" + sent++ + "\"," + body + "}";
        String path = "/api/rooms/" + server.room(ROOM) + "/commands";
        return StreamCarrier.json(
                http.postJson(path, json, "Authorization", "Bearer " + token).body());
    }

    private String refusal(Role role, String body) {
        return send(role, body).path("code").asText();
    }

    private String invite(String role, String team, String site) {
        String session =
                StreamCarrier.json(organise("/api/sessions", null))
                        .path("sessions")
                        .path(0)
                        .path("id")
                        .asText("demo");
        String body =
                "{\"room\":\"%s\",\"role\":\"%s\",\"name\":\"%s\",\"team\":\"%s\",\"site\":\"%s\"}"
                        .formatted(server.room(ROOM), role, role + team, team, site);
        return StreamCarrier.json(organise("/api/sessions/" + session + "/links", body))
                .path("token")
                .asText();
    }

    private String organise(String path, @org.jspecify.annotations.Nullable String body) {
        String[] bearer = {"Authorization", "Bearer " + server.organiser()};
        return (body == null ? http.get(path, bearer) : http.postJson(path, body, bearer)).body();
    }

    /** A code, and what is answered with it. */
    private static final String ABSURD =
            """
            BAD_FIELD | "do":"turn.extend","request":1,"seconds":-60
            BAD_FIELD | "do":"turn.extend","request":1,"seconds":0
            BAD_FIELD | "do":"turn.extend","request":1,"seconds":86401
            BAD_FIELD | "do":"turn.extend","request":1,"seconds":1e300
            BAD_FIELD | "do":"item.start","title":"","seconds":60
            BAD_FIELD | "do":"item.start","title":"A","seconds":-1
            BAD_FIELD | "do":"floor.policy"
            BAD_FIELD | "do":"floor.policy","policy":{"order":"loudest"}
            BAD_FIELD | "do":"floor.policy","policy":{"tie":-1}
            BAD_FIELD | "do":"floor.policy","policy":{"turn":{"speech":99999999}}
            BAD_FIELD | "do":"floor.policy","policy":{"run":{"by":"shoe size","turns":2}}
            BAD_FIELD | "do":"floor.policy","policy":{"warn":[60,-5]}
            UNKNOWN_FIELD | "do":"floor.policy","policy":{"turn":{"song":60}}
            UNKNOWN_FIELD | "do":"floor.policy","policy":{"secret":true}
            BAD_FIELD | "do":"budget.give","seconds":60
            BAD_FIELD | "do":"budget.give","to":{},"seconds":60
            BAD_FIELD | "do":"budget.give","to":{"team":"X"},"seconds":-60
            NO_BUDGET | "do":"budget.give","to":{"team":"X"},"seconds":60
            BAD_FIELD | "do":"chair.deputies","seats":"2"
            UNKNOWN_SEAT | "do":"chair.deputies","seats":["999"]
            UNKNOWN_SEAT | "do":"chair.give","to":"999"
            UNKNOWN_REQUEST | "do":"floor.grant","request":999
            UNKNOWN_REQUEST | "do":"floor.move","request":999
            BAD_FIELD | "do":"floor.queue","name":""
            NO_SITE | "do":"floor.queue","name":"Somebody"
            """;

    @Test
    void absurdTimesAndUnknownThingsAreRefusedToTheChair() {
        ABSURD.lines()
                .map(line -> line.split(" \\| ", 2))
                .forEach(row ->
                        assertThat(refusal(Role.MODERATOR, row[1])).as(row[1]).isEqualTo(row[0]));
    }

    @Test
    void aParticipantIsNoChair() {
        send(Role.PARTICIPANT, "\"do\":\"floor.request\"");
        List.of(
                        "floor.grant",
                        "floor.next",
                        "floor.deny",
                        "floor.revoke",
                        "floor.skip",
                        "floor.move",
                        "turn.pause",
                        "turn.resume",
                        "turn.extend",
                        "list.close",
                        "floor.pause",
                        "floor.lock",
                        "floor.tour",
                        "floor.policy",
                        "budget.give",
                        "item.start",
                        "chair.take",
                        "chair.give",
                        "chair.deputies",
                        "screen.show",
                        "floor.queue")
                .forEach(command ->
                        assertThat(refusal(Role.PARTICIPANT, withFields(command)))
                                .as(command)
                                .isEqualTo("ROLE_MAY_NOT"));
    }

    private static String withFields(String command) {
        String fields =
                switch (command) {
                    case "floor.grant", "floor.deny", "floor.revoke", "floor.skip", "floor.move" ->
                            ",\"request\":1";
                    case "turn.pause", "turn.resume" -> ",\"request\":1";
                    case "turn.extend" -> ",\"request\":1,\"seconds\":60";
                    case "floor.policy" -> ",\"policy\":{\"order\":\"balanced\"}";
                    case "budget.give" -> ",\"to\":{\"team\":\"X\"},\"seconds\":60";
                    case "item.start" -> ",\"title\":\"Mine\"";
                    case "chair.give" -> ",\"to\":\"1\"";
                    case "chair.deputies" -> ",\"seats\":[]";
                    case "floor.queue" -> ",\"name\":\"Somebody\",\"site\":\"Hall\"";
                    default -> "";
                };
        return "\"do\":\"" + command + "\"" + fields;
    }

    @Test
    void aBeneficiaryCannotBeForged() {
        send(Role.STEWARD, "\"do\":\"floor.queue\",\"name\":\"Ms Ndong\"");
        assertThat(refusal(Role.PARTICIPANT, "\"do\":\"floor.request\",\"for\":\"onsite-1\""))
                .isEqualTo("ROLE_MAY_NOT");
        assertThat(refusal(Role.PARTICIPANT, "\"do\":\"floor.release\",\"request\":1"))
                .isEqualTo("NOT_YOURS");
        send(Role.MODERATOR, "\"do\":\"floor.deny\",\"request\":1");
    }

    @Test
    void aStewardNamesNobodyForAnotherSite() {
        String libreville = invite("steward", "", "Libreville");
        String kampala = invite("steward", "", "Kampala");
        assertThat(send(libreville, "\"do\":\"floor.queue\",\"name\":\"Ms Ndong\"").has("ack"))
                .isTrue();
        assertThat(
                        send(
                                        kampala,
                                        "\"do\":\"floor.queue\",\"name\":\"X\",\"site\":\"Libreville\"")
                                .path("code")
                                .asText())
                .isEqualTo("WRONG_SITE");
        assertThat(
                        send(kampala, "\"do\":\"floor.request\",\"for\":\"onsite-1\"")
                                .path("code")
                                .asText())
                .isEqualTo("WRONG_SITE");
        assertThat(send(kampala, "\"do\":\"floor.release\",\"request\":1").path("code").asText())
                .isEqualTo("NOT_YOURS");
    }

    @Test
    void grantsThatCrossEndNobodysTurnTwice() {
        send(Role.PARTICIPANT, "\"do\":\"floor.request\"");
        send(Role.SECRETARY, "\"do\":\"floor.request\"");
        assertThat(send(Role.MODERATOR, "\"do\":\"floor.next\",\"holder\":0").has("ack")).isTrue();
        assertThat(send(Role.MODERATOR, "\"do\":\"floor.next\",\"holder\":0").has("ack")).isTrue();
        assertThat(send(Role.MODERATOR, "\"do\":\"floor.grant\",\"request\":1").has("ack"))
                .as("what was wanted is so")
                .isTrue();
        assertThat(send(Role.PARTICIPANT, "\"do\":\"floor.release\",\"request\":1").has("ack"))
                .as("request 1 still had the floor")
                .isTrue();
    }

    @Test
    void aReleaseThatCrossesARevocationIsNoFault() {
        send(Role.PARTICIPANT, "\"do\":\"floor.request\"");
        send(Role.MODERATOR, "\"do\":\"floor.next\"");
        assertThat(send(Role.MODERATOR, "\"do\":\"floor.revoke\",\"request\":1").has("ack"))
                .isTrue();
        assertThat(send(Role.PARTICIPANT, "\"do\":\"floor.release\",\"request\":1").has("ack"))
                .isTrue();
        assertThat(send(Role.MODERATOR, "\"do\":\"floor.revoke\",\"request\":1").has("ack"))
                .isTrue();
        assertThat(refusal(Role.MODERATOR, "\"do\":\"floor.grant\",\"request\":1"))
                .isEqualTo("REQUEST_ENDED");
    }

    @Test
    void aGrantToSomebodyWhoLeftIsRefused() {
        send(Role.PARTICIPANT, "\"do\":\"floor.request\"");
        send(Role.PARTICIPANT, "\"do\":\"seat.leave\"");
        assertThat(refusal(Role.MODERATOR, "\"do\":\"floor.grant\",\"request\":1"))
                .isEqualTo("REQUEST_ENDED");
    }

    @Test
    void rulesThatChangeInTheMiddleOfATurnLeaveItsLimit() {
        send(Role.PARTICIPANT, "\"do\":\"floor.request\"");
        send(Role.MODERATOR, "\"do\":\"floor.next\"");
        send(Role.MODERATOR, "\"do\":\"floor.policy\",\"policy\":{\"turn\":{\"speech\":1}}");
        String log =
                http.get(
                                "/api/rooms/" + server.room(ROOM) + "/live",
                                "Accept",
                                "application/x-ndjson",
                                "Authorization",
                                "Bearer " + server.token(ROOM, Role.MODERATOR))
                        .body();
        assertThat(log).contains("\"limitMs\":180000");
    }

    @Test
    void aThousandRequestsFromOneSeatAreOneRequest() {
        List<String> codes = new ArrayList<>();
        for (int batch = 0; batch < 10; batch++) {
            StringBuilder many = new StringBuilder("[");
            for (int i = 0; i < 100; i++) {
                many.append(i == 0 ? "" : ",")
                        .append("{\"id\":\"b" + batch + "-" + i + "\",\"do\":\"floor.request\"}");
            }
            String path = "/api/rooms/" + server.room(ROOM) + "/commands";
            String token = server.token(ROOM, Role.PARTICIPANT);
            StreamCarrier.json(
                            http.postJson(path, many + "]", "Authorization", "Bearer " + token)
                                    .body())
                    .forEach(a -> codes.add(a.path("code").asText("ack")));
        }
        assertThat(codes).filteredOn("ack"::equals).hasSize(1);
        assertThat(codes).containsOnly("ack", "ALREADY_WAITING", "TOO_FAST");
        sent = 5_000;
    }
}
