package palabre.http;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import palabre.access.Admission;
import palabre.access.Gate;
import palabre.access.Seating;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.core.Texts;
import palabre.core.room.Charter;
import palabre.core.session.Link;
import palabre.core.session.Plan;
import palabre.core.session.Session;
import palabre.secrets.Base32;
import palabre.text.Html;
import palabre.text.Messages;

/**
 * The door: {@code /j/{token}} for the invited, {@code /r/{room}/visit} for those who come to an
 * open room without an invitation. Looking at it changes nothing; coming in takes a seat.
 */
final class JoinRoute {
    private static final long DAYS_365 = 365L * 24 * 3_600;

    private final Gate gate;
    private final Doorkeeper doorkeeper;
    private final SeatCookies cookies;
    private final Threshold threshold;

    JoinRoute(Gate gate, Doorkeeper doorkeeper, SeatCookies cookies, Threshold threshold) {
        this.gate = gate;
        this.doorkeeper = doorkeeper;
        this.cookies = cookies;
        this.threshold = threshold;
    }

    private interface Admitting {
        Seating seat(String name, String nonce);
    }

    void show(RoutingContext ctx) {
        switch (invited(ctx)) {
            case Admission.Admitted a ->
                    page(ctx, a.seating().charter(), Optional.of(a.link()), Optional.empty());
            case Admission.Denied d -> Pages.nothing(ctx, d.code());
        }
    }

    void join(RoutingContext ctx) {
        switch (invited(ctx)) {
            case Admission.Admitted a ->
                    enter(
                            ctx,
                            a.seating().charter(),
                            Optional.of(a.link()),
                            (name, nonce) -> gate.join(a, name, nonce));
            case Admission.Denied d -> Pages.nothing(ctx, d.code());
        }
    }

    private Admission invited(RoutingContext ctx) {
        Admission admission = gate.byToken(String.valueOf(ctx.pathParam("token")));
        return admission instanceof Admission.Denied && !doorkeeper.strangerMayTry(ctx)
                ? new Admission.Denied(Code.TOO_FAST)
                : admission;
    }

    void showVisit(RoutingContext ctx) {
        Optional<Charter> room = visited(ctx);
        if (room.isPresent()) {
            page(ctx, room.get(), Optional.empty(), Optional.empty());
        } else {
            Pages.nothing(ctx, Code.NOT_FOUND);
        }
    }

    void visit(RoutingContext ctx) {
        Optional<Charter> room = visited(ctx);
        if (room.isEmpty() || !doorkeeper.strangerMayTry(ctx)) {
            Pages.nothing(ctx, room.isEmpty() ? Code.NOT_FOUND : Code.TOO_FAST);
        } else {
            enter(
                    ctx,
                    room.get(),
                    Optional.empty(),
                    (name, nonce) -> gate.visit(room.get(), name, nonce));
        }
    }

    private Optional<Charter> visited(RoutingContext ctx) {
        return Visitor.room(ctx).flatMap(gate::openRoom);
    }

    private void enter(
            RoutingContext ctx, Charter charter, Optional<Link> link, Admitting admitting) {
        String name =
                Optional.ofNullable(ctx.request().getFormAttribute("name")).orElse("").strip();
        String nonce = Optional.ofNullable(ctx.request().getFormAttribute("form")).orElse("");
        if (name.isBlank() || !Texts.isLine(name, Texts.NAME_MAX) || !Visitor.formIsWhole(ctx)) {
            page(ctx, charter, link, Optional.of(Code.BAD_FIELD));
            return;
        }
        int rules = gate.session(charter.room()).map(Session::rulesToAccept).orElse(0);
        boolean accepts =
                Integer.toString(rules).equals(ctx.request().getFormAttribute("version"))
                        && ctx.request().getFormAttribute("rules") != null;
        if (rules > 0 && !accepts) {
            page(ctx, charter, link, Optional.of(Code.RULES_FIRST));
            return;
        }
        Seating seating = admitting.seat(name, nonce.isEmpty() ? Base32.random(16) : nonce);
        doorkeeper
                .seat(seating, false)
                .compose(guest ->
                        rules == 0
                                ? Future.succeededFuture()
                                : guest.room().accept(seating.seat(), rules))
                .onSuccess(_ -> {
                    rememberLanguage(ctx);
                    link.ifPresent(l -> gate.noteOpened(l, charter));
                    RoomId room = charter.room();
                    String as = cookies.remember(ctx, seating);
                    String page = ctx.request().getFormAttribute("text") == null ? "" : "/text";
                    ctx.response()
                            .setStatusCode(303)
                            .putHeader("Location", "/r/" + room + page + as)
                            .putHeader("Cache-Control", "no-store")
                            .end();
                })
                .onFailure(f -> {
                    String page = ctx.request().getFormAttribute("text") == null ? "" : "/text";
                    if (Doorkeeper.codeOf(f) == Code.IN_LOBBY) {
                        rememberLanguage(ctx);
                        threshold.follow(ctx, seating, page);
                    } else {
                        Pages.nothing(ctx, Doorkeeper.codeOf(f));
                    }
                });
    }

