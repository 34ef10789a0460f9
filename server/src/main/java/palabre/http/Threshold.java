package palabre.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import palabre.access.Seating;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.text.Html;
import palabre.text.Messages;

/**
 * Pages for those who have a seat and are not in the room: sent elsewhere, asked to wait, or asked
 * to agree.
 */
final class Threshold {
    private static final int LOOK_AGAIN_S = 5;

    private final Doorkeeper doorkeeper;
    private final SeatCookies cookies;
    private final String script;

    /**
     * @param script the address of what looks again without loading the page
     */
    Threshold(Doorkeeper doorkeeper, SeatCookies cookies, String script) {
        this.doorkeeper = doorkeeper;
        this.cookies = cookies;
        this.script = script;
    }

    /** Whether the failure was one of these, so that it is answered. */
    boolean answers(RoutingContext ctx, Throwable failure, String page) {
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

    /** The room has gone on the record: nobody comes into it who does not know. */
    private String asking(RoutingContext ctx, Seating seating, String page) {
        Messages m = Visitor.language(ctx);
        String as = SeatCookies.as(ctx).isEmpty() ? "" : "?as=" + SeatCookies.as(ctx);
        String title = seating.charter().title();
        Html html = Pages.begin(m, title, "", "").element("h1", title);
        html.element("p role=\"status\" id=\"agree\"", m.text("agree.ask"));
        html.raw("<form method=\"post\" action=\"/r/").text(seating.charter().room());
        html.raw("/agree").text(as).raw("\">").hidden("csrf", doorkeeper.csrf(seating));
        if (!page.isEmpty()) {
            html.hidden("text", "1");
        }
        html.raw("<p><button>").text(m.text("agree.button")).raw("</button></p></form>");
        return Pages.end(html.element("p", m.text("agree.not")));
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

    /** With scripts it says what is new; without, it is loaded again until somebody stops it. */
    private String waiting(RoutingContext ctx, Seating seating, Code code, String told) {
        Messages m = Visitor.language(ctx);
        boolean still = ctx.request().getParam("still") != null;
        String as = SeatCookies.as(ctx).isEmpty() ? "?" : "?as=" + SeatCookies.as(ctx) + "&";
        String title = seating.charter().title();
        String again = "<meta http-equiv=\"refresh\" content=\"" + LOOK_AGAIN_S + "\">";
        String head =
                still
                        ? ""
                        : "<noscript>"
                                + again
                                + "</noscript><script src=\""
                                + script
                                + "\" defer></script>";
        Html page = Pages.begin(m, title, head, "").element("h1", title);
        page.element("p role=\"status\" id=\"waiting\"", m.text("code." + code.name()));
        page.element("p role=\"status\" id=\"told\"", told);
        if (!still) {
            page.element("p", m.text("lobby.again", "n", LOOK_AGAIN_S));
        }
        page.raw("<p><a href=\"").text(as).raw("\">").text(m.text("lobby.now")).raw("</a>");
        if (!still) {
            page.raw(" · <a href=\"").text(as + "still=1").raw("\">");
            page.text(m.text("lobby.still")).raw("</a>");
        }
        return Pages.end(page.raw("</p>"));
    }
}
