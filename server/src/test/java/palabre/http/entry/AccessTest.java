package palabre.http.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.demo.Demo;
import palabre.http.PalabreServer;
import palabre.http.base.ServerConfig;
import palabre.testing.Browserless;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;
import palabre.testing.WsCarrier;

class AccessTest extends ServedTest {
    private JsonNode organise(String path, String body) {
        return StreamCarrier.json(
                http.postJson(path, body, "Authorization", "Bearer " + server.organiser()).body());
    }

    private HttpResponse<String> live(String room, String token) {
        return http.get(
                "/api/rooms/" + room + "/live",
                "Accept",
                "application/x-ndjson",
                "Authorization",
                "Bearer " + token);
    }

    private static String nonce(String page) {
        var m = Pattern.compile("name=\"form\" value=\"(\\w+)\"").matcher(page);
        assertThat(m.find()).isTrue();
        return m.group(1);
    }

    @Test
    void aClosedRoomAndNoRoomLookTheSame() {
        String closed = server.room(TestServer.ROUND_TABLE);
        String none = "aaaabbbbccccdddd";
        for (String path :
                new String[] {
                    "/r/ROOM",
                    "/r/ROOM/text",
                    "/r/ROOM/visit",
                    "/r/ROOM/screen",
                    "/api/rooms/ROOM/live",
                    "/api/rooms/ROOM/commands"
                }) {
            HttpResponse<String> a = http.get(path.replace("ROOM", closed));
            HttpResponse<String> b = http.get(path.replace("ROOM", none));
            assertThat(a.statusCode()).as(path).isEqualTo(b.statusCode()).isEqualTo(404);
            assertThat(a.body().replace(closed, "")).isEqualTo(b.body().replace(none, ""));
            assertThat(a.headers().map().keySet()).isEqualTo(b.headers().map().keySet());
        }
    }

    @Test
    void lookingAtAnInvitationChangesNothing() {
        String token = server.token(TestServer.PLENARY, Role.PARTICIPANT);
        for (int i = 0; i < 3; i++) {
            assertThat(http.get("/j/" + token).statusCode()).isEqualTo(200);
        }
        String chair = server.token(TestServer.PLENARY, Role.MODERATOR);
        String body = live(server.room(TestServer.PLENARY), chair).body();
        assertThat(StreamCarrier.json(body.split("\n")[0]).at("/counts/people").intValue())
                .as("the chair alone is seated")
                .isEqualTo(1);
    }

    @Test
    void aSharedLinkGivesASeatToEachAndADoubleSubmitOnlyOne() {
        String path = "/j/" + server.token(TestServer.PLENARY, Role.PARTICIPANT);
        String form = nonce(http.get(path).body());
        http.form(path, Map.of("name", "Ana", "form", form));
        http.form(path, Map.of("name", "Ana", "form", form));
        Browserless other = new Browserless(server.base());
        other.form(path, Map.of("name", "Ben", "form", nonce(other.get(path).body())));
        String room =
                http.get(
                                "/api/rooms/" + server.room(TestServer.PLENARY) + "/people",
                                "Authorization",
                                "Bearer " + server.token(TestServer.PLENARY, Role.MODERATOR))
                        .body();
        assertThat(room.split("\"name\":\"Ana\"")).hasSize(2);
        assertThat(room.split("\"name\":\"Ben\"")).hasSize(2);
    }

