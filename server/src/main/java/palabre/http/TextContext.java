package palabre.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.room.Audience;
import palabre.core.room.Floor;
import palabre.core.room.Person;
import palabre.core.room.Place;
import palabre.core.room.Presiding;
import palabre.core.room.Room;
import palabre.core.room.Seat;
import palabre.core.room.Sight;
import palabre.core.room.SpeakingOrder;
import palabre.live.LiveRoom;
import palabre.text.Html;
import palabre.text.Messages;

/** What every part of a text page needs: the room as its reader sees it, words, forms. */
final class TextContext {
    final TextPage.Request request;
    final Messages m;
    final LiveRoom.View view;
    final Room room;
    final Floor floor;
    final Person me;
    final List<Place> order;
    private final Map<RequestId, Integer> places = new HashMap<>();

    TextContext(TextPage.Request request, LiveRoom.View view) {
        this.request = request;
        this.m = request.messages();
        this.view = view;
        this.me = view.room().person(request.seat());
        this.room = Sight.of(Audience.of(me.role()), view.room());
        this.floor = room.floor();
        this.order = SpeakingOrder.of(room);
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i).request().id(), i + 1);
        }
    }

    /** From 1; 0 when it does not wait. */
    int place(RequestId id) {
        return places.getOrDefault(id, 0);
    }

    /** Whether the reader could preside: they see what the chair sees. */
    boolean chairs() {
        return me.role().chairs();
    }

    /** Whether the reader may act as chair now: they are offered what the chair does. */
    boolean presides() {
        return Presiding.acts(view.room(), request.seat());
    }

    boolean isMe(SeatId seat) {
        return seat.equals(request.seat());
    }

    /** Whether the reader is the steward of somebody on-site. */
    boolean keeps(SeatId seat) {
        return room.seat(seat).flatMap(Seat::keeper).isPresent()
                && room.person(seat).site().equals(me.site())
                && me.role() == palabre.core.Role.STEWARD;
    }

    /** Where this page is, with the reader's choices. */
    String here(int refreshS) {
        String query = request.as().isEmpty() ? "" : "as=" + request.as();
        if (refreshS > 0) {
            query += (query.isEmpty() ? "" : "&") + "refresh=" + refreshS;
        }
        if (!room.charter().onRecord()) {
            query += (query.isEmpty() ? "" : "&") + "from=" + view.position().epoch();
        }
        String address = "/r/" + room.charter().room() + "/text";
        return address + (query.isEmpty() ? "" : "?" + query);
    }

    void form(Html page) {
        page.raw("<form method=\"post\" action=\"").text(here(request.refreshS())).raw("\">");
        page.hidden("csrf", request.csrf()).hidden("at", view.position());
    }

    /** A form of one button. */
    void oneButton(Html page, String act, String key) {
        form(page);
        button(page, act, key);
        page.raw("</form>");
    }

    void button(Html page, String act, String key) {
        page.raw("<button name=\"act\" value=\"").text(act.strip()).raw("\">");
        page.text(m.text(key)).raw("</button> ");
    }

    void input(Html page, String name, String key, String value, int max) {
        page.raw("<label>").text(m.text(key)).raw(" <input name=\"" + name + "\" maxlength=\"");
        page.raw(max + "\" value=\"").text(value).raw("\"></label> ");
    }

    /** A text of several lines. */
    void area(Html page, String name, String key, String value, int max) {
        page.raw("<label>").text(m.text(key)).raw("<br><textarea rows=\"2\" name=\"" + name);
        page.raw("\" maxlength=\"" + max + "\">").text(value).raw("</textarea></label><br>");
    }

    /** A number; nothing sent, nothing changed. */
    void number(Html page, String name, String key, long value) {
        page.raw("<label>").text(m.text(key)).raw(" <input name=\"" + name);
        page.raw("\" inputmode=\"numeric\" size=\"5\" maxlength=\"6\" value=\"")
                .text(value)
                .raw("\"></label> ");
    }

    /**
     * @param options each a value and its words
     */
    void choice(Html page, String name, String key, String chosen, List<String[]> options) {
        page.raw("<label>").text(m.text(key)).raw(" <select name=\"" + name + "\">");
        for (String[] option : options) {
            page.raw("<option value=\"").text(option[0]).raw("\"");
            page.raw(option[0].equals(chosen) ? " selected>" : ">").text(option[1]);
            page.raw("</option>");
        }
        page.raw("</select></label> ");
    }

    void open(Html page, String key) {
        page.raw("<details><summary>").text(m.text(key)).raw("</summary>");
    }

    void close(Html page) {
        page.raw("</details>");
    }

    /** Name and whom the person stands for. */
    String label(SeatId id) {
        return room.seat(id).map(this::label).orElse("–");
    }

    /** The same of somebody whom the room as it is seen need not name. */
    String label(Seat seat) {
        Person p = seat.person();
        String site = p.site().isEmpty() ? "" : p.site();
        String stands = p.team().isEmpty() ? site : p.team();
        if (seat.keeper().isPresent() && !p.team().isEmpty()) {
            stands += " · " + site;
        }
        String name = stands.isEmpty() ? p.name() : p.name() + " (" + stands + ")";
        return isMe(seat.id()) ? name + ", " + m.text("queue.you") : name;
    }
}
