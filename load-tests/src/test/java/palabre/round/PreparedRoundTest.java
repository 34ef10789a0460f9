package palabre.round;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static palabre.round.Hands.button;
import static palabre.round.Hands.enter;
import static palabre.round.Hands.press;
import static palabre.round.Hands.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import palabre.load.ServerProcess;

/** A prepared session, from the door to the floor: the ground rules come first. */
class PreparedRoundTest {
    private static final String SESSION =
            """
            {"title":"Film policy", "results":"A shortlist.", "start":"2026-12-01T14:00",
             "zone":"Africa/Libreville", "rules":"Listen first.",
             "agenda":[{"title":"Funding models","minutes":50,"lead":"Mo",
                        "links":["https://example.org/models.pdf"]}],
             "rooms":[{"key":"r","title":"Round table","access":"closed"}],
             "people":[{"name":"Ana Mora","team":"Costa Rica"},{"name":"Ben Okello"}]}
            """;

    private static void put(ServerProcess server, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.base() + path))
                        .header("Authorization", "Bearer " + server.organiser())
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    private static Page join(Browsers browsers, Browsers.Person person, JsonNode link) {
        Page page = browsers.open(person);
        page.navigate(link.path("url").asText());
        assertThat(page.locator("main")).containsText("Listen first.");
        assertThat(page.locator("main")).containsText("Funding models");
        enter(page);
        return page;
    }

    @Test
    void theRulesComeFirstAndAgainWhenTheyChange() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        try (ServerProcess server = ServerProcess.start();
                Browsers browsers = new Browsers()) {
            JsonNode session = server.organise("/api/sessions", SESSION);
            JsonNode links = session.path("rooms").path(0).path("links");
            Page ana = join(browsers, Browsers.Person.ON_A_PHONE, links.path(0));
            Page ben = join(browsers, Browsers.Person.WITHOUT_SCRIPTS, links.path(1));
            assertThat(ana.locator("#agenda a")).hasText("https://example.org/models.pdf");
            assertThat(ben.locator("#agenda a")).hasText("https://example.org/models.pdf");
            press(ana, "Ask to speak");
            assertThat(ana.locator(".mine-status")).containsText("You are number 1 in the queue.");

            String plan = "/api/sessions/" + session.path("id").asText() + "/plan";
            put(server, plan, "{\"rules\":\"Listen first. Be brief.\"}");
            assertThat(ana.locator("section.warn")).containsText("Be brief.");
            press(ana, "Withdraw");
            assertThat(ana.locator("main")).containsText("agree to them first");
            press(ana, "I agree to these rules");
            assertThat(ana.locator("section.warn")).hasCount(0);
            press(ana, "Withdraw");
            assertThat(ana.locator(".mine-status"))
                    .hasText("Tap the button when you want to speak.");

            ben.reload();
            assertThat(ben.locator("#rules")).containsText("Be brief.");
            send(ben, button(ben, "I agree to these rules"));
            send(ben, button(ben, "Ask to speak"));
            assertThat(ben.locator("#place")).containsText("You are next. Get ready.");
        }
    }
}
