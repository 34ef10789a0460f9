package palabre.http.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palabre.codec.Json;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;

/** A session prepared from a file, over the wire. */
class PreparationTest extends ServedTest {
    private HttpResponse<String> create(String body) {
        return http.postJson("/api/sessions", body, organiser());
    }

    private JsonNode get(String path) {
        return StreamCarrier.json(http.get(path, organiser()).body());
    }

    private static String example() {
        try {
            Path file = Path.of("../docs/examples/session.yaml");
            return Json.write(new YAMLMapper().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> faults(String body) {
        HttpResponse<String> answer = create(body);
        assertThat(answer.statusCode()).isBetween(400, 409);
        List<String> faults = new ArrayList<>();
        StreamCarrier.json(answer.body())
                .path("faults")
                .forEach(f -> faults.add(f.path("at").asText() + " " + f.path("code").asText()));
        return faults;
    }

    @Test
    void theExampleMakesASessionThatIsTheSameAfterARestartAndAsAFile() {
        JsonNode made = StreamCarrier.json(create(example()).body());
        assertThat(made.path("rooms")).hasSize(2);
        assertThat(made.path("rooms").path(0).path("links")).hasSize(2);
        assertThat(made.path("plan").path("agenda").path(1).path("order").asText())
                .isEqualTo("balanced");
        assertThat(made.path("plan").path("begins").asLong()).isEqualTo(1_796_130_000_000L);
        String id = made.path("id").asText();
        JsonNode file = get("/api/sessions/" + id + "/file");
        server.restart();
        assertThat(get("/api/sessions/" + id)).isEqualTo(made);
        JsonNode again = StreamCarrier.json(create(Json.write(file)).body());
        assertThat(get("/api/sessions/" + again.path("id").asText() + "/file")).isEqualTo(file);
    }

    private HttpResponse<String> under(String key, String path, String type, String body) {
        return http.post(
                path,
                type,
                body.getBytes(StandardCharsets.UTF_8),
                "Idempotency-Key",
                key,
                organiser()[0],
                organiser()[1]);
    }

    @Test
    void aFileThatIsSentAgainMakesTheSameSession() {
        String type = "application/json";
        HttpResponse<String> made = under("one", "/api/sessions", type, example());
        int all = get("/api/sessions").size();
        server.restart();
        HttpResponse<String> again = under("one", "/api/sessions", type, example());
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(get("/api/sessions")).hasSize(all);
        String other = "{\"title\":\"Another\"}";
        assertThat(under("one", "/api/sessions", type, other).body()).contains("ID_REUSED");
        assertThat(under("not a key", "/api/sessions", type, other).body()).contains("BAD_ID");
        assertThat(get("/api/sessions")).hasSize(all);
    }

    @Test
    void aTableThatIsSentAgainInvitesOnce() {
        String path = "/api/sessions/demo/people";
        String table = "name\nAna\nBen\n";
        HttpResponse<String> invited = under("two", path, "text/csv", table);
        server.restart();
        HttpResponse<String> again = under("two", path, "text/csv", table);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(invited.body());
        assertThat(under("two", path, "text/csv", "name\nCam\n").body()).contains("ID_REUSED");
        assertThat(under("three", path, "text/csv", table).body()).contains("DUPLICATE");
    }

    @Test
    void aFormThatIsSentTwiceInvitesOnce() {
        String desk = "/o/" + server.organiser() + "/demo";
        Map<String, String> table =
                Map.of("do", "people", "form", "nonce", "table", "name\nAna\nBen\n");
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> page = http.form(desk, table);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).containsOnlyOnce(">Ben, ");
        }
        Map<String, String> person = Map.of("do", "person", "form", "nonce", "name", "Cam");
        for (int i = 0; i < 2; i++) {
            assertThat(http.form(desk, person).body()).containsOnlyOnce(">Cam, ");
        }
        Map<String, String> next = Map.of("do", "person", "form", "nonce", "name", "Dan");
        assertThat(http.form(desk, next).body()).contains(">Dan, ");
    }

    @Test
    void somebodyOfTheFileComesInByTheirLink() {
        JsonNode made = StreamCarrier.json(create(example()).body());
        String url = made.path("rooms").path(0).path("links").path(1).path("url").asText();
        assertThat(http.get(url.substring(server.base().length())).body()).contains("Ana Mora");
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsMade() {
        int before = get("/api/sessions").size();
        String body =
                """
                {"title":"", "start":"2027-03-28T02:30", "zone":"Europe/Paris",
                 "languages":["fr","not a tag"], "modality":"telepathy",
                 "agenda":[{"title":"A","links":["javascript:alert(1)"]},{"minutes":5},
                           {"title":"B","order":"loud"}],
                 "teams":[{"name":"Gabon"},{"name":"Gabon"}],
                 "rooms":[{"key":"a","title":"A"},{"key":"a","title":"B"}],
                 "people":[{"name":"Ana","room":"a"},{"name":"Ana","room":"a"},
                           {"name":"Ben","role":"king","room":"a"},
                           {"name":"Cam","room":"nowhere"},{"name":""}]}
                """;
        assertThat(faults(body))
                .containsExactlyInAnyOrder(
                        "title BAD_FIELD",
                        "start BAD_TIME",
                        "languages[1] BAD_FIELD",
                        "modality BAD_FIELD",
                        "agenda[0] BAD_ADDRESS",
                        "agenda[1] BAD_FIELD",
                        "agenda[2] BAD_FIELD",
                        "teams[1] DUPLICATE",
                        "rooms[1] DUPLICATE",
                        "people[1] DUPLICATE",
                        "people[2] BAD_FIELD",
                        "people[3] UNKNOWN_ROOM",
                        "people[4] BAD_FIELD");
        assertThat(faults("{\"title\":\"A\",\"colour\":\"red\"}"))
                .containsExactly(" UNKNOWN_FIELD");
        assertThat(get("/api/sessions")).hasSize(before);
    }

    @Test
    void aTimeIsThatOfThePlacesClocks() {
        assertThat(begins("2026-10-25T02:30", "Europe/Paris"))
                .as("shown twice: the first")
                .isEqualTo(1_792_888_200_000L);
        assertThat(faults(at("2026-12-01T14:00", "+01:00"))).containsExactly("start UNKNOWN_ZONE");
        assertThat(faults(at("2026-12-01T14:00", "Mars/Olympus")))
                .containsExactly("start UNKNOWN_ZONE");
        assertThat(faults(at("tomorrow", "Europe/Paris"))).containsExactly("start BAD_FIELD");
    }

    private static String at(String start, String zone) {
        return Json.write(Json.object().put("title", "A").put("start", start).put("zone", zone));
    }

    private long begins(String start, String zone) {
        JsonNode made = StreamCarrier.json(create(at(start, zone)).body());
        return made.path("plan").path("begins").asLong();
    }

    @Test
    void theRulesAreCountedWhenTheyChange() {
        String id = StreamCarrier.json(create(example()).body()).path("id").asText();
        String path = "/api/sessions/" + id + "/plan";
        HttpResponse<String> changed = http.put(path, "{\"rules\":\"Listen first.\"}", organiser());
        assertThat(StreamCarrier.json(changed.body()).path("rulesVersion").asInt()).isEqualTo(2);
        assertThat(http.put(path, "{\"rooms\":[]}", organiser()).statusCode()).isEqualTo(400);
        assertThat(http.put(path, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void fiveHundredPeopleAndFortyRoomsAreOneFile() {
        var node = Json.object().put("title", "All of them");
        var rooms = node.putArray("rooms");
        for (int i = 0; i < 40; i++) {
            rooms.addObject().put("key", "r" + i).put("title", "Room " + i);
        }
        var people = node.putArray("people");
        for (int i = 0; i < 500; i++) {
            people.addObject()
                    .put("name", "Person " + i)
                    .put("team", "Team " + i % 12)
                    .put("room", "r" + i % 40);
        }
        long begun = System.nanoTime();
        HttpResponse<String> made = create(Json.write(node));
        System.out.println(
                "500 people, 40 rooms: " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body().split("\"token\"")).hasSize(501);
    }

    @Test
    void aStrangerSendsNoFile() {
        assertThat(http.postJson("/api/sessions", example()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> invite(String id, String table) {
        return http.post(
                "/api/sessions/" + id + "/people",
                "text/csv",
                table.getBytes(StandardCharsets.UTF_8),
                organiser());
    }

    @Test
    void aTableFromASpreadsheetInvitesEverybodyInIt() {
        String id = StreamCarrier.json(create(example()).body()).path("id").asText();
        String table =
                String.join(
                        "\r\n",
                        "\uFEFFName;Role;Team;Language;Room",
                        "Léa Beridze;secretary;Georgia;fr;Plenary",
                        "\"Sam; the elder\";;Uganda;;What went wrong for us");
        JsonNode session = StreamCarrier.json(invite(id, table).body());
        assertThat(session.path("rooms").path(0).path("links")).hasSize(3);
        assertThat(session.path("rooms").path(1).path("links").path(1).path("name").asText())
                .isEqualTo("Sam; the elder");
        assertThat(invite(id, table).body()).contains("line 2", "line 3", "DUPLICATE");
    }

    @Test
    void tenThousandLinesWithFaultsAreAllToldAndChangeNothing() {
        String id = StreamCarrier.json(create(example()).body()).path("id").asText();
        JsonNode before = get("/api/sessions/" + id);
        StringBuilder table = new StringBuilder("name,role\n");
        for (int i = 2; i <= 10_001; i++) {
            table.append(i % 10 == 0 ? "P" + i + ",king\n" : "P" + i + ",participant\n");
        }
        JsonNode answer = StreamCarrier.json(invite(id, table.toString()).body());
        assertThat(answer.path("count").asInt()).isEqualTo(1_000);
        assertThat(answer.path("faults").path(0).path("at").asText()).isEqualTo("line 10");
        assertThat(get("/api/sessions/" + id)).isEqualTo(before);
        assertThat(invite(id, "colour\nred\n").body()).contains("line 1", "UNKNOWN_FIELD");
    }

    @Test
    void thePlannedItemsAreThereToBeStartedWithTheirRules() {
        JsonNode made = StreamCarrier.json(create(example()).body());
        String room = made.path("rooms").path(0).path("id").asText();
        String chair = made.path("rooms").path(0).path("links").path(0).path("token").asText();
        String[] bearer = {"Authorization", "Bearer " + chair};
        http.postJson(
                "/api/rooms/" + room + "/commands",
                "{\"id\":\"a\",\"do\":\"rules.accept\",\"version\":1}",
                bearer);
        String page = http.get("/r/" + room + "/text", bearer).body();
        assertThat(page).contains("Funding models", "value=\"agenda.begin 2\"");
        http.postJson(
                "/api/rooms/" + room + "/commands",
                "{\"id\":\"b\",\"do\":\"agenda.begin\",\"item\":2}",
                bearer);
        JsonNode log = lines(http.get("/api/rooms/" + room + "/log", bearer).body());
        JsonNode policy = named(log, "item.started").path("policy");
        assertThat(policy.path("order").asText()).isEqualTo("balanced");
        assertThat(policy.path("turn").path("speech").asInt()).isEqualTo(120);
    }

    @Test
    void aLargeSessionIsThereAfterARestart() {
        StringBuilder file = new StringBuilder("{\"title\":\"Large\",\"people\":[");
        for (int i = 0; i < 1_000; i++) {
            file.append(i == 0 ? "" : ",").append("{\"name\":\"Person " + i + "\"}");
        }
        HttpResponse<String> made = create(file.append("]}").toString());
        assertThat(made.statusCode()).isEqualTo(201);
        String id = StreamCarrier.json(made.body()).path("id").asText();
        JsonNode before = get("/api/sessions/" + id);
        server.restart();
        assertThat(get("/api/sessions/" + id)).isEqualTo(before);
    }

    @Test
    void aSeriesNeverLeadsBackToItself() {
        String first = StreamCarrier.json(create("{\"title\":\"A\"}").body()).path("id").asText();
        String second = StreamCarrier.json(create("{\"title\":\"B\"}").body()).path("id").asText();
        String[] bearer = {"Authorization", "Bearer " + server.organiser()};
        String follows = "{\"exchange\":\"Film\",\"previous\":\"%s\"}";
        String path = "/api/sessions/%s/exchange";
        assertThat(http.put(path.formatted(second), follows.formatted(first), bearer).statusCode())
                .isEqualTo(200);
        assertThat(http.put(path.formatted(first), follows.formatted(second), bearer).body())
                .contains("CYCLE");
        assertThat(http.put(path.formatted(first), follows.formatted(first), bearer).body())
                .contains("CYCLE");
        assertThat(http.put(path.formatted(first), follows.formatted("none"), bearer).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsErasedOverTheApiIsProven() {
        String id = StreamCarrier.json(create("{\"title\":\"A\"}").body()).path("id").asText();
        String[] bearer = {"Authorization", "Bearer " + server.organiser()};
        assertThat(http.get("/api/sessions/" + id + "/audit", bearer).body())
                .contains("session.created");
        assertThat(
                        http.put("/api/sessions/" + id + "/course", "{\"keepDays\":30}", bearer)
                                .statusCode())
                .isEqualTo(200);
        assertThat(http.delete("/api/sessions/" + id).statusCode()).isEqualTo(401);
        assertThat(http.delete("/api/sessions/" + id, bearer).body())
                .contains("\"erased\":\"" + id + "\"", "\"unreachable\":[]");
        assertThat(http.get("/api/sessions/" + id, bearer).statusCode()).isEqualTo(404);
    }

    private static JsonNode lines(String body) {
        return StreamCarrier.json("[" + body.strip().replace("\n", ",") + "]");
    }

    private static JsonNode named(JsonNode log, String event) {
        for (JsonNode line : log) {
            if (line.path("ev").asText().equals(event)) {
                return line;
            }
        }
        throw new AssertionError("no " + event);
    }
}
