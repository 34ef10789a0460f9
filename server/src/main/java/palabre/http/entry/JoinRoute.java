package palabre.http.entry;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import palabre.access.Gate;
import palabre.access.Needs;
import palabre.access.Seating;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.core.Texts;
import palabre.core.room.Charter;
import palabre.core.session.Link;
import palabre.core.session.Plan;
import palabre.core.session.Session;
import palabre.http.base.Cookies;
import palabre.http.base.Pages;
import palabre.http.base.ServerConfig;
import palabre.http.base.Visitor;
import palabre.http.guard.Doorkeeper;
import palabre.text.Messages;

/**
 * The door: {@code /j/{token}} for the invited, {@code /r/{room}/visit} for those who come to an
 * open room without an invitation. Looking at it changes nothing; coming in takes a seat.
 */
public final class JoinRoute {
    private static final long DAYS_365 = 365L * 24 * 3_600;

    private final Gate gate;
    private final Doorkeeper doorkeeper;
    private final Threshold threshold;
    private final ServerConfig config;

    public JoinRoute(Gate gate, Doorkeeper doorkeeper, Threshold threshold, ServerConfig config) {
        this.config = config;
        this.gate = gate;
        this.doorkeeper = doorkeeper;
        this.threshold = threshold;
    }

    /** The door: an invitation's, or that of an open room. */
    public void show(RoutingContext ctx) {
        doorkeeper
                .admit(ctx, Needs.SEE_DOOR)
                .onSuccess(guest -> show(ctx, guest))
                .onFailure(f -> Pages.nothing(ctx, refused(f)));
    }

    /** By a closed link who has a seat goes on to the room; nobody new comes in. */
    private void show(RoutingContext ctx, Doorkeeper.Guest guest) {
        RoomId room = guest.charter().room();
        if (guest.link().filter(Link::closed).isEmpty()) {
            page(ctx, guest, Optional.empty());
        } else if (doorkeeper.hasSeat(ctx, room)) {
            ctx.response()
                    .setStatusCode(303)
                    .putHeader("Location", "/r/" + room)
                    .putHeader("Cache-Control", "no-store")
                    .end();
        } else {
            Pages.nothing(ctx, Code.LINK_CLOSED);
        }
    }

    public void join(RoutingContext ctx) {
        doorkeeper
                .admit(ctx, Needs.JOIN)
                .onSuccess(guest -> enter(ctx, guest))
                .onFailure(f -> Pages.nothing(ctx, refused(f)));
    }

    /** A closed room has no door for visitors, as if there were no such room. */
    private static Code refused(Throwable failure) {
        Code code = Doorkeeper.codeOf(failure);
        return code == Code.UNAUTHENTICATED ? Code.NOT_FOUND : code;
    }

    /** What the form opens: an invitation, or an open room. */
    private static String door(RoutingContext ctx) {
        String token = ctx.pathParam("token");
        return token == null ? "room " + ctx.pathParam("room") : token;
    }

    private Seating seat(Doorkeeper.Guest guest, String name, String nonce) {
        return guest.link()
                .map(link -> gate.join(guest.seating(), link, name, nonce))
                .orElseGet(() -> gate.visit(guest.charter(), name, nonce));
    }

