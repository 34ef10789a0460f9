package palabre.round;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static palabre.round.Hands.button;
import static palabre.round.Hands.picture;
import static palabre.round.Hands.press;
import static palabre.round.Hands.send;
import static palabre.round.Hands.unfold;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
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
        return Hands.join(browsers, person, server.url(room, role), name);
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
        press(chair, "Change the rules");
        assertThat(ana.locator(".queue"))
                .containsText("balanced: those who have spoken least come first");
        unfold(chair, "item");
        chair.locator("[data-form=item] input[name=title]").fill("Funding models");
        press(chair, "Start");
        assertThat(ana.locator(".stage")).containsText("Item 1: Funding models");

        press(ana, "Ask to speak");
        unfold(chair, "on-site");
        chair.locator("[data-form=on-site] input[name=name]").fill("Ms Ndong");
        chair.locator("[data-form=on-site] input[name=team]").fill("Gabon");
        chair.locator("[data-form=on-site] input[name=site]").fill("Libreville");
        press(chair, "Add to the queue");
        assertThat(chair.locator(".queue li")).hasCount(2);
        assertThat(screen.locator(".next li")).hasCount(2);
        chair.locator(".queue li").nth(1).locator("summary").click();
        press(chair, "Move up: Ms Ndong (Gabon · Libreville)");
        assertThat(chair.locator(".queue li").first()).containsText("moved here by the chair");
        picture(chair, "moderator-phone");

        press(chair, "Next");
        assertThat(ana.locator(".holder")).hasText("Ms Ndong (Gabon · Libreville)");
        assertThat(ana.locator(".clock")).containsText("left");
        assertThat(screen.locator("#floor")).hasText("Ms Ndong Gabon · Libreville");
        picture(screen, "screen");
        unfold(ana, "ask-menu");
        press(ana, "question to the speaker");
        assertThat(chair.locator(".queue li").first()).containsText("question to the speaker");
        press(chair, "Give floor: Ana Mora");
        assertThat(ana.locator(".holder")).hasText("You have the floor.");
        assertThat(ana.locator(".stage"))
                .containsText("Ms Ndong (Gabon · Libreville) continues afterwards");
        press(ana, "Done");
        assertThat(ana.locator(".holder")).hasText("Ms Ndong (Gabon · Libreville)");
        press(chair, "End turn");
        assertThat(chair.locator(".balance")).containsText("Gabon");
        picture(ana, "participant-waiting");
        press(chair, "Next");
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
        assertThat(ana.locator(".mine-status")).containsText("You are number 1 in the queue.");

        assertThat(chair.locator(".queue li")).hasCount(1);
        chair.keyboard().press("n");
        assertThat(ana.locator(".holder")).hasText("You have the floor.");
        chair.keyboard().press("p");
        assertThat(ana.locator(".clock")).containsText("paused by the chair");
        assertThat(chair.locator(".clock")).containsText("paused by the chair");
        chair.keyboard().press("p");
        assertThat(ana.locator(".clock")).not().containsText("paused by the chair");
        unfold(ben, "ask-menu");
        press(ben, "point of order");
        assertThat(chair.locator(".queue li")).hasCount(1);
        chair.keyboard().press("o");
        assertThat(ben.locator(".holder")).hasText("You have the floor.");
        assertThat(ana.locator(".mine-status")).hasText("You continue afterwards.");
        assertThat(chair.locator(".holder")).hasText("Ben Okello");
        chair.keyboard().press("e");
        assertThat(ana.locator(".holder")).hasText("You have the floor.");
        assertThat(chair.locator(".holder")).hasText("Ana Mora");
        chair.keyboard().press("l");
        assertThat(ben.locator(".queue"))
                .containsText("The queue is closed: nobody can ask to speak now.");
        chair.keyboard().press("e");
        assertThat(ana.locator(".holder")).hasText("Nobody has the floor.");

        chair.locator("[data-fold=chair-more] > summary").focus();
        chair.keyboard().press("Enter");
        chair.keyboard().press("Tab");
        chair.keyboard().press("Enter");
        assertThat(ana.locator(".stage")).containsText("The meeting is paused.");
    }

    @Test
    void fromTheTextPage() {
        Page chair = join(Browsers.Person.WITHOUT_SCRIPTS, PLENARY, "moderator", "Mo Adeyemi");
        Page steward = join(Browsers.Person.WITHOUT_SCRIPTS, PLENARY, "steward", "Rose");
        Page ana = join(Browsers.Person.ON_A_PHONE, PLENARY, "participant", "Ana Mora");
        press(ana, "Ask to speak");
        assertThat(ana.locator(".queue li")).hasCount(1);
        steward.locator("input[name=name]").first().fill("Ms Ndong");
        steward.locator("input[name=team]").fill("Gabon");
        send(steward, button(steward, "Add to the queue"));
        assertThat(steward.locator("#queue li")).hasCount(2);
        assertThat(steward.locator("#queue")).containsText("Ms Ndong (Gabon · Libreville)");

        chair.locator("details summary")
                .filter(new Locator.FilterOptions().setHasText("Order and time limits"))
                .click();
        chair.locator("select[name=order]").selectOption("by-hand");
        send(chair, button(chair, "Change the rules"));
        chair.locator("#queue li")
                .nth(1)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Move up").setExact(true))
                .click();
        assertThat(chair.locator("#queue li").first()).containsText("Ms Ndong");
        send(chair, button(chair, "Next"));
        assertThat(chair.locator("#floor")).containsText("Ms Ndong");
        assertThat(ana.locator(".holder")).hasText("Ms Ndong (Gabon · Libreville)");
        send(chair, button(chair, "Pause"));
        assertThat(ana.locator(".clock")).containsText("paused by the chair");
        send(chair, button(chair, "Resume"));
        steward.reload();
        send(steward, button(steward, "Done"));
        assertThat(ana.locator(".holder")).hasText("Nobody has the floor.");
        chair.reload();
        send(chair, button(chair, "Next"));
        assertThat(ana.locator(".holder")).hasText("You have the floor.");
        assertThat(chair.locator("#chair")).containsText("is chairing");
        picture(chair, "moderator-text");
    }

    @Test
    void aClosedRoomComesToTheScreenByTheChairsHand() {
        Page chair = join(Browsers.Person.AT_A_DESK, ROUND_TABLE, "moderator", "Mo Adeyemi");
        Page wall = chair.context().newPage();
        wall.navigate(server.base() + "/r/" + server.room(ROUND_TABLE) + "/screen");
        assertThat(wall.locator("main"))
                .containsText("The chair has not shown it on the big screen");
        unfold(chair, "chair-more");
        press(chair, "Show this room on the big screen");
        assertThat(wall.locator("main")).containsText("Nobody has the floor.");
        press(chair, "Take this room off the big screen");
        assertThat(wall.locator("main"))
                .containsText("The chair has not shown it on the big screen");
    }

    @Test
    void theDoorQuestionsAndContactsInTheApp() {
        Page chair = join(Browsers.Person.AT_A_DESK, PLENARY, "moderator", "Mo Adeyemi");
        Page ana = join(Browsers.Person.ON_A_PHONE, PLENARY, "participant", "Ana Mora");
        Page ben = join(Browsers.Person.ON_A_PHONE, PLENARY, "participant", "Ben Okello");
        unfold(ana, "question-put");
        ana.locator("[data-form=question] textarea").fill("Who pays for the <b>levy</b>?");
        ana.locator("[data-form=question] button").click();
        assertThat(ben.locator("#questions")).hasCount(0);
        press(chair, "Show to everybody: Who pays for the <b>levy</b>?");
        press(ben, "I would like to hear the answer");
        assertThat(ana.locator("#questions")).containsText("Would like to hear the answer: 1");
        ben.reload();
        assertThat(ben.locator("#questions")).containsText("Would like to hear the answer: 1");
        assertThat(button(ben, "I would like to hear the answer")).hasCount(0);
        press(chair, "Mark as answered: Who pays for the <b>levy</b>?");
        assertThat(ben.locator("#questions")).containsText("answered");

        exchange(ana, "ana@ministry.example", "Ben Okello");
        assertThat(ben.locator("main")).not().containsText("ana@ministry.example");
        exchange(ben, "+256 1", "Ana Mora");
        assertThat(ben.locator("main")).containsText("ana@ministry.example");
        assertThat(ana.locator("main")).containsText("+256 1");

        press(chair, "Let people wait in the lobby");
        Page visitor = browsers.open(Browsers.Person.ON_A_PHONE);
        visitor.navigate(server.base() + "/r/" + server.room(PLENARY));
        visitor.locator("input[name=name]").fill("A visitor");
        Hands.enter(visitor);
        assertThat(visitor.locator("#waiting")).isVisible();
        chair.locator("[data-form=lobby-tell] input").fill("We begin in five minutes.");
        chair.locator("[data-form=lobby-tell] button").click();
        assertThat(visitor.locator("#told")).hasText("We begin in five minutes.");
        picture(visitor, "lobby-phone");
        chair.locator("#lobby").getByText("Let in").click();
        assertThat(visitor.locator(".mine-status")).containsText("You are following.");
    }

    /** Writes a card, and says with whom to exchange it. */
    private static void exchange(Page page, String card, String with) {
        unfold(page, "contacts");
        page.locator("[data-form=card] textarea").fill(card);
        page.locator("[data-form=card] button").click();
        page.locator("details[data-fold=contacts] li")
                .filter(new Locator.FilterOptions().setHasText(with))
                .locator("button")
                .click();
    }
}
