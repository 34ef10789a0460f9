package palabre.http;

import java.util.List;
import java.util.Set;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.room.Contacts;
import palabre.core.room.Result;
import palabre.core.room.ResultKind;
import palabre.core.room.Results;
import palabre.core.room.Seat;
import palabre.report.Minutes;
import palabre.text.Html;
import palabre.text.Messages;

/** Key points, decisions and actions; the end of the session; contacts. */
final class TextResults {
    private final TextContext c;
    private final Messages m;
    private final Results results;

    TextResults(TextContext c) {
        this.c = c;
        this.m = c.m;
        this.results = c.room.meeting().results();
    }

    private boolean writes() {
        return c.presides() || c.me.role() == Role.SECRETARY;
    }

    private boolean signs() {
        return c.chairs() || c.me.role() == Role.SECRETARY;
    }

    void write(Html page) {
        boolean open = !c.room.meeting().closed();
        if (signs() || !results.entries().isEmpty() || results.next().isPresent()) {
            page.element("h2", m.text("result.label"));
            for (ResultKind kind : ResultKind.values()) {
                kind(page, kind, writes() && open);
            }
            next(page, writes() && open);
            approval(page);
            if (open && c.presides() && c.room.charter().main()) {
                close(page);
            }
        }
        if (c.room.charter().onRecord()) {
            String as = c.request.as().isEmpty() ? "" : "?as=" + c.request.as();
            String room = "/r/" + c.room.charter().room();
            page.raw("<p>").element("span", open ? "" : m.text("close.closed") + " ");
            page.raw("<a href=\"" + room + "/pack" + as + "\">").text(m.text("pack.open"));
            page.raw("</a> · <a href=\"" + room + "/statistics" + as + "\">");
            page.text(m.text("statistics.label")).raw("</a></p>");
        }
        if (!open) {
            String as = c.request.as().isEmpty() ? "" : "?as=" + c.request.as();
            page.raw("<p><a href=\"/r/").text(c.room.charter().room()).raw("/evaluation" + as);
            page.raw("\">").text(m.text("evaluation.label")).raw("</a></p>");
        }
        contacts(page);
    }

    /** How a kind is named in commands and catalogues. */
    static String wire(ResultKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void kind(Html page, ResultKind kind, boolean forms) {
        List<Result> entries = results.of(kind);
        page.element("h3", m.text("result." + wire(kind)));
        if (results.none().contains(kind)) {
            page.element("p", m.text("result.isNone"));
        }
        if (!entries.isEmpty()) {
            page.raw("<ul>");
            entries.forEach(e -> entry(page, e, forms));
            page.raw("</ul>");
        }
        if (!forms) {
            return;
        }
        c.form(page);
        page.hidden("kind", wire(kind));
        fields(page, kind, "", "", "");
        c.button(page, "result.note", "result.note");
        if (entries.isEmpty() && !results.none().contains(kind)) {
            c.button(page, "result.none", "result.none");
        }
        page.raw("</form>");
    }

    private void fields(Html page, ResultKind kind, String text, String who, String due) {
        c.area(page, "text", "result." + wire(kind), text, Result.TEXT_MAX);
        if (kind == ResultKind.ACTION) {
            c.input(page, "who", "result.who", who, 80);
            page.raw("<label>").text(m.text("result.due"));
            page.raw(" <input type=\"date\" name=\"due\" value=\"").text(due).raw("\"></label> ");
        }
    }

    private void entry(Html page, Result e, boolean forms) {
        page.raw("<li>").text(Minutes.line(m, e));
        if (forms) {
            c.open(page, "result.change");
            c.form(page);
            page.hidden("kind", wire(e.kind()));
            fields(page, e.kind(), e.text(), e.who(), e.due());
            c.button(page, "result.note " + e.id(), "result.change");
            c.button(page, "result.remove " + e.id(), "result.remove");
            if (e.kind() == ResultKind.ACTION && !e.done()) {
                c.button(page, "result.done " + e.id(), "result.done");
            }
            page.raw("</form>");
            c.close(page);
        }
        page.raw("</li>");
    }

    private void next(Html page, boolean forms) {
        page.element("h3", m.text("next.label"));
        results.next().ifPresent(n -> page.element("p id=\"next\"", Minutes.next(m, n)));
        if (!forms) {
            return;
        }
        c.form(page);
        page.raw("<label>").text(m.text("next.start"));
        page.raw(" <input type=\"datetime-local\" name=\"start\"></label> ");
        c.input(page, "zone", "next.zone", c.request.zone(), 80);
        c.input(page, "place", "next.place", "", 200);
        c.button(page, "next.set", "next.set");
        c.button(page, "next.none", "next.none");
        page.raw("</form>");
    }

    private void approval(Html page) {
        if (!results.approved().isEmpty()) {
            page.element(
                    "p",
                    m.text(
                            "result.approved",
                            "names",
                            String.join(", ", results.approved().values())));
        }
        if (signs()) {
            c.oneButton(page, "results.approve", "result.approve");
        }
    }

    private void close(Html page) {
        page.element("h3", m.text("close.label"));
        if (!results.missing().isEmpty()) {
            page.element("p", m.text("code.RESULTS_MISSING"));
        }
        c.oneButton(page, "session.close", "close.button");
    }

    private void contacts(Html page) {
        Contacts contacts = c.view.room().meeting().contacts();
        SeatId me = c.request.seat();
        c.open(page, "contact.label");
        page.element("p", m.text("contact.how"));
        c.form(page);
        c.area(
                page,
                "card",
                "contact.card",
                contacts.cards().getOrDefault(me, ""),
                Contacts.CARD_MAX);
        c.button(page, "contact.card", "text.rename");
        page.raw("</form>");
        contacts.givenTo(me)
                .forEach((seat, card) ->
                        page.element("p", c.view.room().known(seat).name() + ": " + card));
        Set<SeatId> wants = contacts.wants().getOrDefault(me, Set.of());
        int offered = 0;
        for (Seat seat : c.room.seats().values()) {
            boolean other = !c.isMe(seat.id()) && seat.keeper().isEmpty();
            if (!other || !contacts.cards().containsKey(me) || offered++ >= PEOPLE_OFFERED) {
                continue;
            }
            boolean wanted = wants.contains(seat.id());
            c.form(page);
            page.text(c.label(seat.id()) + " ");
            String act = wanted ? "contact.unwant " : "contact.want ";
            c.button(page, act + seat.id(), wanted ? "contact.unwant" : "contact.want");
            page.raw("</form>");
        }
        c.close(page);
    }

    private static final int PEOPLE_OFFERED = 60;
}
