package palabre.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palabre.core.SeatId;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.room.Seat;
import palabre.writer.Published;

/**
 * What the public sees: the room as it was some time ago, when the chair wants it so. Confined to
 * the room's context.
 */
final class PublicView {
    /** An event that the public does not know of yet. */
    private record Held(long dueMs, long seq, Optional<String> tail, Room after) {}

    /** What the public is to be told now. */
    record Told(long seq, String tail) {}

    private final Deque<Held> held = new ArrayDeque<>();
    private @Nullable Room shown;
    private long shownSeq;

    /** Whether the event is kept back for a while. */
    boolean holds(Published<Room, RoomEvent> event, Optional<String> tail, long nowMs) {
        long delayMs = event.after().doors().publicDelayMs();
        if (delayMs == 0 && held.isEmpty()) {
            return false;
        }
        if (held.isEmpty()) {
            shown = event.before();
            shownSeq = event.seq() - 1;
        }
        held.add(new Held(nowMs + delayMs, event.seq(), tail, event.after()));
        return true;
    }

    /** Lets go of what is old enough by now; at once when nothing is to be delayed any more. */
    void release(long nowMs, long delayMs, Consumer<Told> sink) {
        Held next = held.peek();
        while (next != null && (delayMs == 0 || next.dueMs() <= nowMs)) {
            Held told = held.remove();
            shown = told.after();
            shownSeq = told.seq();
            told.tail().ifPresent(t -> sink.accept(new Told(told.seq(), t)));
            next = held.peek();
        }
    }

    boolean lags() {
        return !held.isEmpty();
    }

    /** The room as the public may know it. */
    Room room(Room now) {
        Room then = shown;
        return held.isEmpty() || then == null ? now : then;
    }

    /** The same for one of the public, who finds their own seat in it. */
    Room room(Room now, SeatId seat) {
        Optional<Seat> own = now.seat(seat);
        return held.isEmpty() || own.isEmpty() ? room(now) : room(now).with(own.get());
    }

    /** How far the public has come. */
    long seq(long head) {
        return held.isEmpty() ? head : shownSeq;
    }
}
