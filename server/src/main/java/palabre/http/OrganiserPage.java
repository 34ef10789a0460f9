package palabre.http;

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
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;
import palabre.sessions.AuditTrail;
import palabre.sessions.Sessions;
import palabre.sessions.Template;
import palabre.text.Html;
import palabre.text.Messages;

/**
 * {@code /o/{token}}: what an organiser's link opens. Lists their sessions, finds one, and makes a
 * new one from a template, with a shared link for each role.
 */
final class OrganiserPage {
    /** The roles that a new session gets a link for. */
    private static final List<Role> INVITED =
            List.of(Role.MODERATOR, Role.SECRETARY, Role.PARTICIPANT);

    private final Desk desk;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final ServerKey key;

    OrganiserPage(Routes.Parts parts, Desk desk) {
        this.desk = desk;
        this.sessions = parts.sessions();
        this.trail = parts.trail();
        this.key = parts.gate().key();
    }

    void show(RoutingContext ctx) {
        if (desk.byLink(ctx).isPresent()) {
            Pages.send(ctx, 200, page(ctx));
        }
    }

    /** What was done to whole sessions, also to those that are gone; for the host. */
    void trail(RoutingContext ctx) {
        if (desk.byHostsLink(ctx)) {
            Messages m = Visitor.language(ctx);
            Html page = Pages.begin(m, m.text("organiser.audit"), "", "");
            page.element("h1", m.text("organiser.audit")).raw("<ul>");
            trail.last().forEach(line -> page.element("li", line));
            Pages.send(ctx, 200, Pages.end(page.raw("</ul>")));
        }
    }

    void create(RoutingContext ctx) {
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
                        OrganiserPage::invited,
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

    private String page(RoutingContext ctx) {
        Messages m = Visitor.language(ctx);
        Html page =
                Pages.begin(m, m.text("organiser.title"), "", "")
                        .element("h1", m.text("organiser.title"));
        desk.damages().write(page, m, Desk.who(ctx), "/o/" + ctx.pathParam("token"));
        page.element("h2", m.text("organiser.new"))
                .raw("<form method=\"post\">")
                .hidden("form", Base32.random(16))
                .raw("<p><label>")
                .text(m.text("organiser.name"))
                .raw("<br><input name=\"title\" required maxlength=\"200\"></label></p><p>");
        page.raw("<label>").text(m.text("organiser.template"));
        page.raw(" <select name=\"template\">");
        for (Template each : Template.values()) {
            page.raw("<option value=\"" + each.key() + "\">");
            page.text(m.text("template." + each.key())).raw("</option>");
        }
        page.raw("</select></label></p><p><button>");
        page.text(m.text("organiser.create")).raw("</button></p></form>");
        list(page, ctx, m);
        if (Desk.who(ctx).isHost()) {
            String here = "/o/" + ctx.pathParam("token");
            page.raw("<p><a href=\"").text(here + "/organisers");
            page.raw("\">").text(m.text("organisers.title")).raw("</a></p><p><a href=\"");
            page.text(here + "/trail").raw("\">").text(m.text("organiser.audit")).raw("</a></p>");
        }
        return Pages.end(page);
    }

    private void list(Html page, RoutingContext ctx, Messages m) {
        String query = Optional.ofNullable(ctx.request().getParam("q")).orElse("").strip();
        boolean archived = "1".equals(ctx.request().getParam("archived"));
        page.element("h2", m.text("organiser.list"));
        page.raw("<form method=\"get\"><p><label>").text(m.text("organiser.search"));
        page.raw(" <input name=\"q\" maxlength=\"200\" value=\"").text(query);
        page.raw("\"></label> <label><input type=\"checkbox\" name=\"archived\" value=\"1\"");
        page.raw(archived ? " checked> " : "> ").text(m.text("organiser.archived"));
        page.raw("</label> <button>").text(m.text("organiser.find")).raw("</button></p></form>");
        List<Session> found =
                sessions.all().stream()
                        .filter(Desk.who(ctx)::runs)
                        .filter(s -> s.archived() == archived && matches(s, query))
                        .sorted((a, b) -> Long.compare(begins(b), begins(a)))
                        .toList();
        if (found.isEmpty()) {
            page.element("p", m.text("organiser.empty"));
        }
        page.raw("<ul id=\"sessions\">");
        for (Session s : found) {
            page.raw("<li><a href=\"").text("/o/" + ctx.pathParam("token") + "/" + s.id());
            page.raw("\">").text(s.title()).raw("</a>");
            s.plan().schedule().ifPresent(x -> page.text(", " + x.start().replace('T', ' ')));
            if (!s.course().exchange().isEmpty()) {
                page.text(" (" + s.course().exchange() + ")");
            }
            page.text(s.closed() ? " – " + m.text("organiser.isClosed") : "").raw("</li>");
        }
        page.raw("</ul>");
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
                                s.course().exchange(),
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
