package palabre.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.room.Agenda;
import palabre.core.room.AgendaEntry;
import palabre.text.Durations;
import palabre.text.Html;
import palabre.text.Messages;

/** Where the meeting is on its agenda, and how late; for the chair, what to do about it. */
final class TextAgenda {
    private final TextContext c;
    private final Messages m;
    private final Agenda agenda;

    TextAgenda(TextContext c) {
        this.c = c;
        this.m = c.m;
        this.agenda = c.room.meeting().agenda();
    }

    void write(Html page) {
        if (agenda.items().isEmpty() && !c.presides()) {
            return;
        }
        page.element("h2", m.text("plan.agenda"));
        late(page);
        if (!agenda.items().isEmpty()) {
            page.raw("<ol id=\"agenda\">");
            agenda.items().forEach(i -> item(page, i));
            page.raw("</ol>");
        }
        if (c.presides() && !c.room.meeting().closed()) {
            add(page);
        }
    }

    private void late(Html page) {
        late(agenda, m, c.view.nowMs()).ifPresent(said -> page.element("p id=\"late\"", said));
    }

    /** How late the meeting is, in minutes; empty while there is nothing to say. */
    static Optional<String> late(Agenda agenda, Messages m, long nowMs) {
        long minutes = Math.round(agenda.lateMs(nowMs) / 60_000.0);
        if (!agenda.begun() && minutes <= 0) {
            return Optional.empty();
        }
        String key = minutes == 0 ? "agenda.onTime" : minutes > 0 ? "agenda.late" : "agenda.early";
        return Optional.of(m.text(key, "n", Math.abs(minutes)));
    }

    private void item(Html page, AgendaEntry i) {
        page.raw("<li>").raw(i.runs() ? "<strong>" : "").text(i.title());
        page.raw(i.runs() ? "</strong>" : "");
        if (!i.lead().isEmpty()) {
            page.text(", " + i.lead());
        }
        if (i.lengthMs() > 0) {
            page.text(", " + m.text("agenda.planned", "t", Durations.clock(i.lengthMs())));
        }
        if (i.begun()) {
            page.text(
                    ", "
                            + m.text(
                                    "agenda.actual",
                                    "t",
                                    Durations.clock(i.lastedMs(c.view.nowMs()))));
        }
        page.text(", " + m.text(state(i)));
        for (String link : i.links()) {
            page.raw(" <a href=\"").text(link).raw("\" rel=\"noreferrer\">").text(link).raw("</a>");
        }
        if (c.presides() && !c.room.meeting().closed()) {
            acts(page, i);
        }
        page.raw("</li>");
    }

    /** What is said of an item, in one word. */
    static String state(AgendaEntry i) {
        if (i.runs()) {
            return "agenda.now";
        }
        return i.skipped() ? "agenda.skipped" : i.begun() ? "agenda.done" : "agenda.ahead";
    }

    private void acts(Html page, AgendaEntry i) {
        c.form(page);
        if (i.runs()) {
            page.hidden("minutes", "5");
            c.button(page, "agenda.end " + i.item(), "agenda.end");
            c.button(page, "agenda.extend " + i.item(), "agenda.extend");
        } else if (i.ahead()) {
            c.button(page, "agenda.begin " + i.item(), "agenda.begin");
            c.button(page, "agenda.skip " + i.item(), "agenda.skip");
            List<AgendaEntry> others = new ArrayList<>(agenda.items());
            int at = others.indexOf(i);
            if (at > 0 && others.get(at - 1).ahead()) {
                String behind = at > 1 ? " " + others.get(at - 2).item() : "";
                c.button(page, "agenda.move " + i.item() + behind, "agenda.up");
            }
        }
        page.raw("</form>");
    }

    private void add(Html page) {
        c.open(page, "agenda.add");
        c.form(page);
        c.input(page, "title", "item.title", "", 200);
        c.number(page, "minutes", "item.minutes", 0);
        c.button(page, "agenda.add", "agenda.add");
        page.raw("</form>");
        c.close(page);
    }
}
