package palabre.core.agenda;

import java.util.List;
import java.util.Optional;
import palabre.core.Texts;
import palabre.core.policy.OrderRule;

/**
 * An item of the agenda, planned and as it went. Times in milliseconds; 0: not yet, or no limit.
 *
 * @param item its number, from 1, for as long as the room lasts
 * @param plannedMs how long it was to take before the meeting began; 0: it was not planned, or may
 *     take as long as it takes
 * @param extraMs what the chair gave since
 * @param lead who leads it; may be empty
 * @param order of speaking while it lasts; empty: the room's
 * @param turnSeconds how long a turn may be while it lasts; 0: as in the room
 * @param links addresses of material, http or https
 */
public record AgendaEntry(
        int item,
        String title,
        long plannedMs,
        long extraMs,
        String lead,
        Optional<OrderRule> order,
        int turnSeconds,
        List<String> links,
        long startedMs,
        long endedMs,
        boolean skipped) {
    public AgendaEntry {
        Texts.title(title);
        Texts.name(lead);
        links = List.copyOf(links);
    }

    /** One of the plan, not yet begun. */
    public static AgendaEntry planned(
            int item,
            String title,
            long plannedMs,
            String lead,
            Optional<OrderRule> order,
            int turnSeconds) {
        return new AgendaEntry(
                item, title, plannedMs, 0, lead, order, turnSeconds, List.of(), 0, 0, false);
    }

    /** The same item with material for it. */
    public AgendaEntry withMaterial(List<String> addresses) {
        return new AgendaEntry(
                item,
                title,
                plannedMs,
                extraMs,
                lead,
                order,
                turnSeconds,
                addresses,
                startedMs,
                endedMs,
                skipped);
    }

    /** One that came up in the meeting. */
    public static AgendaEntry added(int item, String title, long ms) {
        return new AgendaEntry(item, title, 0, ms, "", Optional.empty(), 0, List.of(), 0, 0, false);
    }

    /** How long it may take; 0: as long as it takes. */
    public long lengthMs() {
        return plannedMs + extraMs;
    }

    public boolean begun() {
        return startedMs > 0;
    }

    public boolean runs() {
        return startedMs > 0 && endedMs == 0;
    }

    /** Whether it is still to come: neither begun nor left out. */
    public boolean ahead() {
        return startedMs == 0 && !skipped;
    }

    /** How long it has lasted so far. */
    public long lastedMs(long nowMs) {
        return begun() ? (endedMs > 0 ? endedMs : nowMs) - startedMs : 0;
    }

    public AgendaEntry started(long atMs) {
        return gone(extraMs, atMs, 0, false);
    }

    public AgendaEntry ended(long atMs) {
        return gone(extraMs, startedMs, atMs, skipped);
    }

    public AgendaEntry extended(long ms) {
        return gone(extraMs + ms, startedMs, endedMs, skipped);
    }

    public AgendaEntry skipping() {
        return gone(extraMs, startedMs, endedMs, true);
    }

    /** The same item of the plan, with how it went. */
    private AgendaEntry gone(long extra, long started, long ended, boolean left) {
        return new AgendaEntry(
                item,
                title,
                plannedMs,
                extra,
                lead,
                order,
                turnSeconds,
                links,
                started,
                ended,
                left);
    }
}
