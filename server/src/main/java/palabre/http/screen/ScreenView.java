package palabre.http.screen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import palabre.core.Audience;
import palabre.core.SeatId;
import palabre.core.floor.Floor;
import palabre.core.floor.Turn;
import palabre.core.order.Place;
import palabre.core.order.SpeakingOrder;
import palabre.core.room.Access;
import palabre.core.room.Room;
import palabre.core.room.Visibility;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;
import palabre.http.text.TextAgenda;
import palabre.http.text.TextQueue;
import palabre.live.LiveRoom;
import palabre.text.Messages;

/** What the big screen shows of a room: what the public may see. */
final class ScreenView {
    private static final int NEXT_SHOWN = 3;
    private static final char CLOCK = '\uFFFC';

    private final Messages m;
    private final Room room;
    private final Floor floor;
    private final long nowMs;
    private final String baseUrl;

    /**
     * @param baseUrl the server's address as guests know it
     */
    ScreenView(Messages m, LiveRoom.View view, String baseUrl) {
        this.m = m;
        this.room = Visibility.of(Audience.PUBLIC, view.room());
        this.floor = room.floor();
        this.nowMs = view.nowMs();
        this.baseUrl = baseUrl;
    }

    ScreenPage.Shown shown() {
        boolean open = room.charter().access() == Access.OPEN;
        List<Place> order = SpeakingOrder.of(room.floor(), room);
        return new ScreenPage.Shown(
                open,
                room.charter().onRecord(),
                floor.item()
                        .map(i -> m.text("screen.item", "n", i.number(), "title", i.title()))
                        .orElse(""),
                TextAgenda.late(room.meeting().agenda(), m, nowMs).orElse(""),
                floor.stage().paused(),
                floor.stage().holder().map(this::speaker),
                floor.stage().interrupted().map(t -> label(t.request().seat())).orElse(""),
                order.stream().limit(NEXT_SHOWN).map(this::next).toList(),
                Math.max(0, order.size() - NEXT_SHOWN),
                floor.line().open(),
                open ? Optional.of(way()) : Optional.empty());
    }

    private ScreenPage.Speaker speaker(Turn t) {
        SeatId seat = t.request().seat();
        return new ScreenPage.Speaker(
                room.person(seat).name(),
                stands(seat),
                clock(t),
                t.pauses().keySet().stream().map(why -> m.text("pause." + why.wire())).toList(),
                t.request().ask().topic());
    }

    private ScreenPage.Clock clock(Turn t) {
        boolean limited = t.leftMs(nowMs).isPresent();
        long ms = t.leftMs(nowMs).orElse(t.usedMs(nowMs));
        String key = !limited ? "time.used" : ms >= 0 ? "time.left" : "time.over";
        String[] around = m.text(key, "t", CLOCK).split(String.valueOf(CLOCK), 2);
        long eachMs = !t.running() ? 0 : limited ? -1_000 : 1_000;
        return new ScreenPage.Clock(around[0], ms, eachMs, around[1]);
    }

    private String next(Place place) {
        return label(place.request().seat()) + " – " + TextQueue.why(m, place);
    }

    private ScreenPage.Way way() {
        String address = baseUrl + "/r/" + room.charter().room();
        return new ScreenPage.Way(
                QrCode.of(address),
                address,
                baseUrl.replaceFirst("^https?://", ""),
                spaced(room.charter().room().joinCode().toUpperCase(Locale.ROOT)));
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
