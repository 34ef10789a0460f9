package palabre.http;

import io.vertx.ext.web.RoutingContext;
import palabre.access.Seating;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.text.Html;
import palabre.text.Messages;

/** Pages for those who have a seat and are not in the room: sent elsewhere, or asked to wait. */
final class Threshold {
    private static final int LOOK_AGAIN_S = 5;

    private final Doorkeeper doorkeeper;
    private final SeatCookies cookies;

    Threshold(Doorkeeper doorkeeper, SeatCookies cookies) {
        this.doorkeeper = doorkeeper;
        this.cookies = cookies;
    }

    /** Whether the failure was one of these, so that it is answered. */
    boolean answers(RoutingContext ctx, Throwable failure, Seating seating, String page) {
        return switch (Doorkeeper.codeOf(failure)) {
            case MOVED -> {
                follow(ctx, seating, page);
                yield true;
            }
            case IN_LOBBY, PUBLIC_CUT -> {
                wait(ctx, seating, Doorkeeper.codeOf(failure));
                yield true;
            }
            default -> false;
        };
    }

    /** To the room where the seat is now. */
    void follow(RoutingContext ctx, Seating seating, String page) {
        RoomId room = seating.charter().room();
        String as = cookies.remember(ctx, seating);
        ctx.response()
                .setStatusCode(303)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Location", "/r/" + room + page + as)
                .end();
    }

    private void wait(RoutingContext ctx, Seating seating, Code code) {
        Messages m = Visitor.language(ctx);
        doorkeeper
                .told(seating.charter())
                .otherwise("")
                .onSuccess(told -> {
                    String title = seating.charter().title();
                    Html page =
                            Pages.begin(
                                            m,
                                            title,
                                            "<meta http-equiv=\"refresh\" content=\""
                                                    + LOOK_AGAIN_S
                                                    + "\">",
                                            "")
                                    .element("h1", title)
                                    .element(
                                            "p role=\"status\" id=\"waiting\"",
                                            m.text("code." + code.name()));
                    if (!told.isEmpty() && code == Code.IN_LOBBY) {
                        page.element("p id=\"told\"", told);
                    }
                    page.element("p", m.text("lobby.again", "n", LOOK_AGAIN_S));
                    Pages.send(ctx, 200, Pages.end(page));
                });
    }
}
