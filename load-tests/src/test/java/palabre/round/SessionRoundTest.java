package palabre.round;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static palabre.round.Hands.button;
import static palabre.round.Hands.join;
import static palabre.round.Hands.picture;
import static palabre.round.Hands.press;
import static palabre.round.Hands.send;
import static palabre.round.Hands.unfold;
import static palabre.round.Hands.unfoldText;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import palabre.load.ServerProcess;

/**
 * A whole session as somebody holds it who never saw Palabre: prepared from a template, a plenary,
 * two groups, a safe room off the record, closed with results, minutes for all.
 */
class SessionRoundTest {
    private static final String SAFE = "what-was-said-in-the-safe-room";

    private static ServerProcess server;
    private static Browsers browsers;

    @BeforeAll
    static void start() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        server = ServerProcess.start();
        browsers = new Browsers();
    }

    @AfterAll
    static void stop() {
        browsers.close();
        server.close();
    }

    /** From the organiser's link to invitations; without scripts, as all of the desk is. */
    private Page prepare() {
        Page desk = browsers.open(Browsers.Person.WITHOUT_SCRIPTS);
        desk.navigate(server.base() + "/o/" + server.organiser());
        desk.locator("input[name=title]").fill("Film policy, first workshop");
        desk.locator("select[name=template]").selectOption("workshop");
        press(desk, "Create session");
        assertThat(desk.locator("h1")).hasText("Film policy, first workshop");
        desk.locator("input[name=place]").first().fill("Libreville and online");
        desk.locator("input[name=start]").fill("2027-03-01T14:00");
        desk.locator("input[name=zone]").first().fill("Africa/Libreville");
        desk.locator("textarea[name=results]").fill("A shortlist of funding models.");
        press(desk, "Save");
        assertThat(desk.locator("[role=status]")).hasText("Saved.");
        invite(desk, "Ana Mora", "Costa Rica");
        invite(desk, "Ben Okello", "Uganda");
        picture(desk, "organiser-phone");
        return desk;
    }

    private static void invite(Page desk, String name, String team) {
        Locator form = desk.locator("form:has(input[value=person])");
        form.locator("input[name=name]").fill(name);
        form.locator("input[name=team]").fill(team);
        form.locator("button").click();
        assertThat(desk.locator("#links")).containsText(name);
    }

    /** The link of the person, or of the role, in a room. */
    private static String link(Page desk, String words) {
        return desk.locator("#links > li", new Page.LocatorOptions().setHasText(words))
                .locator("a")
                .first()
                .getAttribute("href");
    }

    @Test
    void inTheApp() {
        Page desk = prepare();
        String moderator = "moderator, Film policy";
        Page mo = join(browsers, Browsers.Person.AT_A_DESK, link(desk, moderator), "Mo Adeyemi");
        Page ana = join(browsers, Browsers.Person.ON_A_PHONE, link(desk, "Ana Mora"), "Ana Mora");
        Page ben =
                join(browsers, Browsers.Person.ON_A_PHONE, link(desk, "Ben Okello"), "Ben Okello");

        press(mo, "Begin: Welcome and ground rules");
        assertThat(ana.locator("#late")).hasText("On time.");
        press(ana, "Ask to speak");
        assertThat(mo.locator(".queue li")).hasCount(1);
        press(mo, "Next");
        assertThat(ana.locator(".holder.mine")).isVisible();
        press(ana, "Done");

        unfold(mo, "poll-new");
        mo.locator("[data-form=poll-new] input[name=question]").fill("Which model first?");
        mo.locator("[data-form=poll-new] input[name=o1]").fill("A levy on tickets");
        mo.locator("[data-form=poll-new] input[name=o2]").fill("A fund of the state");
        press(mo, "Open the poll");
        ana.locator("#poll-1").getByText("A levy on tickets").first().click();
        press(ana, "Vote");
        ben.locator("#poll-1").getByText("A levy on tickets").first().click();
        press(ben, "Vote");
        assertThat(mo.locator("#poll-1")).containsText("Votes so far: 2.");
        picture(ana, "poll-phone");
        press(mo, "Close the poll");

        unfold(mo, "groups-new");
        mo.locator("[data-form=groups] input[name=g1]").fill("Law");
        mo.locator("[data-form=groups] input[name=g2]").fill("Money");
        mo.locator("[data-form=groups] input[name=record]").check();
        press(mo, "Send everyone to their groups");
        assertThat(ana.locator("h1")).hasText("Law");
        assertThat(ben.locator("h1")).hasText("Money");
        assertThat(ana.locator("#groups")).containsText("Ana Mora is chairing");
        ana.locator("[data-form=result-key-point] textarea").fill("The law comes first");
        ana.locator("[data-form=result-key-point] button").click();
        assertThat(ana.locator(".results")).containsText("The law comes first");
        press(mo, "Call everyone back");
        assertThat(ana.locator("h1")).hasText("Film policy, first workshop");
        assertThat(ben.locator("h1")).hasText("Film policy, first workshop");

        safeRoom(desk);

        mo.locator("[data-form=result-key-point] textarea").fill("A levy is what all can do");
        mo.locator("[data-form=result-key-point] button").click();
        mo.locator("[data-form=result-action] textarea").fill("Draft the law");
        mo.locator("[data-form=result-action] input[name=who]").fill("Ana Mora");
        mo.locator("[data-form=result-action] input[name=due]").fill("2027-04-01");
        mo.locator("[data-form=result-action] button").click();
        press(mo, "No next session");
        picture(mo, "closing-desk");
        press(mo, "Close the session for everybody");
        assertThat(ana.locator(".results")).containsText("The session is over.");
        ana.getByText("Minutes and results").click();
        pack(ana);
        picture(ana, "minutes-phone");
        ana.goBack();
        ana.getByText("What do you think of this session?").click();
        ana.locator("input[name=q0][value='5']").check();
        ana.locator("textarea").fill("More time in groups");
        press(ana, "Send");
        assertThat(ana.locator("[role=status]")).containsText("Your answers are saved.");
    }

    /** Beside the plenary, closed and off the record: nothing of it is in the minutes. */
    private void safeRoom(Page desk) {
        String chair = link(desk, "moderator, Safe room");
        String guest = link(desk, "participant, Safe room");
        Page mo = join(browsers, Browsers.Person.ON_A_PHONE, chair, "Mo Adeyemi");
        Page ana = join(browsers, Browsers.Person.ON_A_PHONE, guest, "Ana Mora");
        assertThat(ana.locator(".badges")).containsText("Off the record: nothing is kept");
        ana.locator(".action input").fill(SAFE);
        press(ana, "Ask to speak");
        assertThat(mo.locator(".queue")).containsText(SAFE);
        picture(ana, "safe-room-phone");
    }

    private static void pack(Page page) {
        assertThat(page.locator("h1")).hasText("Minutes: Film policy, first workshop");
        assertThat(page.locator("main")).containsText("A levy is what all can do");
        assertThat(page.locator("main")).containsText("Draft the law – Ana Mora – by 2027-04-01");
        assertThat(page.locator("main")).containsText("The law comes first");
        assertThat(page.locator("main")).containsText("Which model first?");
        assertThat(page.content()).doesNotContain(SAFE);
        for (String file : List.of("For a word processor", "As plain text (Markdown)")) {
            assertThat(page.getByText(file)).isVisible();
        }
    }

    /** Presses the button of a text page that does this, on the page as it is now. */
    private static void act(Page page, String act) {
        page.reload();
        send(page, page.locator("button[value='" + act + "']").first());
    }

    private static Locator form(Page page, String act) {
        page.reload();
        return page.locator("form:has(button[value='" + act + "'])").first();
    }

    @Test
    void onceMoreEntirelyOnTextPages() {
        Page desk = prepare();
        Browsers.Person plain = Browsers.Person.WITHOUT_SCRIPTS;
        Page mo = join(browsers, plain, link(desk, "moderator, Film policy"), "Mo Adeyemi");
        Page ana = join(browsers, plain, link(desk, "Ana Mora"), "Ana Mora");
        Page ben = join(browsers, plain, link(desk, "Ben Okello"), "Ben Okello");

        act(mo, "agenda.begin 1");
        send(ana, button(ana, "Ask to speak"));
        act(mo, "floor.next 0");
        ana.reload();
        assertThat(ana.locator("#floor")).containsText("You have the floor.");
        send(ana, button(ana, "Done"));

        Locator poll = form(mo, "poll.open");
        unfoldText(mo, "New poll");
        poll.locator("input[name=question]").fill("Which model first?");
        poll.locator("input[name=o1]").fill("A levy on tickets");
        poll.locator("input[name=o2]").fill("A fund of the state");
        send(mo, poll.locator("button"));
        for (Page voter : List.of(ana, ben)) {
            Locator ballot = form(voter, "poll.vote 1");
            ballot.locator("input[value='0']").check();
            send(voter, ballot.locator("button"));
        }
        act(mo, "poll.close 1");
        assertThat(mo.locator("#poll-1 table")).containsText("A levy on tickets");

        Locator groups = form(mo, "groups.open");
        unfoldText(mo, "Work in groups");
        groups.locator("input[name=g1]").fill("Law");
        groups.locator("input[name=g2]").fill("Money");
        groups.locator("input[name=record]").check();
        send(mo, groups.locator("button"));
        ana.reload();
        assertThat(ana.locator("h1")).hasText("Law");
        ben.reload();
        assertThat(ben.locator("h1")).hasText("Money");
        note(ana, "key-point", "The law comes first");
        act(mo, "groups.call");
        ana.reload();
        assertThat(ana.locator("h1")).hasText("Film policy, first workshop");

        safeRoomInText(desk);

        note(mo, "key-point", "A levy is what all can do");
        mo.reload();
        Locator action =
                mo.locator("form:has(input[value=action]):has(button[value='result.note'])");
        action.first().locator("textarea").fill("Draft the law");
        action.first().locator("input[name=who]").fill("Ana Mora");
        action.first().locator("input[name=due]").fill("2027-04-01");
        send(mo, action.first().locator("button[value='result.note']"));
        act(mo, "next.none");
        act(mo, "session.close");
        ana.reload();
        ana.getByText("Minutes and results").click();
        pack(ana);
        ana.navigate(link(desk, "Ben Okello") + "/evaluation");
        ana.locator("input[name=q0][value='5']").check();
        send(ana, button(ana, "Send"));
        assertThat(ana.locator("[role=status]")).containsText("Your answers are saved.");
    }

    private static void note(Page page, String kind, String text) {
        page.reload();
        Locator form =
                page.locator("form:has(input[value=" + kind + "]):has(button[value='result.note'])")
                        .first();
        form.locator("textarea").fill(text);
        send(page, form.locator("button[value='result.note']"));
        assertThat(page.locator("main")).containsText(text);
    }

    private void safeRoomInText(Page desk) {
        Browsers.Person plain = Browsers.Person.WITHOUT_SCRIPTS;
        Page mo = join(browsers, plain, link(desk, "moderator, Safe room"), "Mo Adeyemi");
        Page ana = join(browsers, plain, link(desk, "participant, Safe room"), "Ana Mora");
        assertThat(ana.locator("main")).containsText("Off the record: nothing is kept");
        ana.locator("input[name=topic]").first().fill(SAFE);
        send(ana, button(ana, "Ask to speak"));
        mo.reload();
        assertThat(mo.locator("main")).containsText(SAFE);
    }
}
