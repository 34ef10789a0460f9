package palabre.http;

import java.util.List;
import java.util.Optional;
import palabre.core.SeatId;
import palabre.core.room.Access;
import palabre.core.room.Declared;
import palabre.core.room.Seat;
import palabre.core.session.Session;
import palabre.live.LiveRoom;
import palabre.text.Html;
import palabre.text.Messages;

/**
 * A room as one HTML page, without script, image or stylesheet. Everything that the seat can do is
 * a button; the words are the app's.
 */
final class TextPage {
    /** Choices of automatic update, in seconds; 0 is off. */
    static final List<Integer> REFRESH_S = List.of(0, 15, 30, 60);

    private static final int PEOPLE_SHOWN = 60;

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

    private final TextContext c;
    private final Messages m;

    TextPage(Request request, LiveRoom.View view) {
        this.c = new TextContext(request, view);
        this.m = c.m;
    }

    String render() {
        int refresh = c.request.refreshS();
        String head =
                refresh == 0 ? "" : "<meta http-equiv=\"refresh\" content=\"" + refresh + "\">";
        String attributes =
                " data-epoch=\""
                        + c.view.position().epoch()
                        + "\" data-seq=\""
                        + c.view.position().seq()
                        + "\"";
        Html page = Pages.begin(m, c.room.charter().title(), head, attributes);
        badges(page);
        notices(page);
        rulesFirst(page);
        new TextDoors(c).notices(page);
        update(page);
        new TextFloor(c).write(page);
        new TextQueue(c).write(page);
        new TextAgenda(c).write(page);
        new TextPolls(c).write(page);
        new TextQuestions(c).write(page);
        new TextResults(c).write(page);
        if (c.chairs()) {
            new TextChair(c).write(page);
        }
        TextFigures.write(page, c);
        people(page);
        myself(page);
        return Pages.end(page);
    }

    private void badges(Html page) {
        page.element("h1", c.room.charter().title())
                .raw("<p>")
                .text(
                        m.text(
                                c.room.charter().access() == Access.OPEN
                                        ? "room.open"
                                        : "room.closed"))
                .raw(" · ")
                .text(m.text(c.room.charter().onRecord() ? "record.on" : "record.off"))
                .raw("</p>");
    }

    private void notices(Html page) {
        if (c.request.lost()) {
            page.element("p class=\"warn\" role=\"status\"", m.text("record.lost"));
        }
        if (!c.request.refused().isEmpty()) {
            page.raw("<p class=\"warn\" role=\"alert\" id=\"refused\">")
                    .element("strong", m.text("refused.label"))
                    .raw(" ")
                    .text(m.text("code." + c.request.refused()))
                    .raw("</p>");
        }
    }

    /** Until they are accepted nothing else can be done. */
    private void rulesFirst(Html page) {
        if (c.view.room().rules().heldBy(c.request.seat())) {
            return;
        }
        page.raw("<section class=\"warn\" id=\"rules\">").element("h2", m.text("plan.rules"));
        c.view.rulesText().lines().forEach(line -> page.element("p", line));
        c.oneButton(page, "rules.accept " + c.view.room().rules().version(), "join.accept");
        page.raw("</section>");
    }

    private void update(Html page) {
        page.raw("<p><a href=\"").text(c.here(c.request.refreshS())).raw("\">");
        page.text(m.text("text.update")).raw("</a> · ").text(m.text("text.auto")).raw(": ");
        for (int s : REFRESH_S) {
            String label = s == 0 ? m.text("text.off") : m.text("text.seconds", "n", s);
            if (s == c.request.refreshS()) {
                page.element("strong", label).raw(" ");
            } else {
                page.raw("<a href=\"").text(c.here(s)).raw("\">").text(label).raw("</a> ");
            }
        }
        page.raw("</p>");
    }

    /** The first of them; all are found on a page of their own. */
    private void people(Html page) {
        page.element("h2", m.text("people.label")).raw("<p id=\"people\">");
        int shown = 0;
        for (Seat seat : c.room.seats().values()) {
            if (shown == PEOPLE_SHOWN) {
                page.raw(" … ").text(m.text("queue.more", "n", c.room.seats().size() - shown));
                break;
            }
            page.raw(shown++ == 0 ? "" : ", ").text(c.label(seat.id()));
        }
        page.raw("</p>");
        TextPeople.search(page, c, "");
    }

    private void myself(Html page) {
        String role = m.text("role." + c.me.role().wire());
        page.element("h2", m.text("you.label"))
                .element("p", m.text("you.are", "name", c.me.name(), "role", role));
        c.form(page);
        c.input(page, "name", "text.name", c.me.name(), 80);
        c.button(page, "seat.rename", "text.rename");
        page.raw("</form>");
        declare(page);
        c.oneButton(page, "seat.leave", "text.leave");
        page.raw("<p><a href=\"/r/").text(c.room.charter().room()).raw("\">");
        page.text(m.text("text.app")).raw("</a></p>");
    }

    private void declare(Html page) {
        Declared said =
                c.view.room().seat(c.request.seat()).map(Seat::declared).orElse(Declared.NOTHING);
        c.open(page, "declare.label");
        page.element("p", m.text("declare.why"));
        c.form(page);
        c.choice(
                page,
                "gender",
                "declare.gender",
                said.gender().wire(),
                List.of(Declared.Gender.values()).stream()
                        .map(g -> new String[] {g.wire(), m.text("declare." + g.wire())})
                        .toList());
        c.choice(
                page,
                "age",
                "declare.age",
                said.age().wire(),
                List.of(Declared.AgeBand.values()).stream()
                        .map(a -> new String[] {a.wire(), m.text("declare." + a.wire())})
                        .toList());
        c.button(page, "seat.declare", "text.rename");
        page.raw("</form>");
        c.close(page);
    }
}
