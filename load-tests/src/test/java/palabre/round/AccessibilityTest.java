package palabre.round;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.round.Hands.enter;
import static palabre.round.Hands.join;
import static palabre.round.Hands.send;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palabre.load.ServerProcess;

/**
 * Every page, light and dark, on a narrow phone: no violation that axe can find, nothing cut off.
 */
class AccessibilityTest {
    private static final String SESSION =
            """
            {"title":"Atelier", "rules":"Écouter d’abord.",
             "agenda":[{"title":"Modèles de financement","minutes":50}],
             "rooms":[{"key":"r","title":"Table ronde","access":"open"}],
             "people":[{"name":"Mo Adeyemi","role":"moderator","team":"Ghana"}]}
            """;

    private static ServerProcess server;
    private static Browsers browsers;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProcess.start();
        browsers = new Browsers();
    }

    @AfterAll
    static void stop() {
        browsers.close();
        server.close();
    }

    /** In the dark the colours alone are others: the rest has been looked at in the light. */
    private static void check(Page page, String what, boolean dark) {
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true); // no frames: no second page
        if (dark) {
            axe.withRules(List.of("color-contrast"));
        }
        List<String> violations =
                axe.analyze().getViolations().stream()
                        .map(v -> v.getId() + ": " + v.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(violations).as(what).isEmpty();
        Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue()).as(what + " is too wide").isLessThanOrEqualTo(0);
    }

    @ParameterizedTest(name = "dark: {0}")
    @ValueSource(booleans = {false, true})
    void everybodyCanUseEveryPage(boolean dark) {
        Browsers.Person person = new Browsers.Person(320, 700, true, "fr", dark);
        for (String role : List.of("participant", "moderator", "steward", "observer")) {
            Page page = browsers.open(person);
            page.navigate(server.url(0, role));
            check(page, "the door for a " + role, dark);
            page.locator("input[name=name]").fill("Ndong-Obiang Marie-Clémence " + role);
            page.locator("input[name=rules]").check();
            page.locator("form button").first().click();
            page.locator(".state[data-link=connected]").waitFor();
            if (role.equals("participant")) {
                page.locator("button.main").click();
                page.locator(".queue li").first().waitFor();
            }
            check(page, "the app of a " + role, dark);
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            check(page, "all that a " + role + " can unfold", dark);
            page.navigate(page.url() + "/text");
            check(page, "the text page of a " + role, dark);
            page.context().close();
        }
        Page screen = browsers.open(person);
        screen.navigate(server.base() + "/r/" + server.room(0) + "/screen");
        check(screen, "the big screen", dark);
        Page organiser = browsers.open(person);
        organiser.navigate(server.base() + "/o/" + server.organiser());
        check(organiser, "the organiser's page", dark);
        organiser.locator("input[name=title]").fill("Atelier");
        organiser.locator("form button").first().click();
        organiser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        check(organiser, "the organiser's page of a session", dark);
        String session = organiser.url();
        for (String part : List.of("/pack", "/statistics", "/audit")) {
            organiser.navigate(session + part);
            check(organiser, part, dark);
        }
        organiser.navigate(server.base() + "/o/" + server.organiser() + "/organisers");
        organiser.locator("input[name=name]").last().fill("Ndong-Obiang Marie-Clémence");
        send(organiser, organiser.locator("form button").last());
        organiser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        check(organiser, "those who organise", dark);
        organiser.navigate(session);
        check(organiser, "a session that can be entrusted", dark);
        organiser.navigate(server.url(0, "participant") + "/evaluation");
        check(organiser, "no evaluation by a shared link", dark);
        organiser.navigate(server.base() + "/r/none");
        check(organiser, "nothing here", dark);
    }

    /** Presses a button of a text page. */
    private static void act(Page page, String button) {
        send(page, page.locator(button).first());
    }

    @ParameterizedTest(name = "dark: {0}")
    @ValueSource(booleans = {false, true})
    void alsoWhatComesBeforeAndAfter(boolean dark) throws Exception {
        Browsers.Person person = new Browsers.Person(320, 700, true, "fr", dark);
        JsonNode room = server.organise("/api/sessions", SESSION).path("rooms").path(0);
        String link = room.path("links").path(0).path("url").textValue();
        String address = server.base() + "/r/" + room.path("id").textValue();
        Page mo = join(browsers, person, link, "Mo Adeyemi");
        mo.navigate(address + "/text");
        act(mo, "button[value='agenda.begin 1']");
        act(mo, "button[value='lobby.open']");
        Page visitor = browsers.open(person);
        visitor.navigate(address);
        visitor.locator("input[name=name]").fill("Clémence");
        enter(visitor);
        check(visitor, "the lobby", dark);
        for (String kind : List.of("key-point", "action")) {
            act(mo, "form:has(input[value=" + kind + "]) button[value='result.none']");
        }
        act(mo, "button[value='next.none']");
        act(mo, "button[value='session.close']");
        check(mo, "the text page of a room that is over", dark);
        for (String part : List.of("/pack", "/statistics", "/evaluation")) {
            mo.navigate(address + part);
            check(mo, part + " of a room that is over", dark);
        }
        visitor.navigate(address + "/pack");
        check(visitor, "the public's minutes", dark);
        mo.locator("input[name=q0][value='5']").check();
        act(mo, "form button");
        check(mo, "an evaluation that was sent", dark);
        mo.navigate(link);
        check(mo, "the door of a session that is over", dark);
        mo.navigate(address);
        mo.locator(".results").waitFor();
        check(mo, "the app in a room that is over", dark);
    }
}
