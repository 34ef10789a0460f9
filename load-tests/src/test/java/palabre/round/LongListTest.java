package palabre.round;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static palabre.round.Hands.join;
import static palabre.round.Hands.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import palabre.load.ServerProcess;

/**
 * A chair with a phone, before whose door a crowd waits. {@code -Dpalabre.waiting=2000} is the
 * largest that a lobby holds.
 */
class LongListTest {
    private static final int PLENARY = 0;
    private static final int WAITING = Integer.getInteger("palabre.waiting", 45);
    private static final int DRAWN = 20;
    private static final int TRIES = 300;
    private static final long AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Each who comes is somebody new. */
    private static final HttpClient WITHOUT_COOKIES = HttpClient.newHttpClient();

    @Test
    void aLongLobbyIsWorkedWithOnAPhone() throws Exception {
        try (ServerProcess server = ServerProcess.start();
                Browsers browsers = new Browsers()) {
            Page chair =
                    join(
                            browsers,
                            Browsers.Person.ON_A_PHONE,
                            server.url(PLENARY, "moderator"),
                            "Mo Adeyemi");
            press(chair, "Let people wait in the lobby");
            assertThat(Hands.button(chair, "Let everyone in directly")).isVisible();
            long startNs = System.nanoTime();
            for (int i = 1; i <= WAITING; i++) {
                come(server, "Guest number " + i);
            }
            Locator waiting = chair.locator("#lobby li");
            Locator heading =
                    chair.locator("h2", new Page.LocatorOptions().setHasText("in the lobby"));
            assertThat(heading).hasText(WAITING + " in the lobby");
            System.out.printf(
                    "%d came to the lobby within %.1f s%n",
                    WAITING, (System.nanoTime() - startNs) / 1e9);
            assertThat(waiting).hasCount(DRAWN);
            assertThat(
                            (boolean)
                                    chair.evaluate(
                                            "() => document.documentElement.scrollWidth <="
                                                    + " innerWidth"))
                    .as("nothing is wider than the phone")
                    .isTrue();
            heading.scrollIntoViewIfNeeded();
            Hands.pictureOfTheTop(chair, "lobby");

            press(chair, "Next page");
            assertThat(waiting.first()).containsText("Guest number " + (DRAWN + 1));
            Locator search = chair.locator("[data-form=lobby-find]");
            search.locator("input").fill("NUMBER " + WAITING);
            search.locator("button").click();
            assertThat(waiting).hasCount(1);
            Hands.pictureOfTheTop(chair, "lobby-found");
            waiting.first().locator("button").first().click();
            assertThat(heading).hasText((WAITING - 1) + " in the lobby");
            assertThat(waiting).hasCount(0);
            press(chair, "Let everyone in");
            assertThat(heading).hasCount(0);
        }
    }

    /** Somebody comes through the door that all share. */
    private static void come(ServerProcess server, String name) throws Exception {
        URI door = URI.create(server.url(PLENARY, "participant"));
        String page =
                WITHOUT_COOKIES
                        .send(HttpRequest.newBuilder(door).build(), BodyHandlers.ofString())
                        .body();
        Matcher form = Pattern.compile("name=\"form\" value=\"(\\w+)\"").matcher(page);
        assertThat(form.find()).as("a form at the door").isTrue();
        String fields =
                "rules=on&form="
                        + form.group(1)
                        + "&name="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8);
        HttpRequest sent =
                HttpRequest.newBuilder(door)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build();
        int answer = 429;
        for (int i = 0; i < TRIES && answer == 429; i++) {
            answer = WITHOUT_COOKIES.send(sent, BodyHandlers.discarding()).statusCode();
            if (answer == 429) {
                LockSupport.parkNanos(AGAIN_NS); // a door lets in so many a second
            }
        }
        assertThat(answer).isEqualTo(303);
    }
}
