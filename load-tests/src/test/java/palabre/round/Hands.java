package palabre.round;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** What a person does with a page. */
final class Hands {
    private Hands() {}

    /** Comes in by a link, under a name, keeping to the rules. */
    static Page join(Browsers browsers, Browsers.Person person, String link, String name) {
        Page page = browsers.open(person);
        page.navigate(link);
        page.locator("input[name=name]").fill(name);
        enter(page);
        if (person.javaScript()) {
            assertThat(page.locator(".state[data-link=connected]")).isVisible();
        } else {
            assertThat(page.locator("#floor")).isVisible();
            page.waitForLoadState();
        }
        return page;
    }

    /** Goes through the door on this page. */
    static void enter(Page page) {
        page.locator("input[name=rules]").check();
        send(page, page.locator("form button").first());
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    static void press(Page page, String name) {
        button(page, name).click();
    }

    /** Opens what is folded in the app. */
    static void unfold(Page page, String key) {
        page.locator("details[data-fold=" + key + "] > summary").first().click();
    }

    /** Opens what is folded on a page without scripts. */
    static void unfoldText(Page page, String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary)).first().click();
    }

    /**
     * Presses a button that sends a form, and waits for the page that answers it: until then the
     * page can neither be read nor loaded again.
     */
    static void send(Page page, Locator button) {
        AtomicBoolean answered = new AtomicBoolean();
        Consumer<Page> load = _ -> answered.set(true);
        page.onLoad(load);
        try {
            button.click();
            page.waitForCondition(answered::get);
        } finally {
            page.offLoad(load);
        }
    }

    /** Keeps what the whole page looks like; {@code -Dpalabre.pictures=DIR} says where. */
    static void picture(Page page, String name) {
        picture(page, name, true);
    }

    /** Keeps what is seen of the page without scrolling. */
    static void pictureOfTheTop(Page page, String name) {
        picture(page, name, false);
    }

    private static void picture(Page page, String name, boolean whole) {
        String dir = System.getProperty("palabre.pictures", "target/pictures");
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(whole)
                        .setPath(Path.of(dir, name + ".png")));
    }
}
