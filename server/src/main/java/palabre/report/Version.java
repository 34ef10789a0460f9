package palabre.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import palabre.core.results.NextMeeting;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.results.Results;
import palabre.core.room.Room;
import palabre.live.RoomReplay;
import palabre.text.Messages;

/**
 * The minutes of a room as they were approved. They are kept: what is changed later is a new
 * version, which says what changed. A version is what was written down and who was there; agenda,
 * polls, questions and speaking time go on by themselves until the end.
 *
 * @param number from 1
 * @param room as it was then
 * @param atMs when it was approved last, in milliseconds of the server's clock
 * @param names of those who approved it
 */
public record Version(int number, Room room, long atMs, List<String> names) {
    public Version {
        names = List.copyOf(names);
    }

    /** One for each text that was approved, by however many. */
    public static List<Version> of(List<RoomReplay.Approval> approvals) {
        List<Version> all = new ArrayList<>();
        for (RoomReplay.Approval a : approvals) {
            List<String> names = new ArrayList<>();
            if (!all.isEmpty() && says(all.getLast().room()).equals(says(a.room()))) {
                names.addAll(all.removeLast().names());
            }
            names.remove(a.name());
            names.add(a.name());
            all.add(new Version(all.size() + 1, a.room(), a.atMs(), names));
        }
        return all;
    }

    /** Whether the room's minutes still say what was approved. */
    boolean isStill(Room now) {
        return says(room).equals(says(now));
    }

    private static List<Object> says(Room room) {
        Results r = room.meeting().results();
        return List.of(r.entries(), r.none(), r.next(), people(room));
    }

    /** By seat, so that a correction is told from somebody who comes. */
    private static Map<String, String> people(Room room) {
        Map<String, String> people = new LinkedHashMap<>();
        Present.in(room).forEach(p -> people.put(p.seat().value(), p.person().name()));
        return people;
    }

    /** What was changed since, a line each. */
    List<String> changes(Room now, Messages m) {
        List<String> lines = new ArrayList<>();
        Results before = room.meeting().results();
        Results after = now.meeting().results();
        for (Result r : after.entries()) {
            if (before.entry(r.id()).isEmpty()) {
                lines.add(m.text("version.added", "t", line(m, r)));
            }
        }
        for (Result r : before.entries()) {
            if (after.entry(r.id()).isEmpty()) {
                lines.add(m.text("version.removed", "t", line(m, r)));
            } else if (!after.entry(r.id()).get().equals(r)) {
                lines.add(changed(m, line(m, r), line(m, after.entry(r.id()).get())));
            }
        }
        for (ResultKind kind : ResultKind.values()) {
            if (before.none().contains(kind) != after.none().contains(kind)) {
                boolean none = after.none().contains(kind);
                String said = m.text(ResultLines.kind(kind)) + ": " + m.text("result.isNone");
                lines.add(m.text(none ? "version.added" : "version.removed", "t", said));
            }
        }
        if (!before.next().equals(after.next())) {
            lines.add(changed(m, next(m, before), next(m, after)));
        }
        Map<String, String> were = people(room);
        people(now)
                .forEach((seat, name) -> {
                    String was = were.get(seat);
                    if (was == null) {
                        lines.add(m.text("version.came", "name", name));
                    } else if (!was.equals(name)) {
                        lines.add(m.text("version.renamed", "was", was, "name", name));
                    }
                });
        return lines;
    }

    private static String line(Messages m, Result r) {
        return m.text(ResultLines.kind(r.kind())) + ": " + ResultLines.line(m, r);
    }

    private static String next(Messages m, Results r) {
        String said = r.next().map((NextMeeting n) -> ResultLines.next(m, n)).orElse("–");
        return m.text("next.label") + ": " + said;
    }

    private static String changed(Messages m, String was, String now) {
        return m.text("version.changed", "was", was, "now", now);
    }
}
