package palabre.http.text;

import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import palabre.core.room.People;
import palabre.core.seats.Declared;
import palabre.core.seats.Seat;
import palabre.page.Choice;
import palabre.page.Page;

/**
 * A room as one HTML page, without script, image or stylesheet. Everything that the seat can do is
 * a button; the words are the app's.
 */
record TextPage(TextContext c) implements Page {
    @Override
    public void write(HtmlTemplateOutput out) {
        JtetextPageGenerated.render(out, null, this);
    }

    /** A choice of automatic update, in words. */
    String every(int seconds) {
        return seconds == 0 ? c.m.text("text.off") : c.m.text("text.seconds", "n", seconds);
    }

    /** The first of them; all are found on a page of their own. */
    String people() {
        List<Seat> shown = c.some(_ -> true);
        String names = shown.stream().map(c::label).collect(Collectors.joining(", "));
        int more = People.counts(c.view.room().seats().values()).people() - shown.size();
        return more > 0 ? names + " … " + c.m.text("queue.more", "n", more) : names;
    }

    Declared declared() {
        return c.view.room().seat(c.request.seat()).map(Seat::declared).orElse(Declared.NOTHING);
    }

    List<Choice> genders() {
        return Stream.of(Declared.Gender.values())
                .map(g -> new Choice(g.wire(), c.m.text("declare." + g.wire())))
                .toList();
    }

    List<Choice> ages() {
        return Stream.of(Declared.AgeBand.values())
                .map(a -> new Choice(a.wire(), c.m.text("declare." + a.wire())))
                .toList();
    }
}
