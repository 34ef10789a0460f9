package palabre.http.entry;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import palabre.access.Seating;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.http.base.Pages;
import palabre.http.base.Visitor;
import palabre.http.guard.Doorkeeper;
import palabre.http.guard.SeatCookies;
import palabre.text.Messages;

/**
 * Pages for those who have a seat and are not in the room: sent elsewhere, asked to wait, or asked
 * to agree.
 */
public final class Threshold {
    private final Doorkeeper doorkeeper;
    private final SeatCookies cookies;
    private final String script;

    /**
     * @param script the address of what looks again without loading the page
     */
    public Threshold(Doorkeeper doorkeeper, SeatCookies cookies, String script) {
        this.doorkeeper = doorkeeper;
        this.cookies = cookies;
        this.script = script;
    }

    /** Whether the failure was one of these, so that it is answered. */
    public boolean answers(RoutingContext ctx, Throwable failure, String page) {
        Optional<Seating> seating = cookies.seating(ctx);
        if (seating.isEmpty()) {
            return false;
        }
        return switch (Doorkeeper.codeOf(failure)) {
            case MOVED -> {
                follow(ctx, seating.get(), page);
                yield true;
            }
            case IN_LOBBY, PUBLIC_CUT -> {
                wait(ctx, seating.get(), Doorkeeper.codeOf(failure));
                yield true;
            }
            case AGREE_FIRST -> {
                Pages.send(ctx, 200, asking(ctx, seating.get(), page));
                yield true;
            }
            default -> false;
        };
    }

    private AgreePage asking(RoutingContext ctx, Seating seating, String page) {
        String as = SeatCookies.as(ctx).isEmpty() ? "" : "?as=" + SeatCookies.as(ctx);
        return new AgreePage(
                Visitor.language(ctx),
                seating.charter().title(),
                "/r/" + seating.charter().room() + "/agree" + as,
                doorkeeper.csrf(seating),
                !page.isEmpty());
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
        doorkeeper
                .told(seating.charter())
                .otherwise("")
                .map(told -> waiting(ctx, seating, code, code == Code.IN_LOBBY ? told : ""))
                .onSuccess(page -> Pages.send(ctx, 200, page, Pages.WITH_SCRIPT));
    }

    private WaitingPage waiting(RoutingContext ctx, Seating seating, Code code, String told) {
        Messages m = Visitor.language(ctx);
        return new WaitingPage(
                m,
                seating.charter().title(),
                m.text("code." + code.name()),
                told,
                SeatCookies.as(ctx).isEmpty() ? "?" : "?as=" + SeatCookies.as(ctx) + "&",
                ctx.request().getParam("still") != null,
                script);
    }
}
