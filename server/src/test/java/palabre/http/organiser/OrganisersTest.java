package palabre.http.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import palabre.check.DirectoryCheck;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;

/** Several ministries on one server: each prepares its own sessions, and sees no other's. */
class OrganisersTest extends ServedTest {
    private static JsonNode json(HttpResponse<String> answer) {
        return StreamCarrier.json(answer.body());
    }

    private JsonNode appoint(String name) {
        HttpResponse<String> made =
                http.postJson("/api/organisers", "{\"name\":\"" + name + "\"}", organiser());
        assertThat(made.statusCode()).isEqualTo(201);
        return json(made);
    }

    private String session(String token, String title) {
        HttpResponse<String> made =
                http.postJson("/api/sessions", "{\"title\":\"" + title + "\"}", as(token));
        assertThat(made.statusCode()).isEqualTo(201);
        return json(made).path("id").textValue();
    }

    private List<String> titles(String token) {
        return json(http.get("/api/sessions", as(token))).findValuesAsText("title").stream()
                .filter(t -> t.startsWith("Film"))
                .distinct()
                .toList();
    }

    @Test
    void eachSeesTheirOwnAndTheHostSeesAll() {
        String ana = appoint("Ana Mora").path("token").textValue();
        String ben = appoint("Ben Okello").path("token").textValue();
        session(ana, "Film A");
        session(ben, "Film B");
        assertThat(titles(ana)).containsExactly("Film A");
        assertThat(titles(ben)).containsExactly("Film B");
        assertThat(titles(server.organiser())).containsExactlyInAnyOrder("Film A", "Film B");
        assertThat(http.get("/o/" + ana).body()).contains("Film A").doesNotContain("Film B");
        assertThat(http.get("/o/" + server.organiser()).body()).contains("Film A", "Film B");
        server.restart();
        assertThat(titles(ana)).containsExactly("Film A");
    }

    @Test
    void anothersSessionIsNoneOnEveryAddress() {
        String ana = appoint("Ana Mora").path("token").textValue();
        String ben = appoint("Ben Okello").path("token").textValue();
        String own = session(ben, "Film B");
        String foreign = session(ana, "Film A");
        String none = "aaaaaaaaaaaaaaaa";
        for (String part :
                List.of("", "/pack", "/pack.md", "/statistics", "/file.yaml", "/audit")) {
            HttpResponse<String> there = http.get("/o/" + ben + "/" + foreign + part);
            HttpResponse<String> nowhere = http.get("/o/" + ben + "/" + none + part);
            assertThat(there.statusCode()).as(part).isEqualTo(404);
            assertThat(there.body()).isEqualTo(nowhere.body());
            assertThat(http.get("/o/" + ana + "/" + foreign + part).statusCode()).isEqualTo(200);
        }
        for (String what : List.of("plan", "erase", "archive", "next", "entrust", "room")) {
            Map<String, String> form = Map.of("do", what, "title", "Film X", "sure", "Film A");
            assertThat(http.form("/o/" + ben + "/" + foreign, form).statusCode()).isEqualTo(404);
        }
        String api = "/api/sessions/" + foreign;
        for (String part : List.of("", "/file", "/audit")) {
            assertThat(http.get(api + part, as(ben)).statusCode()).isEqualTo(404);
        }
        assertThat(http.put(api + "/plan", "{\"rules\":\"Mine.\"}", as(ben)).statusCode())
                .isEqualTo(404);
        assertThat(http.delete(api, as(ben)).statusCode()).isEqualTo(404);
        String follow = "{\"exchange\":\"Films\",\"previous\":\"" + foreign + "\"}";
        assertThat(http.put("/api/sessions/" + own + "/exchange", follow, as(ben)).statusCode())
                .isEqualTo(404);
        assertThat(json(http.get(api, as(ana))).path("title").textValue()).isEqualTo("Film A");
    }

