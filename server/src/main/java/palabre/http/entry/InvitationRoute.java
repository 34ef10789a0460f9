package palabre.http.entry;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import palabre.access.Gate;
import palabre.access.Needs;
import palabre.core.Code;
import palabre.core.room.Charter;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.http.base.Pages;
import palabre.http.base.Visitor;
import palabre.http.guard.Doorkeeper;
import palabre.invite.CalendarEntry;
import palabre.invite.Invitation;

/** {@code /j/{token}/invitation.txt} and {@code .ics}: for whoever holds the invitation. */
public final class InvitationRoute {
    private final Gate gate;
    private final Doorkeeper doorkeeper;
    private final Supplier<String> baseUrl;

    public InvitationRoute(Gate gate, Doorkeeper doorkeeper, Supplier<String> baseUrl) {
        this.gate = gate;
        this.doorkeeper = doorkeeper;
        this.baseUrl = baseUrl;
    }

    public void message(RoutingContext ctx) {
        boolean chosen = ctx.request().getParam("lang") != null;
        answer(
                ctx,
                i -> {
                    String text = chosen ? i.message(Visitor.language(ctx)) : i.message();
                    send(ctx, "text/plain; charset=utf-8", text);
                });
    }

    public void calendar(RoutingContext ctx) {
        answer(
                ctx,
                i -> {
                    Optional<String> entry = CalendarEntry.of(i);
                    if (entry.isEmpty()) {
                        Pages.nothing(ctx, Code.NOT_FOUND);
                        return;
                    }
                    ctx.response()
                            .putHeader(
                                    "Content-Disposition",
                                    "attachment; filename=\"invitation.ics\"");
                    send(ctx, "text/calendar; charset=utf-8", entry.get());
                });
    }

    private void answer(RoutingContext ctx, Consumer<Invitation> write) {
        String address = baseUrl.get() + "/j/" + ctx.pathParam("token");
        doorkeeper
                .admit(ctx, Needs.SEE_DOOR)
                .map(guest -> invitation(guest, address))
                .onSuccess(write::accept)
                .onFailure(f -> Pages.nothing(ctx, Doorkeeper.codeOf(f)));
    }

    private Invitation invitation(Doorkeeper.Guest guest, String address) {
        Session session = gate.session(guest.charter().room()).orElseThrow();
        Link link = guest.link().orElseThrow();
        Charter home = session.room(link.room()).orElseThrow();
        return new Invitation(session, home, link, address);
    }

    private static void send(RoutingContext ctx, String type, String body) {
        ctx.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }
}