    @Test
    void theSeatsCookieIsSmallAndForTheServerAlone() {
        String path = "/j/" + server.token(TestServer.PLENARY, Role.PARTICIPANT);
        String cookie = http.join(path, "Ana").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie.split(";")[0].length()).isLessThanOrEqualTo(64);
        assertThat(cookie).contains("HTTPOnly", "SameSite=Lax");
    }

    @Test
    void aSecondSeatInTheSameBrowserHasACookieOfItsOwn() {
        String path = "/j/" + server.token(TestServer.PLENARY, Role.PARTICIPANT);
        http.join(path, "Ana");
        String second = http.join(path, "Ben").headers().firstValue("Location").orElseThrow();
        assertThat(second).endsWith("?as=2");
        String text = "/r/" + server.room(TestServer.PLENARY) + "/text";
        assertThat(http.get(text).body()).contains("You are Ana");
        assertThat(http.get(text + "?as=2").body()).contains("You are Ben");
    }

    @Test
    void aPersonalLinkIsOneSeatAndCanBeWithdrawnAtOnce() {
        JsonNode session =
                organise(
                        "/api/sessions",
                        "{\"title\":\"Mine\",\"rooms\":[{\"title\":\"R\",\"access\":\"closed\"}]}");
        String links = "/api/sessions/" + session.path("id").asText() + "/links";
        String room = session.path("rooms").path(0).path("id").asText();
        JsonNode link =
                organise(
                        links,
                        "{\"room\":\"" + room + "\",\"role\":\"participant\",\"name\":\"Ana\"}");
        String token = link.path("token").asText();
        assertThat(token).matches("[a-z2-7]{26}");
        assertThat(live(room, token).statusCode()).isEqualTo(200);
        http.join("/j/" + token, "Ana");
        assertThat(http.get("/r/" + room + "/text").statusCode()).isEqualTo(200);

        http.delete(
                links + "/" + link.path("link").asText(),
                "Authorization",
                "Bearer " + server.organiser());
        assertThat(live(room, token).statusCode()).isEqualTo(410);
        assertThat(http.get("/r/" + room + "/text").statusCode()).isEqualTo(404);
        assertThat(http.get("/j/" + token).body()).contains("was withdrawn");
    }

    @Test
    void anExpiredLinkLetsNobodyIn() {
        JsonNode session = organise("/api/sessions", "{\"title\":\"Mine\"}");
        String room = session.path("rooms").path(0).path("id").asText();
        JsonNode link =
                organise(
                        "/api/sessions/" + session.path("id").asText() + "/links",
                        "{\"room\":\""
                                + room
                                + "\",\"role\":\"participant\",\"name\":\"Ana\",\"expiresAt\":1000}");
        assertThat(live(room, link.path("token").asText()).body()).contains("LINK_EXPIRED");
    }

    @Test
    void onlyAnOrganiserPrepares() {
        assertThat(http.postJson("/api/sessions", "{\"title\":\"x\"}").statusCode()).isEqualTo(401);
        assertThat(
                        http.postJson(
                                        "/api/sessions",
                                        "{\"title\":\"x\"}",
                                        "Authorization",
                                        "Bearer wrong")
                                .statusCode())
                .isEqualTo(401);
        assertThat(http.get("/o/wrong").statusCode()).isEqualTo(404);
        assertThat(http.get("/o/" + server.organiser()).body())
                .contains("Peer learning on film policy");
    }

    @Test
    void linksSurviveARestart() {
        String token = server.token(TestServer.ROUND_TABLE, Role.PARTICIPANT);
        server.restart();
        assertThat(live(server.room(TestServer.ROUND_TABLE), token).statusCode()).isEqualTo(200);
    }

    @Test
    void theRemovedDoNotComeBack() {
        WsCarrier chair =
                new WsCarrier(
                        server,
                        TestServer.ROUND_TABLE,
                        server.token(TestServer.ROUND_TABLE, Role.MODERATOR));
        chair.connect();
        String token = server.token(TestServer.ROUND_TABLE, Role.PARTICIPANT);
        String seat =
                StreamCarrier.json(
                                live(server.room(TestServer.ROUND_TABLE), token)
                                        .body()
                                        .split("\n")[0])
                        .path("seat")
                        .asText();
        assertThat(
                        chair.send(
                                        "{\"id\":\"x\",\"do\":\"seat.remove\",\"seat\":\""
                                                + seat
                                                + "\"}")
                                .has("ack"))
                .isTrue();
        assertThat(live(server.room(TestServer.ROUND_TABLE), token).body()).contains("REMOVED");
        chair.close();
    }

    @Test
    void everyPageCarriesItsSecurityHeaders() {
        HttpResponse<String> page =
                http.get("/j/" + server.token(TestServer.PLENARY, Role.PARTICIPANT));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void whoGuessesIsSlowedDownAndTheInvitedAtTheSameAddressAreNot() {
        int status = 404;
        for (int i = 0; i < 2_000 && status == 404; i++) {
            status = http.get("/j/guess" + i).statusCode();
        }
        assertThat(status).isEqualTo(429);
        String room = server.room(TestServer.ROUND_TABLE);
        assertThat(live(room, server.token(TestServer.ROUND_TABLE, Role.PARTICIPANT)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenCanComeInTheFirstMessage() {
        WsCarrier socket =
                new WsCarrier(
                        server,
                        TestServer.ROUND_TABLE,
                        server.token(TestServer.ROUND_TABLE, Role.PARTICIPANT));
        socket.connectByFirstMessage();
        assertThat(socket.send("{\"id\":\"a\",\"do\":\"floor.request\"}").has("ack")).isTrue();
        socket.close();
    }

    @Test
    void aPublicAddressDecidesEveryLinkAndWhetherCookiesAreSecure() throws IOException {
        server.close();
        ServerConfig config =
                new ServerConfig(
                        "127.0.0.1",
                        0,
                        Optional.of("https://palabre.example"),
                        List.of("127.0.0.1"));
        try (PalabreServer behindProxy = PalabreServer.start(config, data, TestServer.QUICK)) {
            String links =
                    behindProxy.links().session(Demo.prepare(behindProxy.sessions())).toString();
            assertThat(links).contains("https://palabre.example/j/").doesNotContain("127.0.0.1");
            String token =
                    links.replaceAll(
                            "(?s).*\"role\":\"participant\".*?\"token\":\"(\\w+)\".*", "$1");
            Browserless guest = new Browserless("http://127.0.0.1:" + behindProxy.port());
            var joined = guest.join("/j/" + token, "Ana");
            assertThat(joined.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
            assertThat(
                            guest.get(
                                            "/api/rooms/x/live",
                                            "Origin",
                                            "http://127.0.0.1:" + behindProxy.port())
                                    .body())
                    .contains("BAD_ORIGIN");
        }
        server = new TestServer(data);
    }

    @Test
    void metricsNameNoRoomAndNoPerson() {
        live(server.room(TestServer.PLENARY), server.token(TestServer.PLENARY, Role.PARTICIPANT));
        http.postJson(
                "/api/rooms/" + server.room(TestServer.PLENARY) + "/commands",
                "{\"id\":\"a\",\"do\":\"floor.request\"}",
                "Authorization",
                "Bearer " + server.token(TestServer.PLENARY, Role.PARTICIPANT));
        String metrics = http.get("/metrics").body();
        assertThat(metrics)
                .contains("palabre_command_ack_seconds_count 1")
                .doesNotContain(server.room(TestServer.PLENARY), "Participant");
        assertThat(http.get("/metrics", "X-Forwarded-For", "203.0.113.9").statusCode())
                .isEqualTo(404);
    }
}
