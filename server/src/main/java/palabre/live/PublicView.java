package palabre.live;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import palabre.writer.Published;

/**
 * What the public sees: a part as it was some time ago, when the chair wants it so. Confined to the
 * room's context.
 */
final class PublicView<S, E> {
    /** An event that the public does not know of yet. */
    private record Held<S>(long dueMs, long seq, Tails tails, S after) {}

    /** Takes what the public is to be told now. */
    interface Sink {
        void take(long seq, Tails tails);
    }

    private final Deque<Held<S>> held = new ArrayDeque<>();
    private @Nullable S shown;
    private long shownSeq;

    /** Whether the event is kept back for a while. */
    boolean holds(Published<S, E> event, Tails tails, long delayMs, long nowMs) {
        if (delayMs == 0 && held.isEmpty()) {
            return false;
        }
        if (held.isEmpty()) {
            shown = event.before();
            shownSeq = event.seq() - 1;
        }
        held.add(new Held<>(nowMs + delayMs, event.seq(), tails, event.after()));
        return true;
    }

    /** Lets go of what is old enough by now; at once when nothing is to be delayed any more. */
    void release(long nowMs, long delayMs, Sink sink) {
        Held<S> next = held.peek();
        while (next != null && (delayMs == 0 || next.dueMs() <= nowMs)) {
            Held<S> told = held.remove();
            shown = told.after();
            shownSeq = told.seq();
            sink.take(told.seq(), told.tails());
            next = held.peek();
        }
    }

    boolean lags() {
        return !held.isEmpty();
    }

    /** The state as the public may know it. */
    S state(S now) {
        S then = shown;
        return held.isEmpty() || then == null ? now : then;
    }

    /** How far the public has come. */
    long seq(long head) {
        return held.isEmpty() ? head : shownSeq;
    }
}
