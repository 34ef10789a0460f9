package palabre.load;

import java.util.ArrayList;
import java.util.List;

/**
 * What one client has seen of a room, from the wire alone: from where on it counts, and the number
 * of every event since. Counts what must not happen.
 */
final class Copy {
    private final List<Long> events = new ArrayList<>();
    private String epoch = "";
    private long start = -1;
    private long seq = -1;
    private int gaps;
    private int repeats;

    /** A snapshot: everything up to here is known, though not event by event. */
    synchronized void snapshot(long at) {
        events.clear();
        start = at;
        seq = at;
    }

    synchronized void hello(String newEpoch) {
        epoch = newEpoch;
    }

    synchronized void frame(long prev, long at, boolean event) {
        if (prev != seq && at > seq) {
            gaps++;
        }
        if (at <= seq) {
            repeats += event ? 1 : 0;
            return;
        }
        seq = at;
        if (event) {
            events.add(at);
        }
    }

    /** Where to go on from; empty when nothing is known yet. */
    synchronized String after() {
        return seq < 0 ? "" : epoch + ":" + seq;
    }

    synchronized long seq() {
        return seq;
    }

    synchronized int gaps() {
        return gaps;
    }

    synchronized int repeats() {
        return repeats;
    }

    /** How many of the events that it must have seen are absent, or are there and must not be. */
    synchronized long wrong(List<Long> truth) {
        List<Long> expected = truth.stream().filter(n -> n > start && n <= seq).toList();
        if (expected.equals(events)) {
            return 0;
        }
        List<Long> missing = new ArrayList<>(expected);
        missing.removeAll(events);
        List<Long> extra = new ArrayList<>(events);
        extra.removeAll(expected);
        return Math.max(1, missing.size() + extra.size());
    }
}
