package palabre.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import palabre.codec.Json;

/** Prints figures, a JSON line each, and remembers what must not be. */
final class Figures {
    private final boolean jsonOnly;
    private final List<String> table = new ArrayList<>();
    private boolean sound = true;

    Figures(boolean jsonOnly) {
        this.jsonOnly = jsonOnly;
    }

    void print(String name, double value, String unit, Map<String, ?> about) {
        var node = Json.object().put("figure", name);
        double rounded = Math.rint(value * 1_000) / 1_000;
        if (rounded == Math.rint(rounded)) {
            node.put("value", (long) rounded);
        } else {
            node.put("value", rounded);
        }
        node.put("unit", unit);
        about.forEach((k, v) -> node.put(k, String.valueOf(v)));
        System.out.println(Json.write(node));
        table.add(String.format(Locale.ROOT, "  %-28s %12.2f %-6s %s", name, value, unit, about));
    }

    /** A count that must be zero. */
    void mustBeZero(String name, long count, Map<String, ?> about) {
        print(name, (double) count, "count", about);
        sound &= count == 0;
    }

    /** Prints the table; {@code false} when something was that must not be. */
    boolean finish() {
        if (!jsonOnly) {
            System.out.println();
            table.forEach(System.out::println);
            System.out.printf(
                    "  on %d cores, Java %s, %s %s%n",
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version(),
                    System.getProperty("os.name"),
                    System.getProperty("os.version"));
        }
        return sound;
    }

    void note(String text) {
        System.err.println("  " + text);
    }
}
