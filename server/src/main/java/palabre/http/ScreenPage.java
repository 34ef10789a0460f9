package palabre.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import palabre.core.SeatId;
import palabre.core.room.Access;
import palabre.core.room.Audience;
import palabre.core.room.Floor;
import palabre.core.room.Person;
import palabre.core.room.Place;
import palabre.core.room.Room;
import palabre.core.room.Seat;
import palabre.core.room.Sight;
import palabre.core.room.SpeakingOrder;
import palabre.core.room.Turn;
import palabre.live.LiveRoom;
import palabre.text.Durations;
import palabre.text.Html;
import palabre.text.Messages;

/**
 * The big screen of a venue: who speaks, the clock, who comes next, how to join. Legible from the
 * back row; whole without JavaScript, which only makes it change at once.
 */
final class ScreenPage {
    private static final int NEXT_SHOWN = 3;
    private static final char CLOCK = '\uFFFC';

    private static final String STYLE =
            "<style>body.screen{max-width:none;padding:2vh 3vw}"
                    + ".screen h1{font-size:clamp(1.2rem,3vw,3rem);margin:0}"
                    + ".screen h2{font-size:1em;margin:0}"
                    + ".at{font-size:clamp(1rem,2vw,2rem);margin:.3rem 0}"
                    + ".who{font-size:clamp(2rem,7vw,8rem);line-height:1.1;font-weight:700;margin:2vh 0 0}"
                    + ".who span{font-size:.5em;font-weight:400}"
                    + ".clock{font-size:clamp(1.6rem,5vw,6rem);margin:0}"
                    + ".next,.join{font-size:clamp(1.1rem,2.6vw,3rem)}.next ol{margin:0}"
                    + ".low{display:flex;flex-wrap:wrap;gap:2vh 3vw;justify-content:space-between;margin-top:3vh}"
                    + ".join{display:flex;flex-wrap:wrap;gap:0 2vw;align-items:end}.join p{margin:.3rem 0}"
                    + ".qr{width:min(24vw,38vh);min-width:9rem;display:block}"
                    + "#code{font-family:ui-monospace,monospace;letter-spacing:.05em}"
                    + ".link{display:none}.cut .link{display:block}</style>";

    private final Messages m;
    private final Room room;
    private final Floor floor;
    private final long nowMs;
    private final String baseUrl;
    private final String head;

    /**
     * @param baseUrl the server's address as guests know it
     * @param script the address of what makes the page change at once
     */
    ScreenPage(Messages m, LiveRoom.View view, String baseUrl, String script) {
        this.m = m;
        this.room = Sight.of(Audience.PUBLIC, view.room());
        this.floor = room.floor();
        this.nowMs = view.nowMs();
        this.baseUrl = baseUrl;
        this.head =
                STYLE
                        + "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"
                        + "<script src=\""
                        + script
                        + "\" defer></script>";
    }

    private Html begin() {
        Html page = Pages.begin(m, room.charter().title(), head, " class=\"screen\"");
        return page.element("p class=\"link warn\" role=\"status\"", m.text("screen.cut"));
    }

    /** What a closed room's screen shows until the chair puts the room on it. */
    String blank() {
        return Pages.end(begin().element("p class=\"at\"", m.text("screen.blank")));
    }

    String render() {
        Html page = begin();
        page.element("h1", room.charter().title());
        boolean open = room.charter().access() == Access.OPEN;
        page.raw("<p class=\"at\">")
                .text(m.text(open ? "room.open" : "room.closed"))
                .raw(" · ")
                .text(m.text(room.charter().onRecord() ? "record.on" : "record.off"))
                .raw("</p>");
        floor.item()
                .ifPresent(i ->
                        page.element(
                                "p class=\"at\"",
                                m.text("screen.item", "n", i.number(), "title", i.title())));
        TextAgenda.late(room.meeting().agenda(), m, nowMs)
                .ifPresent(said -> page.element("p class=\"at\" id=\"late\"", said));
        stage(page);
        page.raw("<div class=\"low\">");
        next(page);
        if (open) {
            join(page);
        }
        page.raw("</div>");
        return Pages.end(page);
    }

