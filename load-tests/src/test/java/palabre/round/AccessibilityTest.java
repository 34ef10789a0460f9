package palabre.round;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.round.Hands.enter;
import static palabre.round.Hands.join;
import static palabre.round.Hands.send;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    private static final Browsers.Person NARROW = new Browsers.Person(320, 700, true, "fr", false);

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

    /** In the light by every rule; in the dark, where the colours alone are others, by those. */
    private static void check(Page page, String what) {
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true); // no frames: no second page
        assertThat(violations(axe)).as(what).isEmpty();
        page.emulateMedia(in(ColorScheme.DARK));
        axe.withRules(List.of("color-contrast"));
        assertThat(violations(axe)).as(what + ", in the dark").isEmpty();
        page.emulateMedia(in(ColorScheme.LIGHT));
        Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue()).as(what + " is too wide").isLessThanOrEqualTo(0);
    }

    /** Without motion: no colour is looked at on its way to another. */
    private static Page.EmulateMediaOptions in(ColorScheme colours) {
        return new Page.EmulateMediaOptions()
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(v -> v.getId() + ": " + v.getNodes().getFirst().getHtml())
                .toList();
    }

    @Test
    void everybodyCanUseEveryPage() {
        for (String role : List.of("participant", "moderator", "steward", "observer")) {
            Page page = browsers.open(NARROW);
            page.navigate(server.url(0, role));
            check(page, "the door for a " + role);
            page.locator("input[name=name]").fill("Ndong-Obiang Marie-Clémence " + role);
            page.locator("input[name=rules]").check();
            page.locator("form button").first().click();
            page.locator(".state[data-link=connected]").waitFor();
            if (role.equals("participant")) {
                page.locator("button.main").click();
                page.locator(".queue li").first().waitFor();
            }
            check(page, "the app of a " + role);
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            check(page, "all that a " + role + " can unfold");
            page.navigate(page.url() + "/text");
            check(page, "the text page of a " + role);
            page.context().close();
        }
        Page screen = browsers.open(NARROW);
        screen.navigate(server.base() + "/r/" + server.room(0) + "/screen");
        check(screen, "the big screen");
        Page organiser = browsers.open(NARROW);
        organiser.navigate(server.base() + "/o/" + server.organiser());
        check(organiser, "the organiser's page");
        organiser.locator("input[name=title]").fill("Atelier");
        organiser.locator("form button").first().click();
        organiser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        check(organiser, "the organiser's page of a session");
        String session = organiser.url();
        for (String part : List.of("/pack", "/statistics", "/audit")) {
            organiser.navigate(session + part);
            check(organiser, part);
        }
        organiser.navigate(server.base() + "/o/" + server.organiser() + "/organisers");
        organiser.locator("input[name=name]").last().fill("Ndong-Obiang Marie-Clémence");
        send(organiser, organiser.locator("form button").last());
        organiser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        check(organiser, "those who organise");
        organiser.navigate(session);
        check(organiser, "a session that can be entrusted");
        organiser.navigate(server.url(0, "participant") + "/evaluation");
        check(organiser, "no evaluation by a shared link");
        organiser.navigate(server.base() + "/r/none");
        check(organiser, "nothing here");
    }

    /** Presses a button of a text page. */
    private static void act(Page page, String button) {
        send(page, page.locator(button).first());
    }

    @Test
    void alsoWhatComesBeforeAndAfter() throws Exception {
        JsonNode room = server.organise("/api/sessions", SESSION).path("rooms").path(0);
        String link = room.path("links").path(0).path("url").textValue();
        String address = server.base() + "/r/" + room.path("id").textValue();
        Page mo = join(browsers, NARROW, link, "Mo Adeyemi");
        mo.navigate(address + "/text");
        act(mo, "button[value='agenda.begin 1']");
        act(mo, "button[value='lobby.open']");
        Page visitor = browsers.open(NARROW);
        visitor.navigate(address);
        visitor.locator("input[name=name]").fill("Clémence");
        enter(visitor);
        check(visitor, "the lobby");
        for (String kind : List.of("key-point", "action")) {
            act(mo, "form:has(input[value=" + kind + "]) button[value='result.none']");
        }
        act(mo, "button[value='next.none']");
        act(mo, "button[value='session.close']");
        check(mo, "the text page of a room that is over");
        for (String part : List.of("/pack", "/statistics", "/evaluation")) {
            mo.navigate(address + part);
            check(mo, part + " of a room that is over");
        }
        visitor.navigate(address + "/pack");
        check(visitor, "the public's minutes");
        mo.locator("input[name=q0][value='5']").check();
        act(mo, "form button");
        check(mo, "an evaluation that was sent");
        mo.navigate(link);
        check(mo, "the door of a session that is over");
        mo.navigate(address);
        mo.locator(".results").waitFor();
        check(mo, "the app in a room that is over");
    }
}
