package palabre.load;

import java.util.ArrayDeque;
import java.util.Queue;

/** How many messages with news of the room a client gets in any one second, at the most. */
final class UpdateRate {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Queue<Long> lastSecond = new ArrayDeque<>();
    private int peak;

    synchronized void arrived(String message) {
        if (!message.startsWith("{\"prev\":") || !message.contains("\"ev\":")) {
            return;
        }
        long now = System.nanoTime();
        while (!lastSecond.isEmpty() && now - lastSecond.element() > SECOND_NS) {
            lastSecond.remove();
        }
        lastSecond.add(now);
        peak = Math.max(peak, lastSecond.size());
    }

    synchronized int peak() {
        return peak;
    }

    synchronized void reset() {
        peak = 0;
    }
}
