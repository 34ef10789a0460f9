package palabre.http.screen;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Supplier;
import palabre.access.Gate;
import palabre.access.Needs;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.core.room.Access;
import palabre.http.base.Pages;
import palabre.http.base.Visitor;
import palabre.http.guard.Doorkeeper;
import palabre.live.LiveRoom;
import palabre.text.Messages;

/**
 * {@code /r/{room}/screen}: the big screen. Everybody can see an open room's. A closed room's can
 * be seen by who has a seat in it, and shows the room only when the chair has put it there; to a
 * stranger it does not exist.
 */
public final class ScreenRoute {
    /** How old may be what is told in minutes. */
    private static final long MINUTES_RIGHT_TO_MS = 30_000;

    private final Doorkeeper doorkeeper;
    private final Gate gate;
    private final Supplier<String> baseUrl;
    private final String script;

    public ScreenRoute(Doorkeeper doorkeeper, Gate gate, Supplier<String> baseUrl, String script) {
        this.doorkeeper = doorkeeper;
        this.gate = gate;
        this.baseUrl = baseUrl;
        this.script = script;
    }

    public void show(RoutingContext ctx) {
        doorkeeper
                .admit(ctx, Needs.SEE_SCREEN)
                .compose(guest -> guest.room().lookFor(Optional.empty(), view -> view))
                .onSuccess(view -> show(ctx, view))
                .onFailure(f -> Pages.nothing(ctx, Doorkeeper.codeOf(f)));
    }

    private void show(RoutingContext ctx, LiveRoom.View view) {
        Messages m = Visitor.language(ctx);
        String tag =
                "\""
                        + view.position().epoch()
                        + "."
                        + view.position().seq()
                        + "."
                        + (view.room().meeting().agenda().current().isPresent()
                                ? view.nowMs() / MINUTES_RIGHT_TO_MS
                                : 0)
                        + "."
                        + m.language()
                        + "\"";
        ctx.response().putHeader("ETag", tag);
        if (tag.equals(ctx.request().getHeader("If-None-Match"))) {
            ctx.response().setStatusCode(304).end();
            return;
        }
        boolean open = view.room().charter().access() == Access.OPEN;
        boolean shown = open ? !view.room().doors().publicCut() : view.room().floor().onScreen();
        ScreenPage page =
                new ScreenPage(
                        m,
                        view.room().charter().title(),
                        script,
                        shown
                                ? Optional.of(new ScreenView(m, view, baseUrl.get()).shown())
                                : Optional.empty());
        Pages.send(ctx, 200, page, Pages.WITH_SCRIPT);
    }

    /** {@code /c}: to an open room by the code that its screen shows. */
    public void byCode(RoutingContext ctx) {
        String code = Optional.ofNullable(ctx.request().getParam("code")).orElse("");
        Optional<RoomId> room =
                doorkeeper.strangerMayTry(ctx) ? gate.openRoomByCode(code) : Optional.empty();
        if (room.isEmpty()) {
            Pages.nothing(ctx, Code.NOT_FOUND);
            return;
        }
        ctx.response().setStatusCode(303).putHeader("Location", "/r/" + room.get()).end();
    }
}
