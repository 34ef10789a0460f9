package palabre.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.demo.Demo;
import palabre.http.PalabreServer;
import palabre.http.base.ServerConfig;
import palabre.testing.Browserless;
import palabre.testing.ServedTest;
import palabre.testing.TestServer;

/** A page that is not ours brings nobody into a room, and changes nothing. */
class ForeignPageTest extends ServedTest {
    private static final String[][] FOREIGN = {
        {"Origin", "https://evil.example"},
        {"Sec-Fetch-Site", "cross-site"},
        {"Sec-Fetch-Site", "same-site"},
        {"Origin", "null", "Sec-Fetch-Site", "cross-site"},
    };

    private String door() {
        return "/j/" + server.token(TestServer.PLENARY, Role.PARTICIPANT);
    }

    private String visit() {
        return "/r/" + server.room(TestServer.PLENARY) + "/visit";
    }

    private static Optional<String> cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie");
    }

    @Test
    void aFormFromAForeignPageOpensNoDoor() {
        for (String[] foreign : FOREIGN) {
            for (String door : List.of(door(), visit())) {
                HttpResponse<String> refused = http.join(door, "Ana", foreign);
                assertThat(refused.statusCode()).as(door).isEqualTo(403);
                assertThat(cookie(refused)).isEmpty();
            }
        }
    }

    @Test
    void noWriteFromAForeignPageIsTaken() {
        String room = server.room(TestServer.PLENARY);
        String desk = "/o/" + server.organiser();
        for (String path :
                List.of(
                        desk,
                        desk + "/organisers",
                        "/r/" + room + "/text",
                        "/api/rooms/" + room + "/commands",
                        "/api/sessions",
                        "/api/organisers")) {
            assertThat(http.postJson(path, "{}", FOREIGN[0]).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void ourOwnPageOpensItHoweverMuchTheBrowserSays() {
        String[][] own = {
            {},
            {"Origin", server.base()},
            {"Origin", "null"},
            {"Origin", "null", "Sec-Fetch-Site", "same-origin"},
            {"Sec-Fetch-Site", "same-origin"}
        };
        for (String[] says : own) {
            for (String door : List.of(door(), visit())) {
                Browserless browser = new Browserless(server.base());
                assertThat(browser.join(door, "Ana", says).statusCode()).isEqualTo(303);
            }
        }
    }

    @Test
    void aFormThatIsNotOursOrOfAnotherDoorIsShownAgainWithWhatWasTyped() {
        String good = http.nonce(door());
        for (String nonce :
                List.of(
                        "",
                        "x",
                        "a".repeat(good.length()),
                        (good.startsWith("b") ? "c" : "b") + good.substring(1),
                        http.nonce(visit()),
                        http.nonce("/j/" + server.token(TestServer.PLENARY, Role.OBSERVER)))) {
            Map<String, String> form = new HashMap<>();
            form.put("name", "Ana \"Mora\"");
            form.put("lang", "fr");
            form.put("form", nonce);
            form.put("rules", "on");
            HttpResponse<String> again = http.form(door(), form);
            assertThat(again.statusCode()).as(nonce).isEqualTo(403);
            assertThat(cookie(again)).isEmpty();
            assertThat(again.body())
                    .contains("value=\"Ana &#34;Mora&#34;\"", "required checked>")
                    .contains("lang=\"fr\" selected")
                    .contains("Cette page est restée ouverte trop longtemps");
        }
    }

    @Test
    void behindTlsEveryCookieIsSecureAndBrowsersComeThatWayAlone() throws IOException {
        assertThat(http.get("/").headers().firstValue("Strict-Transport-Security")).isEmpty();
        server.close();
        ServerConfig config =
                new ServerConfig("127.0.0.1", 0, Optional.of("https://palabre.example"), List.of());
        try (PalabreServer secure = PalabreServer.start(config, data, TestServer.QUICK)) {
            Demo.prepare(secure.sessions());
            Browserless guest = new Browserless("http://127.0.0.1:" + secure.port());
            HttpResponse<String> front = guest.get("/");
            assertThat(front.headers().firstValue("Strict-Transport-Security"))
                    .contains("max-age=31536000");
            Map<String, String> form = new HashMap<>();
            form.put("name", "Ana");
            form.put("lang", "fr");
            form.put("rules", "on");
            form.put("form", guest.nonce(door()));
            List<String> cookies = guest.form(door(), form).headers().allValues("Set-Cookie");
            assertThat(cookies).hasSize(2).allSatisfy(c -> assertThat(c).contains("Secure"));
        }
        server = new TestServer(data);
    }
}
