package palabre.http;

import io.netty.channel.unix.Errors;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palabre.access.Gate;
import palabre.conduct.Conductor;
import palabre.conduct.Eraser;
import palabre.core.Code;
import palabre.live.Pace;
import palabre.live.Rooms;
import palabre.mail.Letters;
import palabre.sessions.AuditTrail;
import palabre.sessions.Imports;
import palabre.sessions.Organisers;
import palabre.sessions.Sessions;
import palabre.text.Messages;
import palabre.writer.Ticker;

/** Which address leads where. */
final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    /** The largest body of a request. */
    static final int BODY_MAX = 64 * 1024;

    /** The largest file of a session. */
    static final int FILE_MAX = 4 * 1024 * 1024;

    /** What every instance of the server shares. */
    record Parts(
            ServerConfig config,
            Gate gate,
            Sessions sessions,
            Imports imports,
            Organisers organisers,
            Rooms rooms,
            Conductor conductor,
            Eraser eraser,
            Optional<Letters> letters,
            AuditTrail trail,
            Strangers strangers,
            Ticker ticker,
            Pace pace,
            Meters meters,
            Supplier<OrganiserLinks> links,
            Readiness readiness) {}

    private Routes() {}

    static Router router(Vertx vertx, Parts parts, ConnectionGuard guard) {
        Gate gate = parts.gate();
        SeatCookies cookies = new SeatCookies(gate, parts.config());
        Doorkeeper doorkeeper =
                new Doorkeeper(
                        gate, parts.rooms(), cookies, parts.config(), parts.strangers(), guard);
        CommandIntake intake = new CommandIntake(parts.meters(), parts.conductor());
        WsRoute webSockets =
                new WsRoute(
                        vertx,
                        doorkeeper,
                        parts.strangers(),
                        parts.config(),
                        intake,
                        parts.pace(),
                        guard.requestMs(),
                        parts.meters());
        LiveRoute live = new LiveRoute(vertx, doorkeeper, webSockets, parts.config(), parts.pace());
        CommandsRoute commands = new CommandsRoute(doorkeeper, intake);
        RecordRoute record = new RecordRoute(doorkeeper, parts.rooms());
        Assets assets = new Assets();
        Threshold threshold = new Threshold(doorkeeper, cookies, assets.address("wait.js"));
        TextRoute text = new TextRoute(doorkeeper, gate, cookies, intake, threshold);
        JoinRoute join = new JoinRoute(gate, doorkeeper, cookies, threshold);
        AppRoute app = new AppRoute(gate, doorkeeper, cookies, threshold, assets);
        InvitationRoute invitations =
                new InvitationRoute(
                        parts.sessions(), doorkeeper, () -> parts.links().get().baseUrl());
        ScreenRoute screen =
                new ScreenRoute(
                        doorkeeper,
                        gate,
                        parts.rooms(),
                        () -> parts.links().get().baseUrl(),
                        assets.address("screen.js"));
        Desk desk = new Desk(parts.organisers(), parts.sessions(), doorkeeper);
        OrganiserRoute organiser = new OrganiserRoute(parts, desk);
        OrganisersRoute organisers = new OrganisersRoute(parts, desk);
        OrganiserPage organiserPage = new OrganiserPage(parts, desk);
        PackRoute pack = new PackRoute(vertx, parts, doorkeeper, desk);
        CourseRoute course = new CourseRoute(parts, desk);
        SessionRoute session = new SessionRoute(parts, desk);
        EvaluationRoute evaluation =
                new EvaluationRoute(
                        doorkeeper,
                        gate,
                        parts.sessions(),
                        new EvaluationDevice(gate.key(), parts.config()),
                        parts.ticker());
        OperationsRoute operations =
                new OperationsRoute(parts.meters(), parts.readiness(), parts.config());

        Router router = Router.router(vertx);
        router.route().handler(ctx -> start(ctx, guard));
        router.get("/api/rooms/:room/live")
                .handler(ctx -> {
                    guard.whole(ctx.request());
                    live.handle(ctx);
                });
        for (String files : new String[] {"/api/sessions", "/api/sessions/:session/people"}) {
            router.post(files).handler(organiser::letFileIn);
            router.post(files).handler(BodyHandler.create(false).setBodyLimit(FILE_MAX));
        }
        router.route()
                .method(HttpMethod.POST)
                .method(HttpMethod.PUT)
                .handler(BodyHandler.create(false).setBodyLimit(BODY_MAX));
        router.route()
                .handler(ctx -> {
                    guard.whole(ctx.request());
                    ctx.next();
                });
        router.post("/api/rooms/:room/commands").handler(commands::handle);
        router.get("/api/rooms/:room/commands").handler(ctx -> refuseRead(ctx, doorkeeper));
        router.get("/api/rooms/:room/figures").handler(record::figures);
        router.get("/api/rooms/:room/log").handler(record::log);
        router.get("/r/:room").handler(app::show);
        router.get("/r/:room/text").handler(text::show);
        router.post("/r/:room/text").handler(text::act);
        router.get("/r/:room/screen").handler(screen::show);
        router.get("/c").handler(screen::byCode);
        router.get("/c/:code").handler(screen::byCode);
        router.get("/r/:room/visit").handler(join::showVisit);
        router.post("/r/:room/visit").handler(join::visit);
        List<String> files = List.of("pack.md", "pack.docx", "statistics.csv", "polls.csv");
        for (String file :
                Stream.concat(Stream.of("pack", "statistics"), files.stream()).toList()) {
            router.get("/r/:room/" + file).handler(pack::ofRoom);
            router.get("/j/:token/" + file).handler(pack::ofInvitation);
            router.get("/o/:token/:session/" + file).handler(pack::ofSession);
        }
        files.forEach(f -> router.get("/api/sessions/:session/" + f).handler(pack::ofApi));
        router.get("/o/:token/:session/evaluations.csv").handler(pack::ofSession);
        router.get("/api/sessions/:session/evaluations.csv").handler(pack::ofApi);
        router.get("/j/:token/invitation.txt").handler(invitations::message);
        router.get("/j/:token/invitation.ics").handler(invitations::calendar);
        router.get("/j/:token").handler(join::show);
        router.post("/j/:token").handler(join::join);
        router.get("/left").handler(Routes::left);
        router.get("/r/:room/evaluation").handler(evaluation::ofRoom);
        router.post("/r/:room/evaluation").handler(evaluation::ofRoom);
        router.get("/j/:token/evaluation").handler(evaluation::ofInvitation);
        router.post("/j/:token/evaluation").handler(evaluation::ofInvitation);
        router.get("/o/:token/organisers").blockingHandler(organisers::show, false);
        router.post("/o/:token/organisers").blockingHandler(organisers::act, false);
        router.get("/api/organisers").blockingHandler(organisers::list, false);
        router.post("/api/organisers").blockingHandler(organisers::appoint, false);
        router.put("/api/organisers/:organiser").blockingHandler(organisers::handOver, false);
        router.post("/api/organisers/:organiser/reissue")
                .blockingHandler(organisers::reissue, false);
        router.delete("/api/organisers/:organiser").blockingHandler(organisers::withdraw, false);
        router.put("/api/sessions/:session/organiser").blockingHandler(course::entrust, false);
        router.get("/o/:token/trail").blockingHandler(organiserPage::trail, false);
        router.get("/o/:token/:session").blockingHandler(session::show, false);
        router.post("/o/:token/:session").blockingHandler(session::act, false);
        router.get("/o/:token/:session/file.yaml").blockingHandler(session::file, false);
        router.get("/o/:token/:session/audit").blockingHandler(session::audit, false);
        router.get("/o/:token").blockingHandler(organiserPage::show, false);
        router.post("/o/:token").blockingHandler(organiserPage::create, false);
        router.get("/api/sessions").blockingHandler(organiser::list, false);
        router.post("/api/sessions").blockingHandler(organiser::create, false);
        router.get("/api/sessions/:session").blockingHandler(organiser::show, false);
        router.get("/api/sessions/:session/file").blockingHandler(organiser::file, false);
        router.post("/api/sessions/:session/people").blockingHandler(organiser::addPeople, false);
        router.put("/api/sessions/:session/plan").blockingHandler(organiser::changePlan, false);
        router.post("/api/sessions/:session/links").blockingHandler(organiser::addLink, false);
        router.post("/api/sessions/:session/rooms").blockingHandler(organiser::addRoom, false);
        router.post("/api/sessions/:session/links/:link/reissue")
                .blockingHandler(organiser::reissueLink, false);
        router.put("/api/sessions/:session/exchange").blockingHandler(course::exchange, false);
        router.put("/api/sessions/:session/course").blockingHandler(course::course, false);
        router.get("/api/sessions/:session/audit").blockingHandler(course::audit, false);
        router.delete("/api/sessions/:session").blockingHandler(course::erase, false);
        router.delete("/api/sessions/:session/links/:link")
                .blockingHandler(organiser::revokeLink, false);
        router.get("/api/openapi.json").handler(operations::openApi);
        router.get("/assets/:file").handler(assets::serve);
        router.get("/health/live").handler(operations::live);
        router.get("/health/ready").handler(operations::ready);
        router.get("/metrics").handler(operations::metrics);
        router.get("/").handler(Routes::home);
        router.route().handler(ctx -> turnAway(ctx, Code.NOT_FOUND));
        router.route().failureHandler(Routes::failed);
        return router;
    }

    private static void start(RoutingContext ctx, ConnectionGuard guard) {
        guard.requested(ctx.request());
        ctx.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader(
                        "Permissions-Policy",
                        "camera=(), microphone=(), geolocation=(), interest-cohort=()");
        ctx.next();
    }

    /** Commands are sent, not read; a stranger learns no more than anywhere else. */
    private static void refuseRead(RoutingContext ctx, Doorkeeper doorkeeper) {
        doorkeeper
                .admit(ctx)
                .onSuccess(_ -> ctx.response().setStatusCode(405).putHeader("Allow", "POST").end())
                .onFailure(f -> Problems.answer(ctx.response(), Doorkeeper.codeOf(f)));
    }

    private static void left(RoutingContext ctx) {
        Messages m = Visitor.language(ctx);
        Pages.send(
                ctx,
                200,
                Pages.end(Pages.begin(m, "Palabre", "", "").element("h1", m.text("text.left"))));
    }

    private static void home(RoutingContext ctx) {
        Messages m = Visitor.language(ctx);
        Pages.send(
                ctx,
                200,
                Pages.end(
                        Pages.begin(m, "Palabre", "", "")
                                .element("h1", "Palabre")
                                .element("p", m.text("home.text"))
                                .raw("<form action=\"/c\"><label>")
                                .text(m.text("home.code"))
                                .raw(" <input name=\"code\" maxlength=\"20\" required")
                                .raw(" autocapitalize=\"none\" autocomplete=\"off\"></label> ")
                                .element("button", m.text("join.button"))
                                .raw("</form>")));
    }

    private static void turnAway(RoutingContext ctx, Code code) {
        String path = ctx.request().path();
        if (path != null && path.startsWith("/api/")) {
            Problems.answer(ctx.response(), code);
        } else {
            Pages.nothing(ctx, code);
        }
    }

    /** Whether it was the guest's link that failed. */
    private static boolean isCut(@Nullable Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof SocketException
                || failure instanceof Errors.NativeIoException;
    }

    private static void failed(RoutingContext ctx) {
        if (ctx.statusCode() == 413) {
            Problems.answer(ctx.response(), Code.TOO_LARGE);
        } else if (ctx.statusCode() == 400) {
            turnAway(ctx, Code.BAD_FIELD);
        } else if (ctx.statusCode() > 400 && ctx.statusCode() < 500) {
            turnAway(ctx, Code.NOT_FOUND);
        } else {
            if (ctx.response().closed() || isCut(ctx.failure())) {
                return; // there is nobody left to answer, and nothing of ours to mend
            }
            if (ctx.failure() != null) {
                LOG.error("a request failed", ctx.failure());
            }
            Problems.answer(ctx.response(), Code.INTERNAL);
        }
    }
}
