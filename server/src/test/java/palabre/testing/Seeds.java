package palabre.testing;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Seeds for random tests. A failing test names its seed; {@code -Dpalabre.seed=N} runs that one
 * alone, {@code -Dpalabre.runs=N} multiplies how many there are.
 */
public final class Seeds {
    private Seeds() {}

    public static List<Long> some(int count) {
        Long only = Long.getLong("palabre.seed");
        if (only != null) {
            return List.of(only);
        }
        int times = Integer.getInteger("palabre.runs", 1);
        return LongStream.rangeClosed(1, (long) count * times).boxed().toList();
    }
}
