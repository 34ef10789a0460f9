package palabre.round;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real Chromium, with a context of its own for each person. */
final class Browsers implements AutoCloseable {
    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(
                                            Path.of(
                                                    Optional.ofNullable(
                                                                    System.getenv(
                                                                            "PALABRE_CHROMIUM"))
                                                            .orElse("/usr/bin/chromium")))
                                    .setArgs(
                                            List.of(
                                                    "--headless",
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-quic",
                                                    "--no-first-run",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--disable-sync")));

    /** How somebody looks at it. */
    record Person(int width, int height, boolean javaScript, String language, boolean dark) {
        static final Person ON_A_PHONE = new Person(360, 740, true, "en", false);
        static final Person AT_A_DESK = new Person(1_100, 800, true, "en", false);
        static final Person WITHOUT_SCRIPTS = new Person(360, 740, false, "en", false);

        Person in(String newLanguage) {
            return new Person(width, height, javaScript, newLanguage, dark);
        }

        Person inTheDark() {
            return new Person(width, height, javaScript, language, true);
        }
    }

    Page open(Person person) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(person.width(), person.height())
                                .setJavaScriptEnabled(person.javaScript())
                                .setLocale(person.language())
                                .setColorScheme(
                                        person.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        Page page = context.newPage();
        page.setDefaultTimeout(30_000);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