    private static void rememberLanguage(RoutingContext ctx) {
        String chosen = ctx.request().getFormAttribute("lang");
        if (chosen != null && Messages.LANGUAGES.contains(chosen)) {
            ctx.response()
                    .addCookie(
                            Cookie.cookie("lang", chosen)
                                    .setPath("/")
                                    .setSameSite(CookieSameSite.LAX)
                                    .setMaxAge(DAYS_365));
        }
    }

    private void page(
            RoutingContext ctx, Charter charter, Optional<Link> link, Optional<Code> refused) {
        Messages m = Visitor.language(ctx);
        String title = m.text("join.title", "room", charter.title());
        Html page = Pages.begin(m, title, "", "").element("h1", title).raw("<p>");
        page.text(
                link.map(l -> m.text("role." + l.person().role().wire()))
                        .map(role -> m.text("join.as", "role", role))
                        .orElseGet(() -> m.text("join.visit")));
        page.raw("</p><p>").text(m.text(charter.onRecord() ? "record.on" : "join.off")).raw("</p>");
        Plan plan = gate.session(charter.room()).map(Session::plan).orElse(Plan.NONE);
        PlanPart.write(page, m, plan);
        if (link.isPresent() && plan.schedule().isPresent()) {
            page.raw("<p><a href=\"")
                    .text("/j/" + ctx.pathParam("token"))
                    .raw("/invitation.ics\">");
            page.text(m.text("plan.calendar")).raw("</a></p>");
        }
        if (refused.isPresent()) {
            page.element("p class=\"warn\" role=\"alert\"", m.text("code." + refused.get().name()));
        }
        page.raw("<form method=\"post\">").hidden("form", Base32.random(16));
        page.raw("<p><label>").text(m.text("join.name"));
        page.raw(
                "<br><input name=\"name\" required maxlength=\"80\" autocomplete=\"name\" value=\"");
        page.text(personalName(link)).raw("\"></label></p><p><label>");
        page.text(m.text("language.label")).raw("<br><select name=\"lang\">");
        for (String language : Messages.LANGUAGES) {
            page.raw("<option value=\"" + language + "\" lang=\"" + language + "\"");
            page.raw(language.equals(m.language()) ? " selected>" : ">");
            page.text(Messages.of(language).languageName()).raw("</option>");
        }
        page.raw("</select></label></p>");
        PlanPart.rules(page, m, plan);
        page.hidden("version", gate.session(charter.room()).map(Session::rulesToAccept).orElse(0));
        page.raw("<p><label><input type=\"checkbox\" name=\"rules\" required> ");
        page.text(m.text("join.accept")).raw("</label></p><p><button>");
        page.text(m.text("join.button")).raw("</button> <button name=\"text\" value=\"1\">");
        page.text(m.text("text.lite")).raw("</button></p></form>");
        Pages.send(ctx, refused.isPresent() ? 400 : 200, Pages.end(page));
    }

    private static String personalName(Optional<Link> link) {
        return link.filter(l -> l.kind() == Link.Kind.PERSONAL)
                .map(l -> l.person().name())
                .orElse("");
    }
}
