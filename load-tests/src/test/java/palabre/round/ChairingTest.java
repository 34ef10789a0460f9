package palabre.round;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palabre.load.ServerProcess;

/**
 * A person chairs the demo: from a phone, from the keyboard alone, and from the text page. The same
 * meeting each time, with somebody in the app, somebody on the text page and somebody on-site.
 */
class ChairingTest {
    private static final int PLENARY = 0;
    private static final int ROUND_TABLE = 1;

    private static Browsers browsers;
    private ServerProcess server;

    @BeforeAll
    static void launch() {
        browsers = new Browsers();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @BeforeEach
    void start() throws IOException {
        server = ServerProcess.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Page join(Browsers.Person person, int room, String role, String name) {
        Page page = browsers.open(person);
        page.navigate(server.url(room, role));
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=rules]").check();
        page.locator("form button").first().click();
        if (person.javaScript()) {
            assertThat(page.locator(".state[data-link=connected]")).isVisible();
        }
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void picture(Page page, String name) {
        String dir = System.getProperty("palabre.pictures", "target/pictures");
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(dir, name + ".png")));
    }

    private static void unfold(Page page, String key) {
        page.locator("details[data-fold=" + key + "] > summary").first().click();
    }

    @Test
    void fromAPhone() {
        Page chair = join(Browsers.Person.ON_A_PHONE, PLENARY, "moderator", "Mo Adeyemi");
        Page ana = join(Browsers.Person.ON_A_PHONE, PLENARY, "participant", "Ana Mora");
        Page screen = browsers.open(Browsers.Person.AT_A_DESK);
        screen.navigate(server.base());
        screen.locator("input[name=code]").fill(server.room(PLENARY).substring(0, 8));
        screen.locator("button").click();
        assertThat(screen.locator("h1")).containsText("Join: Plenary");
        screen.navigate(server.base() + "/r/" + server.room(PLENARY) + "/screen");

        unfold(chair, "rules");
        chair.locator("[data-form=rules] select[name=order]").selectOption("balanced");
        chair.locator("[data-form=rules] input[name=turn-speech]").fill("120");
        chair.locator("[data-form=rules] input[name=reason]").fill("agreed at the start");
        button(chair, "Change the rules").click();
        assertThat(ana.locator(".queue")).containsText("balanced: least floor time first");
        unfold(chair, "item");
        chair.locator("[data-form=item] input[name=title]").fill("Funding models");
        button(chair, "Start").click();
        assertThat(ana.locator(".stage")).containsText("Item 1: Funding models");

        button(ana, "Ask to speak").click();
        unfold(chair, "on-site");
        chair.locator("[data-form=on-site] input[name=name]").fill("Ms Ndong");
        chair.locator("[data-form=on-site] input[name=team]").fill("Gabon");
        chair.locator("[data-form=on-site] input[name=site]").fill("Libreville");
        button(chair, "Put in line").click();
        assertThat(chair.locator(".queue li")).hasCount(2);
        assertThat(screen.locator(".next li")).hasCount(2);
        chair.locator(".queue li").nth(1).locator("summary").click();
        button(chair, "Up: Ms Ndong (Gabon · Libreville)").click();
        assertThat(chair.locator(".queue li").first()).containsText("placed here by the chair");
        picture(chair, "moderator-phone");

        button(chair, "Next").click();
        assertThat(ana.locator(".holder")).hasText("Ms Ndong (Gabon · Libreville)");
        assertThat(ana.locator(".clock")).containsText("left");
        assertThat(screen.locator("#floor")).hasText("Ms Ndong Gabon · Libreville");
        picture(screen, "screen");
        unfold(ana, "ask-menu");
        button(ana, "question to the speaker").click();
        button(chair, "Give: Ana Mora").first().click();
        assertThat(ana.locator(".holder")).hasText("You have the floor.");
        assertThat(ana.locator(".stage")).containsText("Ms Ndong (Gabon · Libreville) goes on");
        button(ana, "Done").click();
        assertThat(ana.locator(".holder")).hasText("Ms Ndong (Gabon · Libreville)");
        button(chair, "Thank and end").click();
        assertThat(chair.locator(".balance")).containsText("Gabon");
        picture(ana, "participant-waiting");
        button(chair, "Next").click();
        assertThat(ana.locator(".holder")).hasText("You have the floor.");
    }

