package palabre.http;

import java.util.List;
import palabre.core.SeatId;
import palabre.core.room.FloorRequest;
import palabre.core.room.Place;
import palabre.core.room.RequestKind;
import palabre.core.room.Why;
import palabre.text.Durations;
import palabre.text.Html;
import palabre.text.Messages;

/** Who waits, in the order of speaking, and why each stands there. */
final class TextQueue {
    private static final int SHOWN = 20;

    private final TextContext c;
    private final Messages m;

    TextQueue(TextContext c) {
        this.c = c;
        this.m = c.m;
    }

    void write(Html page) {
        page.element("h2", m.text("queue.label"));
        page.element(
                "p",
                m.text("order.label") + ": " + m.text("order." + c.floor.policy().order().wire()));
        if (!c.floor.line().open()) {
            page.element("p", m.text("floor.listClosed"));
        }
        if (c.order.isEmpty()) {
            page.element("p", m.text("queue.empty"));
            return;
        }
        boolean acts = c.presides() || c.me.role() == palabre.core.Role.STEWARD;
        if (acts) {
            c.form(page);
        }
        page.raw("<ol id=\"queue\">");
        List<Place> shown = c.order.subList(0, Math.min(SHOWN, c.order.size()));
        for (int i = 0; i < shown.size(); i++) {
            entry(page, i);
        }
        page.raw("</ol>");
        if (acts) {
            page.raw("</form>");
        }
        if (c.order.size() > SHOWN) {
            page.element("p", m.text("queue.more", "n", c.order.size() - SHOWN));
        }
    }

    private void entry(Html page, int at) {
        Place place = c.order.get(at);
        FloorRequest r = place.request();
        SeatId seat = r.seat();
        page.raw("<li data-request=\"" + r.id() + "\">").text(c.label(seat));
        if (!r.ask().topic().isEmpty()) {
            page.raw(" – ").text(r.ask().topic());
        }
        page.raw(" (").text(why(m, place));
        if (r.kind() != RequestKind.SPEECH && place.why() != Why.POINT_OF_ORDER) {
            page.raw("; ").text(m.text("kind." + r.kind().wire()));
        }
        if (!r.ask().language().isEmpty()) {
            page.raw("; ").text(r.ask().language());
        }
        if (r.ask().delayed()) {
            page.raw("; ").text(m.text("floor.delayed"));
        }
        if (c.room.absent(seat)) {
            page.raw("; ").text(m.text("floor.absent"));
        }
        page.raw(")");
        if (c.presides()) {
            acts(page, at, r);
        } else if (c.keeps(seat)) {
            page.raw(" ");
            c.button(page, "floor.release " + r.id(), "floor.withdraw");
        }
        page.raw("</li>");
    }

    private void acts(Html page, int at, FloorRequest r) {
        page.raw(" ");
        boolean absent = c.room.absent(r.seat());
        c.button(
                page,
                "floor.grant " + r.id() + (absent ? " anyway" : ""),
                absent ? "chair.anyway" : "chair.grant");
        c.button(page, "floor.skip " + r.id(), "chair.skip");
        if (at > 0) {
            String behind = at > 1 ? " " + c.order.get(at - 2).request().id() : "";
            c.button(page, "floor.move " + r.id() + behind, "chair.up");
        }
        c.button(page, "floor.deny " + r.id(), "chair.deny");
    }

    /** The reason for a place, in words. */
    static String why(Messages m, Place place) {
        return m.text(
                "why." + place.why().wire(),
                "person",
                Durations.clock(place.personMs()),
                "team",
                Durations.clock(place.teamMs()));
    }
}
