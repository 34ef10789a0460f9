package palabre.round;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static palabre.round.Hands.join;
import static palabre.round.Hands.unfold;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import palabre.load.ServerProcess;

/**
 * Hands are slower than updates: a press lasts 100 ms, a word is written for seconds, and the queue
 * changes ten times a second meanwhile. {@code -Dpalabre.presses=1000} presses more often.
 */
class PressTest {
    private static final int PLENARY = 0;
    private static final int PRESSES = Integer.getInteger("palabre.presses", 20);
    private static final int PRESS_MS = 100;
    private static final long CHANGE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int LOST_AFTER_MS = 5_000;
    private static final String FIELD = "[data-form=other-turn] input[name=topic]";

    /**
     * What a field holds, what is marked in it, and how often something was taken out of its hands.
     */
    private static final String STATE =
            "f => [f.value, f.selectionStart, f.selectionEnd, document.activeElement === f,"
                    + " f.upset].join(' ')";

    @Test
    void noPressIsLostAndNothingWrittenIsDisturbed() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        try (ServerProcess server = ServerProcess.start();
                Browsers browsers = new Browsers();
                RestlessQueue queue = new RestlessQueue(server)) {
            Page chair =
                    join(
                            browsers,
                            Browsers.Person.AT_A_DESK,
                            server.url(PLENARY, "moderator"),
                            "Mo Adeyemi");
            Page ana = participant(browsers, server, "Ana Mora");
            Locator marked = field(participant(browsers, server, "Cam Osei"));
            marked.fill("The levy on tickets");
            marked.evaluate("f => f.setSelectionRange(4, 8)");
            Page dee = participant(browsers, server, "Dee Abebe");
            Locator composed = field(dee);
            compose(dee, "にほん");
            List<Object> before = List.of(marked.evaluate(STATE), composed.evaluate(STATE));
            assertThat(before.toString()).contains("The levy on tickets 4 8 true 0", "にほん");

            queue.start();
            long began = System.nanoTime();
            Locator main = ana.locator("button.main");
            int lost = 0;
            for (int i = 0; i < PRESSES; i++) {
                main.click();
                Locator first = chair.locator(".queue li").first();
                assertThat(first).containsText("Ana Mora");
                press(chair, first.locator(".acts > button").first());
                lost += hasTheFloor(ana) ? 0 : 1;
                main.click();
                assertThat(main).hasText("Ask to speak");
            }
            queue.stop();
            double seconds = (System.nanoTime() - began) / 1e9;
            int updates = Math.min(updates(marked), updates(composed));
            System.out.printf(
                    "presses: %d of %d ms, lost: %d; changes of the queue: %d, %.1f a second;"
                            + " updates of a page with a field in use: %d%n",
                    PRESSES, PRESS_MS, lost, queue.changes(), queue.changes() / seconds, updates);
            assertThat(lost).as("presses lost, of %s", PRESSES).isZero();
            assertThat(queue.changes()).isGreaterThan(PRESSES);
            assertThat(updates).as("updates while the fields were in use").isGreaterThan(PRESSES);
            assertThat(List.of(marked.evaluate(STATE), composed.evaluate(STATE))).isEqualTo(before);
        }
    }

    private static Page participant(Browsers browsers, ServerProcess server, String name) {
        return join(browsers, Browsers.Person.AT_A_DESK, server.url(PLENARY, "participant"), name);
    }

    /** A field in a part of the page that changes with every turn, and the focus in it. */
    private static Locator field(Page page) {
        unfold(page, "ask-menu");
        Locator field = page.locator(FIELD);
        field.focus();
        field.evaluate(
                "f => { f.upset = 0; f.updates = 0;"
                        + " for (const e of ['blur', 'compositionend'])"
                        + " f.addEventListener(e, () => f.upset++);"
                        + " new MutationObserver(() => f.updates++).observe(document.body,"
                        + " { childList: true, characterData: true, subtree: true }); }");
        return field;
    }

    /** How often the page was drawn anew around the field. */
    private static int updates(Locator field) {
        return ((Number) field.evaluate("f => f.updates")).intValue();
    }

    /** Begins to write a word with an input method, and leaves it open. */
    private static void compose(Page page, String text) {
        JsonObject composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        CDPSession session = page.context().newCDPSession(page);
        session.send("Input.imeSetComposition", composition);
    }

    /** Down, 100 ms, up: where the button was when the hand went for it. */
    private static void press(Page page, Locator button) {
        List<?> middle =
                (List<?>)
                        button.evaluate(
                                "b => { b.scrollIntoView({ block: 'nearest' });"
                                        + " const r = b.getBoundingClientRect();"
                                        + " return [r.x + r.width / 2, r.y + r.height / 2]; }");
        Mouse mouse = page.mouse();
        mouse.move(at(middle, 0), at(middle, 1));
        mouse.down();
        page.waitForTimeout(PRESS_MS);
        mouse.up();
    }

    private static double at(List<?> place, int axis) {
        return ((Number) place.get(axis)).doubleValue();
    }

    private static boolean hasTheFloor(Page page) {
        try {
            page.locator(".holder.mine")
                    .waitFor(new Locator.WaitForOptions().setTimeout(LOST_AFTER_MS));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** Somebody who asks for the floor and withdraws, over and over: ten changes a second. */
    private static final class RestlessQueue implements AutoCloseable {
        private final ServerProcess server;
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicInteger changes = new AtomicInteger();
        private final Thread thread = Thread.ofVirtual().unstarted(this::run);

        RestlessQueue(ServerProcess server) {
            this.server = server;
        }

        void start() {
            thread.start();
        }

        int changes() {
            return changes.get();
        }

        private void run() {
            try (HttpClient client = HttpClient.newHttpClient()) {
                long due = System.nanoTime();
                for (int i = 0; !over.get(); i++) {
                    String act = i % 2 == 0 ? "floor.request" : "floor.release";
                    HttpRequest request =
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    server.base()
                                                            + "/api/rooms/"
                                                            + server.room(PLENARY)
                                                            + "/commands"))
                                    .header(
                                            "Authorization",
                                            "Bearer " + server.token(PLENARY, "secretary"))
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "{\"id\":\"c"
                                                            + i
                                                            + "\",\"do\":\""
                                                            + act
                                                            + "\"}"))
                                    .build();
                    if (client.send(request, BodyHandlers.ofString()).body().contains("\"ack\"")) {
                        changes.incrementAndGet();
                    }
                    due += CHANGE_NANOS;
                    LockSupport.parkNanos(due - System.nanoTime());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void stop() throws InterruptedException {
            over.set(true);
            thread.join();
        }

        @Override
        public void close() {
            over.set(true);
        }
    }
}
