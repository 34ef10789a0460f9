package palabre.core.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The agenda, planned against actual.
 *
 * @param items in the order in which they are to come
 * @param numbered how many items there have been
 * @param beginsMs when the meeting was to begin; 0: that was not planned
 */
public record Agenda(List<AgendaEntry> items, int numbered, long beginsMs) {
    public static final Agenda NONE = new Agenda(List.of(), 0, 0);

    /** A meeting that begins this much before or after its time is another than was planned. */
    private static final long SAME_MEETING_MS = 6 * 3_600_000L;

    public Agenda {
        items = List.copyOf(items);
    }

    public Optional<AgendaEntry> item(int number) {
        return items.stream().filter(i -> i.item() == number).findFirst();
    }

    /** What the room is on. */
    public Optional<AgendaEntry> current() {
        return items.stream().filter(AgendaEntry::runs).findFirst();
    }

    public Optional<AgendaEntry> next() {
        return items.stream().filter(AgendaEntry::ahead).findFirst();
    }

    public boolean begun() {
        return items.stream().anyMatch(AgendaEntry::begun);
    }

    public boolean isAs(AgendaCommand.LayAgenda plan) {
        return items.equals(plan.items()) && beginsMs == plan.beginsMs();
    }

    /**
     * By how much the meeting will end later than it was planned, if all that is ahead takes the
     * time it was given; negative: earlier. Before it begins: how late that is.
     */
    public long lateMs(long nowMs) {
        Optional<Long> first =
                items.stream()
                        .filter(AgendaEntry::begun)
                        .map(AgendaEntry::startedMs)
                        .min(Long::compare);
        if (first.isEmpty()) {
            boolean today = beginsMs > 0 && Math.abs(nowMs - beginsMs) < SAME_MEETING_MS;
            return today ? Math.max(0, nowMs - beginsMs) : 0;
        }
        boolean asPlanned = beginsMs > 0 && Math.abs(first.get() - beginsMs) < SAME_MEETING_MS;
        long planned = items.stream().mapToLong(AgendaEntry::plannedMs).sum();
        long willEndMs = nowMs;
        for (AgendaEntry i : items) {
            if (i.runs()) {
                willEndMs += Math.max(0, i.lengthMs() - i.lastedMs(nowMs));
            } else if (i.ahead()) {
                willEndMs += i.lengthMs();
            }
        }
        boolean over = items.stream().noneMatch(i -> i.runs() || i.ahead());
        if (over) {
            willEndMs = items.stream().mapToLong(AgendaEntry::endedMs).max().orElse(nowMs);
        }
        return willEndMs - (asPlanned ? beginsMs : first.get()) - planned;
    }

    public Agenda evolve(AgendaEvent event, long atMs) {
        return switch (event) {
            case AgendaEvent.AgendaLaid e ->
                    new Agenda(
                            e.items(),
                            e.items().stream().mapToInt(AgendaEntry::item).max().orElse(0),
                            e.beginsMs());
            case AgendaEvent.ItemAdded e -> {
                List<AgendaEntry> next = new ArrayList<>(items);
                next.add(AgendaEntry.added(e.item(), e.title(), e.ms()));
                yield new Agenda(next, Math.max(numbered, e.item()), beginsMs);
            }
            case AgendaEvent.ItemEnded e -> change(e.item(), i -> i.ended(atMs));
            case AgendaEvent.ItemExtended e -> change(e.item(), i -> i.extended(e.ms()));
            case AgendaEvent.ItemSkipped e -> change(e.item(), AgendaEntry::skipping);
            case AgendaEvent.ItemMoved e -> moved(e);
        };
    }

    /** One began, so that the one that ran has ended. */
    public Agenda started(int item, long atMs) {
        List<AgendaEntry> next = new ArrayList<>();
        for (AgendaEntry i : items) {
            if (i.item() == item) {
                next.add(i.started(atMs));
            } else {
                next.add(i.runs() ? i.ended(atMs) : i);
            }
        }
        return new Agenda(next, numbered, beginsMs);
    }

    private Agenda change(int item, UnaryOperator<AgendaEntry> by) {
        return new Agenda(
                items.stream().map(i -> i.item() == item ? by.apply(i) : i).toList(),
                numbered,
                beginsMs);
    }

    private Agenda moved(AgendaEvent.ItemMoved e) {
        List<AgendaEntry> next = new ArrayList<>(items);
        Optional<AgendaEntry> moving = item(e.item());
        if (moving.isEmpty()) {
            return this;
        }
        next.remove(moving.get());
        int at = 0;
        for (int i = 0; i < next.size(); i++) {
            if (e.behind().isPresent() && next.get(i).item() == e.behind().get()) {
                at = i + 1;
            }
        }
        next.add(at, moving.get());
        return new Agenda(next, numbered, beginsMs);
    }
}
