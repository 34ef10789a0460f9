package palabre.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import palabre.access.Gate;
import palabre.access.Seating;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.text.Html;
import palabre.text.Messages;

/** {@code /r/{room}}: the app. */
final class AppRoute {
    private final Gate gate;
    private final Doorkeeper doorkeeper;
    private final SeatCookies cookies;
    private final Threshold threshold;
    private final Assets assets;

    AppRoute(
            Gate gate,
            Doorkeeper doorkeeper,
            SeatCookies cookies,
            Threshold threshold,
            Assets assets) {
        this.gate = gate;
        this.doorkeeper = doorkeeper;
        this.cookies = cookies;
        this.threshold = threshold;
        this.assets = assets;
    }

    void show(RoutingContext ctx) {
        Optional<RoomId> room = Visitor.room(ctx);
        Optional<Seating> seating = room.flatMap(r -> cookies.seating(ctx, r));
        if (seating.isPresent()) {
            enter(ctx, room.get(), seating.get());
        } else if (room.filter(r -> cookies.damaged(ctx, r)).isPresent()) {
            Pages.nothing(ctx, Code.DAMAGED);
        } else if (room.flatMap(gate::openRoom).isPresent()) {
            ctx.response()
                    .setStatusCode(303)
                    .putHeader("Location", "/r/" + room.get() + "/visit")
                    .end();
        } else {
            Pages.nothing(ctx, doorkeeper.strangerMayTry(ctx) ? Code.NOT_FOUND : Code.TOO_FAST);
        }
    }

    private void enter(RoutingContext ctx, RoomId room, Seating seating) {
        if (!seating.charter().room().equals(room)) {
            threshold.follow(ctx, seating, "");
            return;
        }
        doorkeeper
                .seat(seating, true)
                .onSuccess(_ -> page(ctx, seating))
                .onFailure(f -> {
                    if (Doorkeeper.codeOf(f) == Code.DAMAGED) {
                        Pages.nothing(ctx, Code.DAMAGED);
                    } else if (!threshold.answers(ctx, f, seating, "")) {
                        page(ctx, seating); // the app says what is the matter, and tries again
                    }
                });
    }

    private void page(RoutingContext ctx, Seating seating) {
        Messages m = Visitor.language(ctx);
        RoomId room = seating.charter().room();
        String as = SeatCookies.as(ctx);
        String text = "/r/" + room + "/text" + (as.isEmpty() ? "" : "?as=" + as);
        Html page =
                new Html()
                        .raw("<!doctype html>\n<html lang=\"")
                        .raw(m.language())
                        .raw("\" dir=\"")
                        .raw(m.text("language.dir"))
                        .raw("\"><head><meta charset=\"utf-8\">")
                        .raw(
                                "<meta name=\"viewport\""
                                    + " content=\"width=device-width,initial-scale=1\">")
                        .element("title", seating.charter().title())
                        .raw("<link rel=\"stylesheet\" href=\"" + assets.address("app.css") + "\">")
                        .raw("<noscript><meta http-equiv=\"refresh\" content=\"0;url=")
                        .text(text)
                        .raw("\"></noscript></head><body><div id=\"app\" data-room=\"")
                        .text(room)
                        .raw("\" data-seat=\"")
                        .text(seating.seat())
                        .raw("\" data-record=\"")
                        .text(seating.charter().onRecord() ? "on" : "off")
                        .raw("\" data-as=\"")
                        .text(as)
                        .raw("\"></div><noscript><p><a href=\"")
                        .text(text)
                        .raw("\">")
                        .text(m.text("text.lite"))
                        .raw("</a></p></noscript><script src=\"" + assets.address("app.js"))
                        .raw("\" defer></script></body></html>\n");
        ctx.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self';"
                                + " connect-src 'self' "
                                + socketOrigin(ctx)
                                + "; img-src 'self' data:; form-action 'self'; base-uri 'none';"
                                + " frame-ancestors 'none'")
                .end(page.toString());
    }

    /** Older browsers do not count a WebSocket to the same host as {@code 'self'}. */
    private static String socketOrigin(RoutingContext ctx) {
        String host = String.valueOf(ctx.request().getHeader("Host"));
        return host.matches("[A-Za-z0-9.:\\[\\]-]{1,120}") ? "ws://" + host + " wss://" + host : "";
    }
}
