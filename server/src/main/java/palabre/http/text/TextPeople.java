package palabre.http.text;

import gg.jte.html.HtmlTemplateOutput;
import palabre.core.room.People;
import palabre.core.seats.Seat;
import palabre.http.lists.ListQuery;
import palabre.page.Page;

/** The list of people as a page of its own: found by name or team, chosen, acted upon. */
record TextPeople(TextContext c, ListQuery query, People.Page found) implements Page {
    @Override
    public void write(HtmlTemplateOutput out) {
        JtetextPeopleGenerated.render(out, null, this);
    }

    boolean acts() {
        return c.presides() && c.view.room().rules().heldBy(c.request.seat());
    }

    String words(Seat seat) {
        return c.label(seat) + ", " + c.m.text("role." + seat.person().role().wire());
    }

    TextPages pages() {
        return new TextPages(c, "people", query, People.PAGE, found.found());
    }
}
