package palabre.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.room.Audience;

/**
 * The last events of a room as each audience gets them, for those who come back. Bounded; what is
 * older is answered with a snapshot.
 */
final class History {
    static final int EVENTS_MAX = 4_096;

    /**
     * One event.
     *
     * @param tails for each audience that sees it, the frame without its numbers
     */
    private record Entry(long seq, Map<Audience, String> tails) {}

    /** One frame to be sent again. */
    record Missed(long seq, String tail) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long forgottenUpTo;

    /**
     * @param start the number of the event before the first that will be added
     */
    History(long start) {
        this.forgottenUpTo = start;
    }

    void add(long seq, Map<Audience, String> tails) {
        entries.addLast(new Entry(seq, new EnumMap<>(tails)));
        if (entries.size() > EVENTS_MAX) {
            forgottenUpTo = entries.removeFirst().seq();
        }
    }

    /** What the audience missed after a number, or nothing when that is no longer known. */
    Optional<List<Missed>> after(long seq, Audience audience) {
        if (seq < forgottenUpTo) {
            return Optional.empty();
        }
        List<Missed> missed = new ArrayList<>();
        var newestFirst = entries.descendingIterator();
        while (newestFirst.hasNext()) {
            Entry entry = newestFirst.next();
            if (entry.seq() <= seq) {
                break;
            }
            String tail = entry.tails().get(audience);
            if (tail != null) {
                missed.add(new Missed(entry.seq(), tail));
            }
        }
        return Optional.of(missed.reversed());
    }
}
