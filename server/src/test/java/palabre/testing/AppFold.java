package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the app in the browser knows: the fold of web-client/src/fold, without its page. */
public final class AppFold {
    private static final NodeProcess FOLDS = new NodeProcess("../web-client/test/folds.mjs");
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final int id = OPENED.incrementAndGet();

    private AppFold() {}

    /** An app that knows nothing yet. */
    public static AppFold open() {
        return new AppFold();
    }

    /** Takes one line of a stream in. */
    public void take(String line) {
        FOLDS.tell("{\"fold\":" + id + ",\"line\":" + line + "}");
    }

    /** In what the room that it has folded differs from the one that it makes of a snapshot. */
    public List<String> differences(JsonNode snapshot) {
        List<String> all = new ArrayList<>();
        FOLDS.ask("{\"fold\":" + id + ",\"snapshot\":" + snapshot + "}")
                .forEach(one -> all.add(one.asText()));
        return all;
    }
}
