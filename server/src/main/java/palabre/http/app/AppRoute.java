package palabre.http.app;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import palabre.access.Seating;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.http.base.Pages;
import palabre.http.base.Visitor;
import palabre.http.entry.Threshold;
import palabre.http.guard.Doorkeeper;
import palabre.http.guard.SeatCookies;
import palabre.text.Messages;

/** {@code /r/{room}}: the app. */
public final class AppRoute {
    private final Doorkeeper doorkeeper;
    private final SeatCookies cookies;
    private final Threshold threshold;
    private final Assets assets;

    public AppRoute(
            Doorkeeper doorkeeper, SeatCookies cookies, Threshold threshold, Assets assets) {
        this.doorkeeper = doorkeeper;
        this.cookies = cookies;
        this.threshold = threshold;
        this.assets = assets;
    }

    public void show(RoutingContext ctx) {
        doorkeeper
                .admit(ctx)
                .onSuccess(guest -> page(ctx, guest.seating()))
                .onFailure(f -> elsewhere(ctx, f));
    }

    private void elsewhere(RoutingContext ctx, Throwable failure) {
        if (threshold.answers(ctx, failure, "")) {
            return;
        }
        Code code = Doorkeeper.codeOf(failure);
        Optional<Seating> seating = cookies.seating(ctx);
        if (seating.isPresent() && code.temporary()) {
            page(ctx, seating.get()); // the app says what is the matter, and tries again
        } else {
            Pages.turnAway(ctx, code);
        }
    }

    private void page(RoutingContext ctx, Seating seating) {
        Messages m = Visitor.language(ctx);
        RoomId room = seating.charter().room();
        String as = SeatCookies.as(ctx);
        String text = "/r/" + room + "/text" + (as.isEmpty() ? "" : "?as=" + as);
        AppPage page =
                new AppPage(
                        m,
                        seating.charter().title(),
                        room.value(),
                        seating.seat().value(),
                        seating.charter().onRecord(),
                        as,
                        text,
                        assets.address("app.css"),
                        assets.address("app.js"));
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
                .end(Buffer.buffer(page.bytes()));
    }

    /** Older browsers do not count a WebSocket to the same host as {@code 'self'}. */
    private static String socketOrigin(RoutingContext ctx) {
        String host = String.valueOf(ctx.request().getHeader("Host"));
        return host.matches("[A-Za-z0-9.:\\[\\]-]{1,120}") ? "ws://" + host + " wss://" + host : "";
    }
}
