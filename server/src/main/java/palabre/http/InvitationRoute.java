package palabre.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Supplier;
import palabre.core.Code;
import palabre.core.session.Link;
import palabre.invite.CalendarEntry;
import palabre.invite.Invitation;
import palabre.sessions.Sessions;

/** {@code /j/{token}/invitation.txt} and {@code .ics}: for whoever holds the invitation. */
final class InvitationRoute {
    private final Sessions sessions;
    private final Doorkeeper doorkeeper;
    private final Supplier<String> baseUrl;

    InvitationRoute(Sessions sessions, Doorkeeper doorkeeper, Supplier<String> baseUrl) {
        this.sessions = sessions;
        this.doorkeeper = doorkeeper;
        this.baseUrl = baseUrl;
    }

    void message(RoutingContext ctx) {
        Optional<Invitation> found = invitation(ctx);
        if (found.isEmpty()) {
            nothing(ctx);
            return;
        }
        boolean chosen = ctx.request().getParam("lang") != null;
        String text = chosen ? found.get().message(Visitor.language(ctx)) : found.get().message();
        send(ctx, "text/plain; charset=utf-8", text);
    }

    void calendar(RoutingContext ctx) {
        Optional<String> entry = invitation(ctx).flatMap(CalendarEntry::of);
        if (entry.isEmpty()) {
            nothing(ctx);
            return;
        }
        ctx.response().putHeader("Content-Disposition", "attachment; filename=\"invitation.ics\"");
        send(ctx, "text/calendar; charset=utf-8", entry.get());
    }

    private Optional<Invitation> invitation(RoutingContext ctx) {
        String token = String.valueOf(ctx.pathParam("token"));
        return sessions.invitation(token)
                .filter(i -> !i.link().revoked())
                .flatMap(i -> of(i.link(), i, baseUrl.get() + "/j/" + token));
    }

    private static Optional<Invitation> of(Link link, Sessions.Invitation i, String address) {
        return i.session()
                .room(link.room())
                .map(c -> new Invitation(i.session(), c, link, address));
    }

    private void nothing(RoutingContext ctx) {
        Pages.nothing(ctx, doorkeeper.strangerMayTry(ctx) ? Code.NOT_FOUND : Code.TOO_FAST);
    }

    private static void send(RoutingContext ctx, String type, String body) {
        ctx.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }
}