    private void stage(Html page) {
        page.raw("<div role=\"status\">");
        if (floor.stage().paused()) {
            page.element("p class=\"at\"", m.text("floor.paused"));
        }
        Optional<Turn> holder = floor.stage().holder();
        page.raw("<p class=\"who\" id=\"floor\">");
        holder.ifPresentOrElse(
                t -> who(page, t.request().seat()), () -> page.text(m.text("floor.nobody")));
        page.raw("</p></div>");
        holder.ifPresent(t -> clock(page, t));
        holder.map(t -> t.request().ask().topic())
                .filter(topic -> !topic.isEmpty())
                .ifPresent(topic -> page.element("p class=\"at\"", topic));
        floor.stage()
                .interrupted()
                .ifPresent(t ->
                        page.element(
                                "p class=\"at\"",
                                m.text("floor.interrupted", "name", label(t.request().seat()))));
    }

    /** The script counts on from {@code data-ms}, each second by {@code data-each}. */
    private void clock(Html page, Turn t) {
        boolean limited = t.leftMs(nowMs).isPresent();
        long ms = t.leftMs(nowMs).orElse(t.usedMs(nowMs));
        String key = !limited ? "time.used" : ms >= 0 ? "time.left" : "time.over";
        String[] around = m.text(key, "t", CLOCK).split(String.valueOf(CLOCK), 2);
        page.raw("<p class=\"clock\">").text(around[0]);
        page.raw("<span data-ms=\"" + ms + "\" data-each=\"");
        page.raw((t.running() ? limited ? -1_000 : 1_000 : 0) + "\">");
        page.text(Durations.clock(ms)).raw("</span>").text(around[1]);
        t.pauses().keySet().forEach(why -> page.raw(" · ").text(m.text("pause." + why.wire())));
        page.raw("</p>");
    }

    private void next(Html page) {
        List<Place> order = SpeakingOrder.of(room);
        page.raw("<section class=\"next\">").element("h2", m.text("screen.next"));
        if (order.isEmpty()) {
            page.element("p", m.text("queue.empty"));
        } else {
            page.raw("<ol>");
            order.stream().limit(NEXT_SHOWN).forEach(p -> entry(page, p));
            page.raw("</ol>");
        }
        if (order.size() > NEXT_SHOWN) {
            page.element("p", m.text("queue.more", "n", order.size() - NEXT_SHOWN));
        }
        if (!floor.line().open()) {
            page.element("p", m.text("floor.listClosed"));
        }
        page.raw("</section>");
    }

    private void entry(Html page, Place place) {
        page.raw("<li>").text(label(place.request().seat()));
        page.raw(" – ").text(TextQueue.why(m, place)).raw("</li>");
    }

    /** The name large, whom they stand for beside it. */
    private void who(Html page, SeatId seat) {
        page.text(room.person(seat).name());
        String stands = stands(seat);
        if (!stands.isEmpty()) {
            page.raw(" ").element("span", stands);
        }
    }

    private void join(Html page) {
        String address = baseUrl + "/r/" + room.charter().room();
        page.raw("<section class=\"join\">");
        QrCode.write(page, address, m.text("screen.qr", "address", address));
        page.raw("<div>").element("h2", m.text("screen.join"));
        page.element("p", baseUrl.replaceFirst("^https?://", ""));
        page.raw("<p>").text(m.text("screen.code")).raw(" <strong id=\"code\">");
        page.text(spaced(room.charter().room().joinCode().toUpperCase(Locale.ROOT)));
        page.raw("</strong></p></div></section>");
    }

    private static String spaced(String code) {
        return code.substring(0, code.length() / 2) + " " + code.substring(code.length() / 2);
    }

    private String label(SeatId id) {
        String stands = stands(id);
        String name = room.person(id).name();
        return stands.isEmpty() ? name : name + " (" + stands + ")";
    }

    /** Team, and for somebody on-site also where. */
    private String stands(SeatId id) {
        Person p = room.person(id);
        boolean onSite = room.seat(id).flatMap(Seat::keeper).isPresent();
        String site = onSite || p.team().isEmpty() ? p.site() : "";
        return p.team() + (p.team().isEmpty() || site.isEmpty() ? "" : " · ") + site;
    }
}
