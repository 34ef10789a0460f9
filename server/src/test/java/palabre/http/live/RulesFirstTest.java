package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;

/** No act in a room before its ground rules are accepted, over any carrier. */
class RulesFirstTest extends ServedTest {
    private static final String SESSION =
            """
            {"title":"Film policy", "rules":"Listen first.",
             "rooms":[{"key":"r","title":"Room","access":"closed"}],
             "people":[{"name":"Mo","role":"moderator"},{"name":"Ana"}]}
            """;

    private JsonNode session;
    private String room;
    private int sent;

    @BeforeEach
    void start() {
        session = StreamCarrier.json(http.postJson("/api/sessions", SESSION, organiser()).body());
        room = session.path("rooms").path(0).path("id").asText();
    }

    private String token(int person) {
        return session.path("rooms").path(0).path("links").path(person).path("token").asText();
    }

    private JsonNode act(int person, String body) {
        String json = "{\"id\":\"c" + sent++ + "\"," + body + "}";
        String[] bearer = {"Authorization", "Bearer " + token(person)};
        return StreamCarrier.json(
                http.postJson("/api/rooms/" + room + "/commands", json, bearer).body());
    }

    private JsonNode hello(int person) {
        String lines =
                http.get(
                                "/api/rooms/" + room + "/live",
                                "Accept",
                                "application/x-ndjson",
                                "Authorization",
                                "Bearer " + token(person))
                        .body();
        return StreamCarrier.json(lines.lines().findFirst().orElseThrow());
    }

    private void change(String rules) {
        String path = "/api/sessions/" + session.path("id").asText() + "/plan";
        http.put(path, "{\"rules\":\"" + rules + "\"}", organiser());
    }

    @Test
    void nothingIsDoneBeforeTheyAreAcceptedAndAgainWhenTheyChange() {
        assertThat(hello(1).path("rules").path("text").asText()).isEqualTo("Listen first.");
        assertThat(act(1, "\"do\":\"floor.request\"").path("code").asText())
                .isEqualTo("RULES_FIRST");
        assertThat(act(1, "\"do\":\"rules.accept\",\"version\":7").path("code").asText())
                .isEqualTo("RULES_FIRST");
        assertThat(act(1, "\"do\":\"rules.accept\",\"version\":1").has("ack")).isTrue();
        assertThat(hello(1).has("rules")).isFalse();
        assertThat(act(1, "\"do\":\"floor.request\"").has("ack")).isTrue();
        change("Listen first. Be brief.");
        assertThat(hello(1).path("rules").path("version").asInt()).isEqualTo(2);
        assertThat(act(1, "\"do\":\"floor.release\"").path("code").asText())
                .isEqualTo("RULES_FIRST");
        assertThat(act(1, "\"do\":\"rules.accept\",\"version\":2").has("ack")).isTrue();
        change("");
        assertThat(act(0, "\"do\":\"list.close\"").has("ack")).as("no rules").isTrue();
    }

    @Test
    void whoAcceptedWhatAndWhenIsKeptForTheChair() {
        act(0, "\"do\":\"rules.accept\",\"version\":1");
        act(1, "\"do\":\"rules.accept\",\"version\":1");
        server.restart();
        assertThat(act(1, "\"do\":\"floor.request\"").has("ack")).isTrue();
        String log =
                http.get("/api/rooms/" + room + "/log", "Authorization", "Bearer " + token(0))
                        .body();
        assertThat(log.split("rules.accepted")).hasSize(3);
    }

    @Test
    void theDoorAsksForThemAndTheTextPageWhenTheyChange() {
        String door = "/j/" + token(1);
        String page = http.get(door).body();
        var form = Pattern.compile("name=\"form\" value=\"(\\w+)\"").matcher(page);
        assertThat(form.find()).isTrue();
        Map<String, String> without = Map.of("name", "Ana", "form", form.group(1), "version", "1");
        assertThat(http.form(door, without).statusCode()).isEqualTo(400);
        Map<String, String> with =
                Map.of("name", "Ana", "form", form.group(1), "version", "1", "rules", "on");
        assertThat(http.form(door, with).statusCode()).isEqualTo(303);
        assertThat(text().body()).doesNotContain("id=\"rules\"");
        change("Speak last.");
        String asked = text().body();
        assertThat(asked).contains("id=\"rules\"", "Speak last.", "rules.accept 2");
        Map<String, String> button =
                Map.of(
                        "act",
                        "rules.accept 2",
                        "csrf",
                        hidden(asked, "csrf"),
                        "at",
                        hidden(asked, "at"));
        assertThat(http.form("/r/" + room + "/text", button).statusCode()).isEqualTo(303);
        assertThat(text().body()).doesNotContain("id=\"rules\"");
    }

    private HttpResponse<String> text() {
        return http.get("/r/" + room + "/text");
    }

    private static String hidden(String page, String name) {
        var m = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(m.find()).isTrue();
        return m.group(1);
    }
}
