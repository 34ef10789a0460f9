package palabre.live;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is told beside the log and never kept: who is here, the order of speaking, figures,
 * opinions. Each line has a key, and of each key only the latest counts: who was not told in time
 * is told the last alone. Confined to the room's context.
 */
final class Lane {
    /** How many keys there may be; a line under one more is not told. */
    static final int KEYS_MAX = 256;

    /**
     * One line.
     *
     * @param body JSON without braces; empty when there is nothing to tell
     * @param quiet whether nobody who waits for news waits for this
     */
    record Line(String body, boolean quiet) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** Whether there was room for it. */
    boolean put(String key, String body) {
        return put(key, new Line(body, false));
    }

    /** Says something that is told when it has changed, and that nobody waits for. */
    boolean putQuietly(String key, String body) {
        return put(key, new Line(body, true));
    }

    private boolean put(String key, Line line) {
        boolean fits = lines.containsKey(key) || lines.size() < KEYS_MAX;
        if (fits) {
            lines.put(key, line);
        }
        return fits;
    }

    Map<String, Line> lines() {
        return Collections.unmodifiableMap(lines);
    }
}