    private void enter(RoutingContext ctx, Doorkeeper.Guest guest) {
        Charter charter = guest.charter();
        String name =
                Optional.ofNullable(ctx.request().getFormAttribute("name")).orElse("").strip();
        String nonce = Optional.ofNullable(ctx.request().getFormAttribute("form")).orElse("");
        if (!gate.joinNonceGood(door(ctx), nonce)) {
            page(ctx, guest, Optional.of(Code.STALE_FORM));
            return;
        }
        if (name.isBlank() || !Texts.isLine(name, Texts.NAME_MAX) || !Visitor.formIsWhole(ctx)) {
            page(ctx, guest, Optional.of(Code.BAD_FIELD));
            return;
        }
        int rules = gate.session(charter.room()).map(Session::rulesToAccept).orElse(0);
        boolean accepts =
                Integer.toString(rules).equals(ctx.request().getFormAttribute("version"))
                        && ctx.request().getFormAttribute("rules") != null;
        if (rules > 0 && !accepts) {
            page(ctx, guest, Optional.of(Code.RULES_FIRST));
            return;
        }
        boolean personal = guest.link().filter(l -> l.kind() == Link.Kind.PERSONAL).isPresent();
        String by =
                guest.link()
                        .map(l -> charter.session() + "/" + l.id())
                        .orElse("/" + charter.room());
        if (!personal && !doorkeeper.mayJoin(ctx, by)) {
            page(ctx, guest, Optional.of(Code.DOOR_BUSY));
            return;
        }
        Seating seating = seat(guest, name, nonce);
        String text = ctx.request().getFormAttribute("text") == null ? "" : "/text";
        doorkeeper
                .welcome(ctx, seating)
                .compose(_ -> doorkeeper.seat(seating, false, toldOfTheRecord(ctx)))
                .compose(seated ->
                        rules == 0
                                ? Future.succeededFuture()
                                : seated.room().accept(seating.seat(), rules))
                .onSuccess(_ -> {
                    rememberLanguage(ctx);
                    guest.link().ifPresent(l -> gate.noteOpened(l, charter));
                    threshold.follow(ctx, seating, text);
                })
                .onFailure(f -> {
                    Code code = Doorkeeper.codeOf(f);
                    if (code == Code.IN_LOBBY || code == Code.AGREE_FIRST) {
                        rememberLanguage(ctx);
                        threshold.follow(ctx, seating, text);
                    } else {
                        Pages.nothing(ctx, code);
                    }
                });
    }

    /** Whether the page that was filled in said that the room is on the record. */
    private static boolean toldOfTheRecord(RoutingContext ctx) {
        return "on".equals(ctx.request().getFormAttribute("record"));
    }

    private void rememberLanguage(RoutingContext ctx) {
        String chosen = ctx.request().getFormAttribute("lang");
        if (chosen != null && Messages.LANGUAGES.contains(chosen)) {
            Cookie cookie = Cookies.of(config, "lang", chosen).setMaxAge(DAYS_365);
            Cookies.set(ctx, cookie.setHttpOnly(false)); // the app changes it too
        }
    }

    private void page(RoutingContext ctx, Doorkeeper.Guest guest, Optional<Code> refused) {
        Messages m = Visitor.language(ctx);
        Charter charter = guest.charter();
        Optional<Link> link = guest.link();
        Plan plan = gate.session(charter.room()).map(Session::plan).orElse(Plan.NONE);
        boolean dated = link.isPresent() && plan.schedule().isPresent();
        JoinPage page =
                new JoinPage(
                        m,
                        m.text("join.title", "room", charter.title()),
                        link.map(l -> m.text("role." + l.person().role().wire()))
                                .map(role -> m.text("join.as", "role", role))
                                .orElseGet(() -> m.text("join.visit")),
                        charter.onRecord(),
                        plan,
                        dated ? "/j/" + ctx.pathParam("token") + "/invitation.ics" : "",
                        refused.map(code -> m.text("code." + code.name())).orElse(""),
                        gate.joinNonce(door(ctx)),
                        typedName(ctx).orElseGet(() -> personalName(link)),
                        gate.session(charter.room()).map(Session::rulesToAccept).orElse(0),
                        ctx.request().getFormAttribute("rules") != null);
        int status = refused.map(JoinRoute::status).orElse(200);
        Pages.send(ctx, status, page);
    }

    private static int status(Code refused) {
        return switch (refused) {
            case STALE_FORM -> 403;
            case DOOR_BUSY -> 429;
            default -> 400;
        };
    }

    /** What was typed is in the form that comes back. */
    private static Optional<String> typedName(RoutingContext ctx) {
        return Optional.ofNullable(ctx.request().getFormAttribute("name"))
                .filter(name -> !name.isBlank() && Texts.isLine(name, Texts.NAME_MAX));
    }

    private static String personalName(Optional<Link> link) {
        return link.filter(l -> l.kind() == Link.Kind.PERSONAL)
                .map(l -> l.person().name())
                .orElse("");
    }
}
