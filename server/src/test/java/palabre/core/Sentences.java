package palabre.core;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import palabre.testing.Samples;

/** Notes which commands and events stood in a sentence that was found true. */
public final class Sentences {
    private static final Set<Class<?>> ACCEPTED = ConcurrentHashMap.newKeySet();
    private static final Set<Class<?>> REFUSED = ConcurrentHashMap.newKeySet();
    private static final Set<Class<?>> HAPPENED = ConcurrentHashMap.newKeySet();

    private Sentences() {}

    /** It was asked for, and these events followed; none: it changed nothing. */
    public static void accepted(Object command, Collection<?> events) {
        if (!events.isEmpty()) {
            ACCEPTED.add(Samples.word(command).getClass());
            happened(events);
        }
    }

    public static void refused(Object command) {
        REFUSED.add(Samples.word(command).getClass());
    }

    public static void happened(Collection<?> events) {
        events.forEach(e -> HAPPENED.add(Samples.word(e).getClass()));
    }

    /** The commands of which it was said what follows from them. */
    static Set<Class<?>> accepted() {
        return Set.copyOf(ACCEPTED);
    }

    /** The commands of which it was said with what they are refused. */
    static Set<Class<?>> refused() {
        return Set.copyOf(REFUSED);
    }

    /** The events that were given or followed. */
    static Set<Class<?>> happened() {
        return Set.copyOf(HAPPENED);
    }
}
