package palabre.http.organiser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import palabre.codec.Json;
import palabre.codec.SessionFile;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.Texts;
import palabre.core.room.Access;
import palabre.core.session.Schedule;
import palabre.core.session.Session;
import palabre.http.base.Pages;
import palabre.http.base.Visitor;
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;
import palabre.sessions.AuditTrail;
import palabre.sessions.Sessions;
import palabre.sessions.Template;
import palabre.text.Messages;

/**
 * {@code /o/{token}}: what an organiser's link opens. Lists their sessions, finds one, and makes a
 * new one from a template, with a shared link for each role.
 */
public final class LandingRoute {
    /** The roles that a new session gets a link for. */
    private static final List<Role> INVITED =
            List.of(Role.MODERATOR, Role.SECRETARY, Role.PARTICIPANT);

    private final Desk desk;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final ServerKey key;

    public LandingRoute(OrganiserParts parts, Desk desk) {
        this.desk = desk;
        this.sessions = parts.sessions();
        this.trail = parts.trail();
        this.key = parts.key();
    }

    public void show(RoutingContext ctx) {
        if (desk.byLink(ctx).isPresent()) {
            Pages.send(ctx, 200, page(ctx));
        }
    }

    /** What was done to whole sessions, also to those that are gone; for the host. */
    public void trail(RoutingContext ctx) {
        if (desk.byHostsLink(ctx)) {
            Messages m = Visitor.language(ctx);
            List<String> lines = trail.last();
            Pages.send(ctx, 200, out -> JtetrailPageGenerated.render(out, null, m, lines));
        }
    }

    public void create(RoutingContext ctx) {
        if (desk.byLink(ctx).isEmpty()) {
            return;
        }
        String title = field(ctx, "title").strip();
        if (title.isEmpty() || !Texts.isLine(title, Texts.LINE_MAX)) {
            Pages.nothing(ctx, Code.BAD_FIELD);
            return;
        }
        String token = String.valueOf(ctx.pathParam("token"));
        String form = field(ctx, "form").isEmpty() ? Base32.random(16) : field(ctx, "form");
        String template = field(ctx, "template");
        desk.preparation(ctx)
                .create(
                        file(ctx, title),
                        LandingRoute::invited,
                        part -> key.formId(token, form, title, template, part))
                .onSuccess(s ->
                        ctx.response()
                                .setStatusCode(303)
                                .putHeader("Location", "/o/" + token + "/" + s.id())
                                .end())
                .onFailure(_ -> Pages.nothing(ctx, Code.STORE_UNAVAILABLE));
    }

    private static String field(RoutingContext ctx, String name) {
        return Optional.ofNullable(ctx.request().getFormAttribute(name)).orElse("");
    }

    private static SessionFile file(RoutingContext ctx, String title) {
        Optional<Template> template = Template.of(field(ctx, "template"));
        if (template.isPresent()) {
            return SessionFile.read(template.get().file(title, Visitor.language(ctx)));
        }
        ObjectNode file = Json.object().put("title", title);
        file.putArray("rooms")
                .addObject()
                .put("title", title)
                .put("access", field(ctx, "access").equals("open") ? "open" : "closed")
                .put("onRecord", !field(ctx, "record").equals("off"));
        return SessionFile.read(file);
    }

    /** Who gets a link of their own into a new room. */
    private static List<Role> invited(SessionFile.RoomEntry room) {
        List<Role> roles = new ArrayList<>(INVITED);
        if (room.access() == Access.OPEN) {
            roles.add(Role.OBSERVER);
        }
        return roles;
    }

    private OrganiserPage page(RoutingContext ctx) {
        String query = Optional.ofNullable(ctx.request().getParam("q")).orElse("").strip();
        boolean archived = "1".equals(ctx.request().getParam("archived"));
        List<Session> found =
                sessions.all().stream()
                        .filter(Desk.who(ctx)::runs)
                        .filter(s -> s.archived() == archived && matches(s, query))
                        .sorted((a, b) -> Long.compare(begins(b), begins(a)))
                        .toList();
        return new OrganiserPage(
                Visitor.language(ctx),
                "/o/" + ctx.pathParam("token"),
                desk.damages().told(Desk.who(ctx)),
                query,
                archived,
                found,
                Desk.who(ctx).isHost());
    }

    private static long begins(Session s) {
        return s.plan().schedule().map(Schedule::beginsMs).orElse(0L);
    }

    /** By the words of its title, series, results, place or teams. */
    private static boolean matches(Session s, String query) {
        String all =
                String.join(
                                "\n",
                                s.title(),
                                s.lifecycle().exchange(),
                                s.plan().results(),
                                s.plan().place(),
                                s.plan().teams().toString())
                        .toLowerCase(Locale.ROOT);
        for (String word : query.toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