    @Test
    void onlyTheHostAppoints() {
        String ana = appoint("Ana Mora").path("token").textValue();
        assertThat(http.get("/api/organisers", as(ana)).statusCode()).isEqualTo(403);
        assertThat(http.postJson("/api/organisers", "{\"name\":\"Eve\"}", as(ana)).statusCode())
                .isEqualTo(403);
        String own = session(ana, "Film A");
        assertThat(
                        http.put(
                                        "/api/sessions/" + own + "/organiser",
                                        "{\"organiser\":0}",
                                        as(ana))
                                .statusCode())
                .isEqualTo(403);
        for (String page : List.of("/organisers", "/trail")) {
            assertThat(http.get("/o/" + ana + page).statusCode()).isEqualTo(404);
            assertThat(http.get("/o/" + server.organiser() + page).statusCode()).isEqualTo(200);
        }
        assertThat(http.get("/o/" + ana).body()).doesNotContain("/trail");
        assertThat(http.postJson("/api/organisers", "{\"name\":\" \"}", organiser()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoLeavesHandsTheirSessionsOver() {
        JsonNode ana = appoint("Ana Mora");
        String old = ana.path("token").textValue();
        String film = session(old, "Film A");
        JsonNode leo = json(http.put("/api/organisers/1", "{\"name\":\"Leo Mora\"}", organiser()));
        assertThat(leo.path("name").textValue()).isEqualTo("Leo Mora");
        assertThat(leo.path("sessions").intValue()).isEqualTo(1);
        assertThat(http.get("/api/sessions", as(old)).statusCode()).isEqualTo(401);
        assertThat(http.get("/o/" + old).statusCode()).isEqualTo(404);
        String now = leo.path("token").textValue();
        assertThat(titles(now)).containsExactly("Film A");

        String ben = appoint("Ben Okello").path("token").textValue();
        assertThat(http.delete("/api/organisers/1", organiser()).statusCode()).isEqualTo(200);
        assertThat(http.get("/o/" + now).statusCode()).isEqualTo(404);
        assertThat(http.postJson("/api/organisers/1/reissue", "", organiser()).statusCode())
                .as("withdrawn for good")
                .isEqualTo(410);
        http.put("/api/sessions/" + film + "/organiser", "{\"organiser\":2}", organiser());
        assertThat(titles(ben)).containsExactly("Film A");
        assertThat(http.get("/o/" + ben + "/" + film + "/audit").body())
                .contains("organiser-1", "session.entrusted");
        assertThat(
                        http.put(
                                        "/api/sessions/" + film + "/organiser",
                                        "{\"organiser\":7}",
                                        organiser())
                                .statusCode())
                .isEqualTo(404);
        server.close();
        assertThat(DirectoryCheck.of(data).faults()).isEmpty();
        server = new TestServer(data);
    }

    @Test
    void theHostsLinkIsWrittenAnewAndTheOldOneIsGoodForNothing() {
        String old = server.organiser();
        JsonNode anew = json(http.postJson("/api/organisers/0/reissue", "", as(old)));
        String now = anew.path("token").textValue();
        assertThat(now).isNotEqualTo(old).isEqualTo(server.organiser());
        assertThat(http.get("/o/" + old).statusCode()).isEqualTo(404);
        assertThat(http.get("/api/sessions", as(old)).statusCode()).isEqualTo(401);
        assertThat(http.postJson("/api/organisers/0/reissue", "", as(old)).statusCode())
                .isEqualTo(401);
        server.restart();
        assertThat(server.organiser()).isEqualTo(now);
        assertThat(http.get("/o/" + now).statusCode()).isEqualTo(200);
        assertThat(http.get("/o/" + now + "/trail").body()).contains("organiser.reissued");
    }

    @Test
    void theHostReplacesItOnThePageAfterATickAndTwicePressedIsOnce() {
        String old = server.organiser();
        String page = "/o/" + old + "/organisers";
        Matcher form =
                Pattern.compile("name=\"form\" value=\"(\\w+)\"").matcher(http.get(page).body());
        assertThat(form.find()).isTrue();
        Map<String, String> unsure = Map.of("do", "replace", "form", form.group(1));
        assertThat(http.form(page, unsure).statusCode()).isEqualTo(400);
        Map<String, String> sure = Map.of("do", "replace", "form", form.group(1), "sure", "on");
        for (int press = 0; press < 2; press++) {
            String to = http.form(page, sure).headers().firstValue("Location").orElseThrow();
            assertThat(to).isEqualTo("/o/" + server.organiser() + "/organisers");
            assertThat(http.get(to).body()).contains("/o/" + server.organiser());
        }
        assertThat(server.organiser()).isNotEqualTo(old);
        assertThat(http.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void theSameOnThePageWithoutScripts() {
        String page = "/o/" + server.organiser() + "/organisers";
        Matcher form =
                Pattern.compile("name=\"form\" value=\"(\\w+)\"").matcher(http.get(page).body());
        assertThat(form.find()).isTrue();
        Map<String, String> ana =
                Map.of("do", "appoint", "form", form.group(1), "name", "<b>Ana</b> Mora");
        assertThat(http.form(page, ana).statusCode()).isEqualTo(303);
        http.form(page, ana); // a double press
        String shown = http.get(page).body();
        assertThat(shown).containsOnlyOnce("&lt;b&gt;Ana&lt;/b&gt; Mora");
        Matcher link = Pattern.compile("href=\"[^\"]*(/o/\\w+)\"").matcher(shown);
        String theirs = link.results().map(r -> r.group(1)).toList().getLast();
        assertThat(http.get(theirs).body()).contains("There is no session yet.");
        HttpResponse<String> made =
                http.form(theirs, Map.of("title", "Film A", "template", "workshop"));
        assertThat(made.statusCode()).isEqualTo(303);
        String session = made.headers().firstValue("Location").orElseThrow();
        String same = session.substring(session.lastIndexOf('/'));
        assertThat(http.get(session).body()).doesNotContain("Give to this organiser");
        assertThat(http.get("/o/" + server.organiser() + same).body())
                .contains("Give to this organiser");
        http.form("/o/" + server.organiser() + same, Map.of("do", "entrust", "organiser", "0"));
        assertThat(http.get(session).statusCode()).isEqualTo(404);
        Map<String, String> bad = Map.of("do", "withdraw", "form", "x", "organiser", "1");
        assertThat(http.form(page, bad).statusCode()).isEqualTo(400);
        Map<String, String> unknown =
                Map.of("do", "withdraw", "form", "a".repeat(16), "organiser", "99");
        assertThat(http.form(page, unknown).body()).contains("There is no such organiser.");
    }
}