    @Test
    void fromTheKeyboardAlone() {
        Page chair = join(Browsers.Person.AT_A_DESK, ROUND_TABLE, "moderator", "Mo Adeyemi");
        Page ana = join(Browsers.Person.ON_A_PHONE, ROUND_TABLE, "participant", "Ana Mora");
        Page ben = join(Browsers.Person.ON_A_PHONE, ROUND_TABLE, "secretary", "Ben Okello");
        ana.locator("#topic").focus();
        ana.keyboard().type("The levy");
        ana.keyboard().press("Shift+Tab");
        ana.keyboard().press("Enter");
        assertThat(ana.locator(".mine-status")).containsText("You are number 1 in line.");

        assertThat(chair.locator(".queue li")).hasCount(1);
        chair.keyboard().press("n");
        assertThat(ana.locator(".holder")).hasText("You have the floor.");
        chair.keyboard().press("p");
        assertThat(ana.locator(".clock")).containsText("paused by the chair");
        assertThat(chair.locator(".clock")).containsText("paused by the chair");
        chair.keyboard().press("p");
        assertThat(ana.locator(".clock")).not().containsText("paused by the chair");
        unfold(ben, "ask-menu");
        button(ben, "point of order").click();
        assertThat(chair.locator(".queue li")).hasCount(1);
        chair.keyboard().press("o");
        assertThat(ben.locator(".holder")).hasText("You have the floor.");
        assertThat(ana.locator(".mine-status")).hasText("You go on afterwards.");
        assertThat(chair.locator(".holder")).hasText("Ben Okello");
        chair.keyboard().press("e");
        assertThat(ana.locator(".holder")).hasText("You have the floor.");
        assertThat(chair.locator(".holder")).hasText("Ana Mora");
        chair.keyboard().press("l");
        assertThat(ben.locator(".queue")).containsText("The speakers list is closed.");
        chair.keyboard().press("e");
        assertThat(ana.locator(".holder")).hasText("Nobody has the floor.");

        chair.locator("[data-fold=chair-more] > summary").focus();
        chair.keyboard().press("Enter");
        chair.keyboard().press("Tab");
        chair.keyboard().press("Enter");
        assertThat(ana.locator(".stage")).containsText("The floor is paused.");
    }

    @Test
    void fromTheTextPage() {
        Page chair = join(Browsers.Person.WITHOUT_SCRIPTS, PLENARY, "moderator", "Mo Adeyemi");
        Page steward = join(Browsers.Person.WITHOUT_SCRIPTS, PLENARY, "steward", "Rose");
        Page ana = join(Browsers.Person.ON_A_PHONE, PLENARY, "participant", "Ana Mora");
        button(ana, "Ask to speak").click();
        assertThat(ana.locator(".queue li")).hasCount(1);
        steward.locator("input[name=name]").first().fill("Ms Ndong");
        steward.locator("input[name=team]").fill("Gabon");
        button(steward, "Put in line").click();
        assertThat(steward.locator("#queue li")).hasCount(2);
        assertThat(steward.locator("#queue")).containsText("Ms Ndong (Gabon · Libreville)");

        chair.locator("details summary")
                .filter(new Locator.FilterOptions().setHasText("Order and time limits"))
                .click();
        chair.locator("select[name=order]").selectOption("by-hand");
        button(chair, "Change the rules").click();
        chair.locator("#queue li")
                .nth(1)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Up").setExact(true))
                .click();
        assertThat(chair.locator("#queue li").first()).containsText("Ms Ndong");
        button(chair, "Next").click();
        assertThat(chair.locator("#floor")).containsText("Ms Ndong");
        assertThat(ana.locator(".holder")).hasText("Ms Ndong (Gabon · Libreville)");
        button(chair, "Pause").click();
        assertThat(ana.locator(".clock")).containsText("paused by the chair");
        button(chair, "Go on").click();
        steward.reload();
        button(steward, "Done").click();
        assertThat(ana.locator(".holder")).hasText("Nobody has the floor.");
        chair.reload();
        button(chair, "Next").click();
        assertThat(ana.locator(".holder")).hasText("You have the floor.");
        assertThat(chair.locator("#chair")).containsText("presides");
        picture(chair, "moderator-text");
    }

    @Test
    void aClosedRoomComesToTheScreenByTheChairsHand() {
        Page chair = join(Browsers.Person.AT_A_DESK, ROUND_TABLE, "moderator", "Mo Adeyemi");
        Page wall = chair.context().newPage();
        wall.navigate(server.base() + "/r/" + server.room(ROUND_TABLE) + "/screen");
        assertThat(wall.locator("main")).containsText("The moderator has not put it on the screen");
        unfold(chair, "chair-more");
        button(chair, "Show this room on the big screen").click();
        assertThat(wall.locator("main")).containsText("Nobody has the floor.");
        button(chair, "Take this room off the big screen").click();
        assertThat(wall.locator("main")).containsText("The moderator has not put it on the screen");
    }
}
