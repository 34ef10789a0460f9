package palabre.http.text;

import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import palabre.core.SeatId;
import palabre.core.room.People;
import palabre.core.seats.Declared;
import palabre.core.seats.Seat;
import palabre.core.session.Session;
import palabre.page.Choice;
import palabre.page.Page;
import palabre.text.Messages;

/**
 * A room as one HTML page, without script, image or stylesheet. Everything that the seat can do is
 * a button; the words are the app's.
 */
record TextPage(TextContext c) implements Page {
    /** Choices of automatic update, in seconds; 0 is off. */
    static final List<Integer> REFRESH_S = List.of(0, 15, 30, 60);

    /**
     * What a page is made of.
     *
     * @param csrf proves that a form on it is ours
     * @param as which of the browser's seats; empty for its first
     * @param zone the session's, for dates
     * @param session that the room is of
     * @param refused the code of what was refused last; empty when nothing was
     */
    record Request(
            Messages messages,
            SeatId seat,
            String csrf,
            String as,
            int refreshS,
            String refused,
            boolean lost,
            String zone,
            Optional<Session> session) {}

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
