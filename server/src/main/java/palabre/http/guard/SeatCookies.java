package palabre.http.guard;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.access.Gate;
import palabre.access.Seating;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.http.base.Cookies;
import palabre.http.base.ServerConfig;
import palabre.http.base.Visitor;

/**
 * Seats in a browser: a cookie for each room, and for a second seat of the same browser a cookie of
 * its own, chosen by {@code ?as=}.
 */
public final class SeatCookies {
    private static final int SEATS_MAX = 9;
    private static final long DAYS_30 = 30L * 24 * 3_600;

    private final Gate gate;
    private final ServerConfig config;

    public SeatCookies(Gate gate, ServerConfig config) {
        this.gate = gate;
        this.config = config;
    }

    private static String name(RoomId room, String as) {
        String start = room.value().substring(0, Math.min(8, room.value().length()));
        return as.isEmpty() ? "p" + start : "p" + start + "_" + as;
    }

    /** Which of its seats the browser means; empty for its first. */
    public static String as(RoutingContext ctx) {
        String as = ctx.request().getParam("as");
        return as != null && as.matches("[2-9]") ? as : "";
    }

    /** The seat in the room of the address. */
    public Optional<Seating> seating(RoutingContext ctx) {
        return Visitor.room(ctx).flatMap(r -> seating(ctx, r));
    }

    /** All seats of a room that the browser has, or had. */
    List<SeatId> seats(RoutingContext ctx, RoomId room) {
        List<SeatId> seats = new ArrayList<>();
        for (int i = 1; i <= SEATS_MAX; i++) {
            seating(ctx, room, i == 1 ? "" : Integer.toString(i))
                    .ifPresent(s -> seats.add(s.seat()));
        }
        return seats;
    }

    Optional<Seating> seating(RoutingContext ctx, RoomId room) {
        return seating(ctx, room, as(ctx));
    }

    private Optional<Seating> seating(RoutingContext ctx, RoomId room, String as) {
        Cookie cookie = ctx.request().getCookie(name(room, as));
        return Optional.ofNullable(cookie).flatMap(c -> gate.bySeatPass(room, c.getValue()));
    }

    /** Whether the browser's seat is in a room whose session cannot be read. */
    boolean damaged(RoutingContext ctx, RoomId room) {
        Cookie cookie = ctx.request().getCookie(name(room, as(ctx)));
        return cookie != null && gate.damaged(room, cookie.getValue());
    }

    /**
     * Remembers the seat in the browser.
     *
     * @return what to add to the room's address, so that this seat is meant
     */
    public String remember(RoutingContext ctx, Seating seating) {
        RoomId room = seating.charter().room();
        SeatId seat = seating.seat();
        for (int i = 1; i <= SEATS_MAX; i++) {
            String as = i == 1 ? "" : Integer.toString(i);
            Optional<Seating> taken = seating(ctx, room, as);
            if (taken.isEmpty() || taken.get().seat().equals(seat)) {
                put(ctx, name(room, as), gate.seatPass(room, seat), seating.charter().onRecord());
                return as.isEmpty() ? "" : "?as=" + as;
            }
        }
        put(ctx, name(room, ""), gate.seatPass(room, seat), seating.charter().onRecord());
        return "";
    }

    private void put(RoutingContext ctx, String name, String value, boolean keeps) {
        Cookie cookie = Cookies.of(config, name, value);
        if (keeps) {
            cookie.setMaxAge(DAYS_30);
        }
        Cookies.set(ctx, cookie);
    }

    public void forget(RoutingContext ctx, RoomId room) {
        Cookies.set(ctx, Cookies.of(config, name(room, as(ctx)), "").setMaxAge(0));
    }
}
