package palabre.round;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static palabre.round.Hands.button;
import static palabre.round.Hands.pictureOfTheTop;
import static palabre.round.Hands.press;
import static palabre.round.Hands.send;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import palabre.load.ServerProcess;

/**
 * The round that a person makes: two browser windows and one page without JavaScript, in an open
 * and in a closed room; ask, grant, release; {@code kill -9}; go on. {@code -Dpalabre.pictures=DIR}
 * keeps what it looks like.
 */
class RoundTest {
    private static final int PLENARY = 0;
    private static final int SAFE_ROOM = 2;

    private static ServerProcess server;
    private static Browsers browsers;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProcess.start();
        browsers = new Browsers();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @AfterAll
    static void stop() {
        browsers.close();
        server.close();
    }

    private static Page join(Browsers.Person person, int room, String role, String name) {
        return Hands.join(browsers, person, server.url(room, role), name);
    }

    @Test
    void theWholeRoundWithAKillInTheMiddle() throws IOException {
        Page moderator = join(Browsers.Person.AT_A_DESK, PLENARY, "moderator", "Mo Adeyemi");
        Page ana = join(Browsers.Person.ON_A_PHONE, PLENARY, "participant", "Ana Mora");
        Page ben = join(Browsers.Person.WITHOUT_SCRIPTS, PLENARY, "participant", "Ben Okello");
        List<String> errors = new ArrayList<>();
        ana.onPageError(errors::add);
        moderator.onPageError(errors::add);
        pictureOfTheTop(ana, "participant-idle");

        ana.locator("#topic").fill("How the levy on tickets works");
        press(ana, "Ask to speak");
        assertThat(ana.locator(".mine-status")).containsText("You are number 1 in the queue.");
        ben.locator("input[name=topic]").fill("Who decides");
        send(ben, button(ben, "Ask to speak"));
        assertThat(ben.locator("#place")).hasText("You are number 2 in the queue.");
        assertThat(moderator.locator(".queue li")).hasCount(2);
        pictureOfTheTop(moderator, "moderator");
        pictureOfTheTop(ben, "text-page");

        moderator.keyboard().press("n");
        assertThat(ana.locator(".holder")).hasText("You have the floor.");
        pictureOfTheTop(ana, "participant-floor");
        pictureOfTheTop(
                join(
                        Browsers.Person.ON_A_PHONE.in("fr").inTheDark(),
                        PLENARY,
                        "secretary",
                        "Léa Beridze"),
                "french-dark");
        press(ana, "Done");
        assertThat(moderator.locator(".holder")).hasText("Nobody has the floor.");
        press(moderator, "Give floor: Ben Okello");
        assertThat(moderator.locator(".holder")).hasText("Ben Okello");
        ben.reload();
        assertThat(ben.locator("#floor")).containsText("You have the floor.");

        Page safeModerator = join(Browsers.Person.AT_A_DESK, SAFE_ROOM, "moderator", "Mo Adeyemi");
        Page safeAna = join(Browsers.Person.ON_A_PHONE, SAFE_ROOM, "participant", "Ana Mora");
        Page safeBen =
                join(Browsers.Person.WITHOUT_SCRIPTS, SAFE_ROOM, "participant", "Ben Okello");
        press(safeAna, "Ask to speak");
        assertThat(safeModerator.locator(".queue li")).hasCount(1);
        assertThat(safeAna.locator(".badges")).hasText("Closed · Off the record: nothing is kept");
        pictureOfTheTop(safeAna, "off-the-record");

        server.kill();
        assertThat(ana.locator(".state")).containsText("Your place is kept");
        press(ana, "Ask to speak");
        assertThat(ana.locator(".state")).containsText("Not sent yet: 1");
        pictureOfTheTop(ana, "participant-reconnecting");
        server.startAgain();

        assertThat(ana.locator(".state")).containsText("Connected");
        assertThat(ana.locator(".mine-status")).containsText("You are number 1 in the queue.");
        assertThat(ana.locator(".holder")).hasText("Ben Okello");
        assertThat(moderator.locator(".queue li")).hasCount(1);
        ben.reload();
        assertThat(ben.locator("#floor")).containsText("You have the floor.");
        send(ben, button(ben, "Done"));
        assertThat(moderator.locator(".holder")).hasText("Nobody has the floor.");
        moderator.keyboard().press("n");
        assertThat(ana.locator(".holder")).hasText("You have the floor.");

        assertThat(safeAna.locator("main")).containsText("the room is empty now");
        assertThat(safeModerator.locator(".queue li")).hasCount(0);
        safeBen.locator("p a").first().click();
        assertThat(safeBen.locator("body")).containsText("the room is empty now");
        assertThat(safeModerator.locator(".people")).containsText("Ana Mora");
        assertThat(errors).isEmpty();
    }

    @Test
    void whatIsNotSentSurvivesAReload() throws IOException {
        Page cam = join(Browsers.Person.ON_A_PHONE, 1, "participant", "Cam");
        cam.context().setOffline(true);
        press(cam, "Ask to speak");
        assertThat(cam.locator(".state")).containsText("Not sent yet");
        cam.context().setOffline(false);
        cam.reload();
        assertThat(cam.locator(".mine-status")).containsText("You are number 1 in the queue.");
    }

    @Test
    void aRoomWorksOverEveryCarrier() {
        for (String carrier : List.of("sse", "poll")) {
            Page page = join(Browsers.Person.ON_A_PHONE, 1, "secretary", "By " + carrier);
            page.navigate(page.url().split("\\?")[0] + "?carrier=" + carrier);
            assertThat(page.locator(".state")).containsText("over " + carrier);
            press(page, "Ask to speak");
            assertThat(page.locator(".mine-status")).containsText("in the queue");
            press(page, "Withdraw");
            assertThat(page.locator(".mine-status"))
                    .hasText("Tap the button when you want to speak.");
        }
    }

    @Test
    void aStrangerFindsNothing() {
        Page page = browsers.open(Browsers.Person.ON_A_PHONE);
        page.navigate(server.base() + "/r/" + server.room(1));
        assertThat(page.locator("h1")).hasText("There is nothing here for you");
        page.navigate(server.base() + "/r/" + server.room(PLENARY));
        assertThat(page.locator("h1")).containsText("Join: Plenary");
        page.locator("input[name=name]").fill("A visitor");
        page.locator("input[name=rules]").check();
        page.locator("form button").first().click();
        assertThat(page.locator(".mine-status")).containsText("You are following.");
        pictureOfTheTop(page, "visitor");
    }
}
