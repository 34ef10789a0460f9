package palabre.http;

import java.util.List;
import java.util.Optional;
import palabre.core.SeatId;
import palabre.core.room.Access;
import palabre.core.room.Audience;
import palabre.core.room.Floor;
import palabre.core.room.FloorRequest;
import palabre.core.room.Person;
import palabre.core.room.RequestState;
import palabre.core.room.Room;
import palabre.core.room.Seat;
import palabre.core.room.Sight;
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

    private static final int QUEUE_SHOWN = 20;
    private static final int PEOPLE_SHOWN = 60;

    /**
     * What a page is made of.
     *
     * @param csrf proves that a form on it is ours
     * @param as which of the browser's seats; empty for its first
     * @param refused the code of what was refused last; empty when nothing was
     */
    record Request(
            Messages messages,
            SeatId seat,
            String csrf,
            String as,
            int refreshS,
            String refused,
            boolean lost) {}

    private final Request request;
    private final Messages m;
    private final LiveRoom.View view;
    private final Room room;
    private final Person me;
    private final String address;

    TextPage(Request request, LiveRoom.View view) {
        this.request = request;
        this.m = request.messages();
        this.view = view;
        this.me = view.room().seat(request.seat()).orElseThrow().person();
        this.room = Sight.of(Audience.of(me.role()), view.room());
        this.address = "/r/" + room.charter().room() + "/text";
    }

    String render() {
        String head =
                request.refreshS() == 0
                        ? ""
                        : "<meta http-equiv=\"refresh\" content=\"" + request.refreshS() + "\">";
        String attributes =
                " data-epoch=\""
                        + view.position().epoch()
                        + "\" data-seq=\""
                        + view.position().seq()
                        + "\"";
        Html page = Pages.begin(m, room.charter().title(), head, attributes);
        badges(page);
        notices(page);
        update(page);
        floor(page);
        mine(page);
        queue(page);
        if (me.role().chairs()) {
            chair(page);
        }
        people(page);
        myself(page);
        return Pages.end(page);
    }

    private void badges(Html page) {
        page.element("h1", room.charter().title())
                .raw("<p>")
                .text(m.text(room.charter().access() == Access.OPEN ? "room.open" : "room.closed"))
                .raw(" · ")
                .text(m.text(room.charter().onRecord() ? "record.on" : "record.off"))
                .raw("</p>");
    }

    private void notices(Html page) {
        if (request.lost()) {
            page.element("p class=\"warn\" role=\"status\"", m.text("record.lost"));
        }
        if (!request.refused().isEmpty()) {
            page.raw("<p class=\"warn\" role=\"alert\" id=\"refused\">")
                    .element("strong", m.text("refused.label"))
                    .raw(" ")
                    .text(m.text("code." + request.refused()))
                    .raw("</p>");
        }
    }

    private String here(int refreshS) {
        String query = request.as().isEmpty() ? "" : "as=" + request.as();
        if (refreshS > 0) {
            query += (query.isEmpty() ? "" : "&") + "refresh=" + refreshS;
        }
        if (!room.charter().onRecord()) {
            query += (query.isEmpty() ? "" : "&") + "from=" + view.position().epoch();
        }
        return address + (query.isEmpty() ? "" : "?" + query);
    }

    private void update(Html page) {
        page.raw("<p><a href=\"").text(here(request.refreshS())).raw("\">");
        page.text(m.text("text.update")).raw("</a> · ").text(m.text("text.auto")).raw(": ");
        for (int s : REFRESH_S) {
            String label = s == 0 ? m.text("text.off") : m.text("text.seconds", "n", s);
            if (s == request.refreshS()) {
                page.element("strong", label).raw(" ");
            } else {
                page.raw("<a href=\"").text(here(s)).raw("\">").text(label).raw("</a> ");
            }
        }
        page.raw("</p>");
    }

    private void floor(Html page) {
        Optional<FloorRequest> holder = room.floor().holder();
        page.element("h2", m.text("floor.label")).raw("<p id=\"floor\"");
        holder.ifPresent(h -> page.raw(" data-request=\"" + h.id() + "\""));
        page.raw("><strong>");
        if (holder.isEmpty()) {
            page.text(m.text("floor.nobody"));
        } else if (holder.get().seat().equals(request.seat())) {
            page.text(m.text("floor.you"));
        } else {
            page.text(m.text("floor.holder", "name", label(holder.get().seat())));
        }
        page.raw("</strong>");
        holder.filter(h -> !h.topic().isEmpty()).ifPresent(h -> page.raw(" ").text(h.topic()));
        page.raw("</p>");
    }

    /** One button: the next sensible thing. */
    private void mine(Html page) {
        Floor floor = room.floor();
        Optional<FloorRequest> mine = floor.of(request.seat());
        if (!me.role().speaks()) {
            if (!me.role().chairs()) {
                page.element("p", m.text("floor.watching"));
            }
            return;
        }
        form(page);
        if (mine.isEmpty()) {
            page.element("p", m.text("floor.notWaiting"));
            if (floor.listOpen()) {
                page.raw("<label>").text(m.text("floor.topic"));
                page.raw(" <input name=\"topic\" maxlength=\"200\"></label> ");
                button(page, "floor.request", "", m.text("floor.ask"));
            } else {
                page.element("p", m.text("floor.listClosed"));
            }
        } else if (mine.get().state() == RequestState.GRANTED) {
            button(page, "floor.release", mine.get().id().toString(), m.text("floor.done"));
        } else {
            int place = floor.waiting().indexOf(mine.get()) + 1;
            boolean next = mine.get().state() == RequestState.ACCEPTED && place == 1;
            page.element(
                    "p id=\"place\"",
                    next ? m.text("floor.next") : m.text("floor.place", "n", place));
            button(page, "floor.release", mine.get().id().toString(), m.text("floor.withdraw"));
        }
        page.raw("</form>");
    }

    private void queue(Html page) {
        List<FloorRequest> waiting = room.floor().waiting();
        boolean chairs = me.role().chairs();
        page.element("h2", m.text("queue.label"));
        if (!room.floor().listOpen()) {
            page.element("p", m.text("floor.listClosed"));
        }
        if (waiting.isEmpty()) {
            page.element("p", m.text("queue.empty"));
            return;
        }
        if (chairs) {
            form(page);
        }
        page.raw("<ol id=\"queue\">");
        for (FloorRequest r : waiting.subList(0, Math.min(QUEUE_SHOWN, waiting.size()))) {
            page.raw("<li data-request=\"" + r.id() + "\">").text(label(r.seat()));
            if (!r.topic().isEmpty()) {
                page.raw(" – ").text(r.topic());
            }
            if (r.state() == RequestState.ACCEPTED) {
                page.raw(" (").text(m.text("floor.accepted")).raw(")");
            }
            if (room.seat(r.seat()).filter(Seat::absent).isPresent()) {
                page.raw(" (").text(m.text("floor.absent")).raw(")");
            }
            if (chairs) {
                String id = r.id().toString();
                page.raw(" ");
                button(page, "floor.grant", id, m.text("chair.grant"));
                button(page, "floor.skip", id, m.text("chair.skip"));
                button(page, "floor.deny", id, m.text("chair.deny"));
            }
            page.raw("</li>");
        }
        page.raw("</ol>");
        if (chairs) {
            page.raw("</form>");
        }
        if (waiting.size() > QUEUE_SHOWN) {
            page.element("p", m.text("queue.more", "n", waiting.size() - QUEUE_SHOWN));
        }
    }

    private void chair(Html page) {
        Floor floor = room.floor();
        page.element("h2", m.text("chair.label"));
        form(page);
        button(page, "floor.next", "", m.text("chair.next"));
        floor.holder()
                .ifPresent(
                        h -> button(page, "floor.revoke", h.id().toString(), m.text("chair.end")));
        button(
                page,
                floor.listOpen() ? "list.close" : "list.open",
                "",
                m.text(floor.listOpen() ? "chair.close" : "chair.open"));
        page.raw("</form>");
    }

    private void people(Html page) {
        page.element("h2", m.text("people.label")).raw("<p id=\"people\">");
        int shown = 0;
        for (Seat seat : room.seats().values()) {
            if (shown == PEOPLE_SHOWN) {
                page.raw(" … ").text(m.text("queue.more", "n", room.seats().size() - shown));
                break;
            }
            page.raw(shown++ == 0 ? "" : ", ").text(label(seat.id()));
        }
        page.raw("</p>");
    }

    private void myself(Html page) {
        page.element("h2", m.text("you.label"))
                .element(
                        "p",
                        m.text(
                                "you.are",
                                "name",
                                me.name(),
                                "role",
                                m.text("role." + me.role().wire())));
        form(page);
        page.raw("<label>").text(m.text("text.name"));
        page.raw(" <input name=\"name\" maxlength=\"80\" value=\"")
                .text(me.name())
                .raw("\"></label> ");
        button(page, "seat.rename", "", m.text("text.rename"));
        page.raw("</form>");
        form(page);
        button(page, "seat.leave", "", m.text("text.leave"));
        page.raw("</form><p><a href=\"/r/").text(room.charter().room()).raw("\">");
        page.text(m.text("text.app")).raw("</a></p>");
    }

    private void form(Html page) {
        page.raw("<form method=\"post\" action=\"").text(here(request.refreshS())).raw("\">");
        page.hidden("csrf", request.csrf()).hidden("at", view.position());
    }

    private static void button(Html page, String command, String target, String label) {
        page.raw("<button name=\"act\" value=\"").text((command + " " + target).strip()).raw("\">");
        page.text(label).raw("</button> ");
    }

    private String label(SeatId id) {
        Optional<Seat> seat = room.seat(id);
        if (seat.isEmpty()) {
            return "–";
        }
        Person p = seat.get().person();
        String place = p.team().isEmpty() ? p.site() : p.team();
        String name = place.isEmpty() ? p.name() : p.name() + " (" + place + ")";
        return id.equals(request.seat()) ? name + ", " + m.text("queue.you") : name;
    }
}
