package palabre.http.text;

import gg.jte.html.HtmlTemplateOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import palabre.core.room.People;
import palabre.core.seats.Seat;
import palabre.http.lists.PeopleRoute;
import palabre.page.Page;

/** The list of people as a page of its own: found by name or team, chosen, acted upon. */
record TextPeople(TextContext c, PeopleRoute.Query query, People.Page found) implements Page {
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

    Optional<String> earlier() {
        return query.after() > 0
                ? Optional.of(from(Math.max(0, query.after() - People.PAGE)))
                : Optional.empty();
    }

    Optional<String> later() {
        int next = query.after() + People.PAGE;
        return next < found.found() ? Optional.of(from(next)) : Optional.empty();
    }

    private String from(int after) {
        String words = URLEncoder.encode(query.search(), StandardCharsets.UTF_8);
        return "/r/"
                + c.room.charter().room()
                + "/text/people?after="
                + after
                + (words.isEmpty() ? "" : "&q=" + words)
                + (c.request.as().isEmpty() ? "" : "&as=" + c.request.as());
    }
}
