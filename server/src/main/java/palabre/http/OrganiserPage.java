package palabre.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import palabre.access.Gate;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.Texts;
import palabre.core.room.Access;
import palabre.core.room.Person;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.sessions.Preparation;
import palabre.sessions.Sessions;
import palabre.text.Html;
import palabre.text.Messages;

/**
 * {@code /o/{token}}: what the organiser's link opens. Lists every session with its links, and
 * makes a new one, with a room and a shared link for each role.
 */
final class OrganiserPage {
    /** The roles that a new session gets a link for. */
    private static final List<Role> INVITED =
            List.of(Role.MODERATOR, Role.PARTICIPANT, Role.OBSERVER);

    private final Gate gate;
    private final Sessions sessions;
    private final Preparation preparation;
    private final Supplier<OrganiserLinks> links;
    private final Doorkeeper doorkeeper;

    OrganiserPage(
            Gate gate, Sessions sessions, Supplier<OrganiserLinks> links, Doorkeeper doorkeeper) {
        this.gate = gate;
        this.sessions = sessions;
        this.preparation = new Preparation(sessions);
        this.links = links;
        this.doorkeeper = doorkeeper;
    }

    private boolean mayEnter(RoutingContext ctx) {
        boolean organiser = gate.isOrganiser(String.valueOf(ctx.pathParam("token")));
        if (!organiser) {
            Pages.nothing(ctx, doorkeeper.strangerMayTry(ctx) ? Code.NOT_FOUND : Code.TOO_FAST);
        }
        return organiser;
    }

    void show(RoutingContext ctx) {
        if (mayEnter(ctx)) {
            Pages.send(ctx, 200, page(Visitor.language(ctx)));
        }
    }

    void create(RoutingContext ctx) {
        if (!mayEnter(ctx)) {
            return;
        }
        String title =
                Optional.ofNullable(ctx.request().getFormAttribute("title")).orElse("").strip();
        if (title.isEmpty() || !Texts.isLine(title, Texts.LINE_MAX)) {
            Pages.nothing(ctx, Code.BAD_FIELD);
            return;
        }
        Access access =
                "open".equals(ctx.request().getFormAttribute("access"))
                        ? Access.OPEN
                        : Access.CLOSED;
        boolean onRecord = !"off".equals(ctx.request().getFormAttribute("record"));
        preparation
                .create(title, List.of(new Preparation.RoomPlan(title, access, onRecord)))
                .compose(this::invite)
                .onSuccess(_ ->
                        ctx.response()
                                .setStatusCode(303)
                                .putHeader("Location", "/o/" + ctx.pathParam("token"))
                                .end())
                .onFailure(_ -> Pages.nothing(ctx, Code.STORE_UNAVAILABLE));
    }

    private Future<Session> invite(Session session) {
        Future<Session> done = Future.succeededFuture(session);
        var room = session.rooms().keySet().iterator().next();
        for (Role role : INVITED) {
            String name = Messages.of("en").text("role." + role.wire());
            done =
                    done.compose(_ ->
                                    preparation.invite(
                                            session.id(),
                                            room,
                                            Link.Kind.SHARED,
                                            Person.named(name, role),
                                            OptionalLong.empty()))
                            .map(Sessions.Invitation::session);
        }
        return done;
    }

    private String page(Messages m) {
        Html page =
                Pages.begin(m, m.text("organiser.title"), "", "")
                        .element("h1", m.text("organiser.title"))
                        .element("h2", m.text("organiser.new"))
                        .raw("<form method=\"post\"><p><label>")
                        .text(m.text("organiser.name"))
                        .raw(
                                "<br><input name=\"title\" required maxlength=\"200\"></label></p><p>");
        choice(page, "access", "closed", m.text("room.closed"), true);
        choice(page, "access", "open", m.text("room.open"), false);
        page.raw("</p><p>");
        choice(page, "record", "on", m.text("record.on"), true);
        choice(page, "record", "off", m.text("record.off"), false);
        page.raw("</p><button>").text(m.text("organiser.create")).raw("</button></form>");
        if (sessions.all().isEmpty()) {
            page.element("p", m.text("organiser.empty"));
        }
        sessions.all().forEach(s -> session(page, m, s));
        return Pages.end(page);
    }

    private static void choice(Html page, String name, String value, String label, boolean chosen) {
        page.raw("<label><input type=\"radio\" name=\"" + name + "\" value=\"" + value + "\"")
                .raw(chosen ? " checked> " : "> ")
                .text(label)
                .raw("</label><br>");
    }

    private void session(Html page, Messages m, Session session) {
        page.element("h2", session.title());
        PlanPart.write(page, m, session.plan());
        for (var room : links.get().rooms(session)) {
            boolean open = room.path("access").textValue().equals("open");
            boolean on = room.path("onRecord").booleanValue();
            page.element("h3", room.path("title").textValue())
                    .element(
                            "p",
                            m.text(open ? "room.open" : "room.closed")
                                    + " · "
                                    + m.text(on ? "record.on" : "record.off"))
                    .raw("<ul>");
            for (var link : room.path("links")) {
                String url = link.path("url").textValue();
                String role = m.text("role." + link.path("role").textValue());
                boolean shared = link.path("shared").booleanValue();
                page.raw("<li>").text(shared ? role : link.path("name").textValue() + ", " + role);
                page.raw(": <a href=\"").text(url).raw("\">").text(url).raw("</a> · <a href=\"");
                page.text(url).raw("/invitation.txt\">").text(m.text("plan.message"));
                page.raw("</a></li>");
            }
            page.raw("</ul>");
        }
    }
}
