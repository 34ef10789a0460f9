package palabre.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.SeatId;
import palabre.core.room.Audience;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.room.SeatEvent;
import palabre.writer.Published;

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
     * @param cast who may belong to another audience since
     */
    private record Entry(long seq, Map<Audience, String> tails, Optional<SeatId> cast) {
        boolean casts(SeatId seat) {
            return cast.filter(seat::equals).isPresent();
        }
    }

    /** One frame to be sent again. */
    record Missed(long seq, String tail) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Set<SeatId> left = new HashSet<>();
    private long forgottenUpTo;

    /**
     * @param start the number of the event before the first that will be added
     */
    History(long start) {
        this.forgottenUpTo = start;
    }

    void add(Published<Room, RoomEvent> event, Map<Audience, String> tails) {
        entries.addLast(new Entry(event.seq(), new EnumMap<>(tails), cast(event)));
        if (entries.size() > EVENTS_MAX) {
            forgottenUpTo = entries.removeFirst().seq();
        }
    }

    private Optional<SeatId> cast(Published<Room, RoomEvent> event) {
        return switch (event.event()) {
            case SeatEvent.SeatJoined e -> Optional.of(e.seat()).filter(s -> returns(s, event));
            case SeatEvent.RoleChanged e -> Optional.of(e.seat());
            case SeatEvent e -> {
                if (event.after().seat(e.seat()).isEmpty()) {
                    left.add(e.seat());
                }
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** Who comes for the first time knows nothing of before. */
    private boolean returns(SeatId seat, Published<Room, RoomEvent> event) {
        return left.contains(seat) || event.before().attendance().departed(seat).isPresent();
    }

    /**
     * What somebody missed after a number, as one of their audience; nothing when that is no longer
     * known, or when what they know may be another audience's.
     */
    Optional<List<Missed>> after(long seq, Audience audience, SeatId seat) {
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
            String tail = entry.tails().get(audience);
            if (tail != null) {
                missed.add(new Missed(entry.seq(), tail));
            }
        }
        return Optional.of(missed.reversed());
    }
}
