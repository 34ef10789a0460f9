package palabre.core.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import palabre.core.SeatId;

/**
 * What has come out of the meeting.
 *
 * @param numbered how many entries there have been
 * @param none of which it was said that there are none
 * @param next when people meet again, or that they do not; empty: nobody said
 * @param approved who has approved the results as they are, by name
 */
public record Results(
        List<Result> entries,
        int numbered,
        Set<ResultKind> none,
        Optional<NextMeeting> next,
        Map<SeatId, String> approved) {
    public static final Results NONE =
            new Results(List.of(), 0, Set.of(), Optional.empty(), Map.of());

    public Results {
        entries = List.copyOf(entries);
        none = Collections.unmodifiableSet(new TreeSet<>(none));
        approved = Collections.unmodifiableMap(approved);
    }

    public Optional<Result> entry(int id) {
        return entries.stream().filter(e -> e.id() == id).findFirst();
    }

    public List<Result> of(ResultKind kind) {
        return entries.stream().filter(e -> e.kind() == kind).toList();
    }

    /** What must be said before the meeting can be closed, and was not. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!said(ResultKind.KEY_POINT)) {
            missing.add("key-point");
        }
        if (!said(ResultKind.ACTION)) {
            missing.add("action");
        }
        if (next.isEmpty()) {
            missing.add("next");
        }
        return missing;
    }

    private boolean said(ResultKind kind) {
        return none.contains(kind) || entries.stream().anyMatch(e -> e.kind() == kind);
    }

    /** Every change makes what was approved another text. */
    public Results evolve(ResultsEvent event) {
        return switch (event) {
            case ResultsEvent.ResultNoted e -> noted(e.entry());
            case ResultsEvent.ResultRemoved e ->
                    new Results(
                            entries.stream().filter(x -> x.id() != e.id()).toList(),
                            numbered,
                            none,
                            next,
                            Map.of());
            case ResultsEvent.NoneDeclared e -> {
                Set<ResultKind> kinds = new TreeSet<>(none);
                kinds.add(e.kind());
                yield new Results(entries, numbered, kinds, next, Map.of());
            }
            case ResultsEvent.NextSet e ->
                    new Results(entries, numbered, none, Optional.of(e.next()), Map.of());
            case ResultsEvent.ResultsApproved e -> {
                Map<SeatId, String> all = new LinkedHashMap<>(approved);
                all.put(e.seat(), e.name());
                yield new Results(entries, numbered, none, next, all);
            }
            case ResultsEvent.MeetingClosed _ -> this;
        };
    }

    private Results noted(Result entry) {
        List<Result> all = new ArrayList<>(entries);
        all.replaceAll(x -> x.id() == entry.id() ? entry : x);
        if (entry(entry.id()).isEmpty()) {
            all.add(entry);
        }
        Set<ResultKind> kinds = new TreeSet<>(none);
        kinds.remove(entry.kind());
        return new Results(all, Math.max(numbered, entry.id()), kinds, next, Map.of());
    }
}
