package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the example client knows: the fold of docs/examples, which was written from PROTOCOL.md
 * alone. All folds of a test run live in one process.
 */
public final class ExampleFold {
    private static final NodeProcess FOLDS =
            new NodeProcess("src/test/resources/folds.mjs", "../docs/examples/fold.mjs");
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final int id = OPENED.incrementAndGet();

    private ExampleFold() {}

    /** A client that knows nothing yet. */
    public static ExampleFold open() {
        return new ExampleFold();
    }

    /** Takes one line of a stream in. */
    public void take(String line) {
        FOLDS.tell("{\"fold\":" + id + ",\"line\":" + line + "}");
    }

    /**
     * What it knows by now: {@code epoch}, {@code seq}, {@code room}, {@code line}: who waits, in
     * the order in which they will speak, {@code hello}, {@code opinions}, and what lines were:
     * {@code events}, {@code gaps}, {@code had}.
     */
    public JsonNode known() {
        return FOLDS.ask("{\"fold\":" + id + "}");
    }
}
