package palabre.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import palabre.core.SeatId;
import palabre.part.AudienceKey;

/**
 * The last events of a part as each audience gets them, for those who come back. Bounded; what is
 * older is answered with a snapshot.
 */
final class History {
    static final int EVENTS_MAX = 4_096;

    /**
     * One event.
     *
     * @param cast who may belong to another audience since
     */
    private record Entry(long seq, Tails tails, Optional<SeatId> cast) {
        boolean casts(SeatId seat) {
            return cast.filter(seat::equals).isPresent();
        }
    }

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

    /**
     * @param cast who may belong to another audience since
     */
    void add(long seq, Tails tails, Optional<SeatId> cast) {
        entries.addLast(new Entry(seq, tails, cast));
        if (entries.size() > EVENTS_MAX) {
            forgottenUpTo = entries.removeFirst().seq();
        }
    }

    /**
     * What somebody missed after a number, as one of their audience; nothing when that is no longer
     * known, or when what they know may be another audience's.
     */
    Optional<List<Missed>> after(long seq, AudienceKey audience, SeatId seat) {
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
            if (entry.casts(seat)) {
                return Optional.empty();
            }
            entry.tails().of(audience).ifPresent(t -> missed.add(new Missed(entry.seq(), t)));
        }
        return Optional.of(missed.reversed());
    }
}
