package palabre.http.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.agenda.Agenda;
import palabre.core.agenda.AgendaEntry;
import palabre.text.Durations;
import palabre.text.Messages;

/** Where the meeting is on its agenda, and how late; for the chair, what to do about it. */
public record TextAgenda(TextContext c) {
    List<AgendaEntry> items() {
        return List.copyOf(c.room.meeting().agenda().items());
    }

    Optional<String> late() {
        return late(c.room.meeting().agenda(), c.m, c.view.nowMs());
    }

    /** How late the meeting is, in minutes; empty while there is nothing to say. */
    public static Optional<String> late(Agenda agenda, Messages m, long nowMs) {
        long minutes = Math.round(agenda.lateMs(nowMs) / 60_000.0);
        if (!agenda.begun() && minutes <= 0) {
            return Optional.empty();
        }
        String key = minutes == 0 ? "agenda.onTime" : minutes > 0 ? "agenda.late" : "agenda.early";
        return Optional.of(m.text(key, "n", Math.abs(minutes)));
    }

    /** What is said of an item behind its title. */
    String words(AgendaEntry i) {
        List<String> said = new ArrayList<>();
        if (!i.lead().isEmpty()) {
            said.add(i.lead());
        }
        if (i.lengthMs() > 0) {
            said.add(c.m.text("agenda.planned", "t", Durations.clock(i.lengthMs())));
        }
        if (i.begun()) {
            String lasted = Durations.clock(i.lastedMs(c.view.nowMs()));
            said.add(c.m.text("agenda.actual", "t", lasted));
        }
        said.add(c.m.text(state(i)));
        return ", " + String.join(", ", said);
    }

    /** What is said of an item, in one word. */
    static String state(AgendaEntry i) {
        if (i.runs()) {
            return "agenda.now";
        }
        return i.skipped() ? "agenda.skipped" : i.begun() ? "agenda.done" : "agenda.ahead";
    }

    /** Whether the reader can change it. */
    boolean changes() {
        return c.presides() && !c.room.meeting().closed();
    }

    List<TextContext.Act> acts(AgendaEntry i) {
        List<TextContext.Act> acts = new ArrayList<>();
        if (i.runs()) {
            acts.add(new TextContext.Act("agenda.end " + i.item(), "agenda.end"));
            acts.add(new TextContext.Act("agenda.extend " + i.item(), "agenda.extend"));
        } else if (i.ahead()) {
            acts.add(new TextContext.Act("agenda.begin " + i.item(), "agenda.begin"));
            acts.add(new TextContext.Act("agenda.skip " + i.item(), "agenda.skip"));
            List<AgendaEntry> all = items();
            int at = all.indexOf(i);
            if (at > 0 && all.get(at - 1).ahead()) {
                String behind = at > 1 ? " " + all.get(at - 2).item() : "";
                acts.add(new TextContext.Act("agenda.move " + i.item() + behind, "agenda.up"));
            }
        }
        return acts;
    }
}
