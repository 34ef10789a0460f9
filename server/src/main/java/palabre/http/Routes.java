package palabre.http;

import static palabre.access.Needs.ENTER;
import static palabre.access.Needs.EVALUATE;
import static palabre.access.Needs.HOST;
import static palabre.access.Needs.JOIN;
import static palabre.access.Needs.NOTHING;
import static palabre.access.Needs.ORGANISE;
import static palabre.access.Needs.READ_RESULTS;
import static palabre.access.Needs.SEE_DOOR;
import static palabre.access.Needs.SEE_SCREEN;

import io.netty.channel.unix.Errors;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palabre.access.Gate;
import palabre.access.Needs;
import palabre.coordination.RoomCoordinator;
import palabre.core.Code;
import palabre.http.app.AppRoute;
import palabre.http.app.Assets;
import palabre.http.base.Meters;
import palabre.http.base.Pages;
import palabre.http.base.Problems;
import palabre.http.base.ServerConfig;
import palabre.http.base.Visitor;
import palabre.http.entry.AgreeRoute;
import palabre.http.entry.InvitationRoute;
import palabre.http.entry.JoinRoute;
import palabre.http.entry.Threshold;
import palabre.http.evaluation.EvaluationDevice;
import palabre.http.evaluation.EvaluationRoute;
import palabre.http.guard.Bodies;
import palabre.http.guard.ConnectionGuard;
import palabre.http.guard.Doorkeeper;
import palabre.http.guard.SeatCookies;
import palabre.http.guard.Strangers;
import palabre.http.lists.PeopleRoute;
import palabre.http.live.CommandIntake;
import palabre.http.live.CommandsRoute;
import palabre.http.live.LiveRoute;
import palabre.http.live.WsRoute;
import palabre.http.organiser.Desk;
import palabre.http.organiser.LandingRoute;
import palabre.http.organiser.LifecycleRoute;
import palabre.http.organiser.OrganiserParts;
import palabre.http.organiser.OrganiserRoute;
import palabre.http.organiser.OrganisersRoute;
import palabre.http.organiser.SessionRoute;
import palabre.http.record.PackRoute;
import palabre.http.record.RecordRoute;
import palabre.http.screen.ScreenRoute;
import palabre.http.text.TextRoute;
import palabre.live.Pace;
import palabre.live.Rooms;
import palabre.text.Messages;

/** Which address leads where. */
final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    /** The largest file of a session. */
    static final int FILE_MAX = 4 * 1024 * 1024;

    /** Browsers come over TLS alone for the next year, once they have come that way. */
    private static final String HSTS = "max-age=31536000";

    /** Under which name a route says what who comes there needs. */
    static final String NEEDS = "needs";

    /** What every instance of the server shares. */
    record Parts(
            ServerConfig config,
            Gate gate,
            RoomCoordinator coordinator,
            Strangers strangers,
            Pace pace,
            Meters meters,
            Readiness readiness,
            OrganiserParts organising) {
        Rooms rooms() {
            return organising.rooms();
        }

        /** The address of this server, once it listens. */
        String baseUrl() {
            return organising.links().get().baseUrl();
        }
    }

    private Routes() {}

    static Router router(Vertx vertx, Parts parts, ConnectionGuard guard) {
        Gate gate = parts.gate();
        SeatCookies cookies = new SeatCookies(gate, parts.config());
        Doorkeeper doorkeeper =
                new Doorkeeper(
                        gate, parts.rooms(), cookies, parts.config(), parts.strangers(), guard);
        CommandIntake intake = new CommandIntake(parts.meters(), parts.coordinator());
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
        RecordRoute record = new RecordRoute(vertx, doorkeeper, parts.rooms());
        PeopleRoute people = new PeopleRoute(vertx, doorkeeper);
        Assets assets = new Assets();
        Threshold threshold = new Threshold(doorkeeper, cookies, assets.address("wait.js"));
        TextRoute text = new TextRoute(doorkeeper, gate, cookies, intake, threshold, people);
        JoinRoute join = new JoinRoute(gate, doorkeeper, threshold, parts.config());
        AppRoute app = new AppRoute(doorkeeper, cookies, threshold, assets);
        AgreeRoute agree = new AgreeRoute(doorkeeper, cookies, threshold);
        InvitationRoute invitations = new InvitationRoute(gate, doorkeeper, parts::baseUrl);
        ScreenRoute screen =
                new ScreenRoute(doorkeeper, gate, parts::baseUrl, assets.address("screen.js"));
        OrganiserParts organising = parts.organising();
        Desk desk = new Desk(organising.organisers(), organising.sessions(), doorkeeper);
        OrganiserRoute organiser = new OrganiserRoute(organising, desk);
        OrganisersRoute organisers = new OrganisersRoute(organising, desk);
        LandingRoute landing = new LandingRoute(organising, desk);
        PackRoute pack = new PackRoute(vertx, gate, organising, doorkeeper, desk);
        LifecycleRoute lifecycle = new LifecycleRoute(organising, desk);
        SessionRoute session = new SessionRoute(organising, desk);
        EvaluationRoute evaluation =
                new EvaluationRoute(
                        doorkeeper,
                        gate,
                        organising.sessions(),
                        new EvaluationDevice(gate.key(), parts.config()),
                        organising.ticker());
        OperationsRoute operations =
                new OperationsRoute(parts.meters(), parts.readiness(), parts.config());

        Router router = Router.router(vertx);
        router.route().handler(ctx -> start(ctx, parts.config(), guard));
        at(router.get("/api/rooms/:room/live"), ENTER)
                .handler(ctx -> {
                    guard.whole(ctx.request());
                    live.handle(ctx);
                });
        for (String files : new String[] {"/api/sessions", "/api/sessions/:session/people"}) {
            at(router.post(files), ORGANISE).handler(ctx -> organiser.letFileIn(ctx, guard));
            at(router.post(files), ORGANISE)
                    .handler(BodyHandler.create(false).setBodyLimit(FILE_MAX));
        }
        router.route()
                .method(HttpMethod.POST)
                .method(HttpMethod.PUT)
                .handler(ctx -> letIn(ctx, parts.config(), guard));
        router.route()
                .method(HttpMethod.POST)
                .method(HttpMethod.PUT)
                .handler(BodyHandler.create(false).setBodyLimit(Bodies.BODY_MAX));
        router.route()
                .handler(ctx -> {
                    guard.whole(ctx.request());
                    ctx.next();
                });
        // addresses are tried in this order: first what thousands come by at once
        at(router.get("/j/:token"), SEE_DOOR).handler(join::show);
        at(router.post("/j/:token"), JOIN).handler(join::join);
        at(router.post("/api/rooms/:room/commands"), ENTER).handler(commands::handle);
        at(router.get("/api/rooms/:room/commands"), ENTER)
                .handler(ctx -> refuseRead(ctx, doorkeeper));
        at(router.post("/api/rooms/:room/agree"), ENTER).handler(agree::byProgram);
        at(router.post("/r/:room/agree"), ENTER).handler(agree::byForm);
        at(router.get("/api/rooms/:room/figures"), ENTER).handler(record::figures);
        at(router.get("/api/rooms/:room/log"), ENTER).handler(record::log);
        at(router.get("/api/rooms/:room/people"), ENTER).handler(people::list);
        at(router.get("/r/:room"), ENTER).handler(app::show);
        at(router.get("/r/:room/text"), ENTER).handler(text::show);
        at(router.post("/r/:room/text"), ENTER).handler(text::act);
        at(router.get("/r/:room/text/people"), ENTER).handler(text::people);
        at(router.get("/r/:room/text/lobby"), ENTER).handler(text::lobby);
        at(router.get("/r/:room/text/questions"), ENTER).handler(text::questions);
        at(router.get("/r/:room/screen"), SEE_SCREEN).handler(screen::show);
        at(router.get("/c"), NOTHING).handler(screen::byCode);
        at(router.get("/c/:code"), NOTHING).handler(screen::byCode);
        at(router.get("/r/:room/visit"), SEE_DOOR).handler(join::show);
        at(router.post("/r/:room/visit"), JOIN).handler(join::join);
        List<String> files = List.of("pack.md", "pack.docx", "statistics.csv", "polls.csv");
        for (String file :
                Stream.concat(Stream.of("pack", "statistics"), files.stream()).toList()) {
            at(router.get("/r/:room/" + file), READ_RESULTS).handler(pack::ofRoom);
            at(router.get("/j/:token/" + file), READ_RESULTS).handler(pack::ofRoom);
            at(router.get("/o/:token/:session/" + file), ORGANISE).handler(pack::ofSession);
        }
        files.forEach(
                f -> at(router.get("/api/sessions/:session/" + f), ORGANISE).handler(pack::ofApi));
        at(router.get("/o/:token/:session/evaluations.csv"), ORGANISE).handler(pack::ofSession);
        at(router.get("/api/sessions/:session/evaluations.csv"), ORGANISE).handler(pack::ofApi);
        at(router.get("/j/:token/invitation.txt"), SEE_DOOR).handler(invitations::message);
        at(router.get("/j/:token/invitation.ics"), SEE_DOOR).handler(invitations::calendar);
        at(router.get("/left"), NOTHING).handler(Routes::left);
        at(router.get("/r/:room/evaluation"), EVALUATE).handler(evaluation::handle);
        at(router.post("/r/:room/evaluation"), EVALUATE).handler(evaluation::handle);
        at(router.get("/j/:token/evaluation"), EVALUATE).handler(evaluation::handle);
        at(router.post("/j/:token/evaluation"), EVALUATE).handler(evaluation::handle);
        at(router.get("/o/:token/organisers"), HOST).blockingHandler(organisers::show, false);
        at(router.post("/o/:token/organisers"), HOST).blockingHandler(organisers::act, false);
        at(router.get("/api/organisers"), HOST).blockingHandler(organisers::list, false);
        at(router.post("/api/organisers"), HOST).blockingHandler(organisers::appoint, false);
        at(router.put("/api/organisers/:organiser"), HOST)
                .blockingHandler(organisers::handOver, false);
        at(router.post("/api/organisers/:organiser/reissue"), HOST)
                .blockingHandler(organisers::reissue, false);
        at(router.delete("/api/organisers/:organiser"), HOST)
                .blockingHandler(organisers::withdraw, false);
        at(router.put("/api/sessions/:session/organiser"), HOST)
                .blockingHandler(lifecycle::entrust, false);
        at(router.get("/o/:token/trail"), HOST).blockingHandler(landing::trail, false);
        at(router.get("/o/:token/:session"), ORGANISE).blockingHandler(session::show, false);
        at(router.post("/o/:token/:session"), ORGANISE).blockingHandler(session::act, false);
        at(router.get("/o/:token/:session/file.yaml"), ORGANISE)
                .blockingHandler(session::file, false);
        at(router.get("/o/:token/:session/audit"), ORGANISE).blockingHandler(session::audit, false);
        at(router.get("/o/:token"), ORGANISE).blockingHandler(landing::show, false);
        at(router.post("/o/:token"), ORGANISE).blockingHandler(landing::create, false);
        at(router.get("/api/sessions"), ORGANISE).blockingHandler(organiser::list, false);
        at(router.post("/api/sessions"), ORGANISE).blockingHandler(organiser::create, false);
        at(router.get("/api/sessions/:session"), ORGANISE).blockingHandler(organiser::show, false);
        at(router.get("/api/sessions/:session/file"), ORGANISE)
                .blockingHandler(organiser::file, false);
        at(router.post("/api/sessions/:session/people"), ORGANISE)
                .blockingHandler(organiser::addPeople, false);
        at(router.put("/api/sessions/:session/plan"), ORGANISE)
                .blockingHandler(organiser::changePlan, false);
        at(router.post("/api/sessions/:session/links"), ORGANISE)
                .blockingHandler(organiser::addLink, false);
        at(router.post("/api/sessions/:session/rooms"), ORGANISE)
                .blockingHandler(organiser::addRoom, false);
        at(router.post("/api/sessions/:session/links/:link/reissue"), ORGANISE)
                .blockingHandler(organiser::reissueLink, false);
        at(router.post("/api/sessions/:session/links/:link/close"), ORGANISE)
                .blockingHandler(organiser::closeLink, false);
        at(router.post("/api/sessions/:session/links/:link/open"), ORGANISE)
                .blockingHandler(organiser::openLink, false);
        at(router.put("/api/sessions/:session/exchange"), ORGANISE)
                .blockingHandler(lifecycle::exchange, false);
        at(router.put("/api/sessions/:session/course"), ORGANISE)
                .blockingHandler(lifecycle::lifecycle, false);
        at(router.get("/api/sessions/:session/audit"), ORGANISE)
                .blockingHandler(lifecycle::audit, false);
        at(router.delete("/api/sessions/:session"), ORGANISE)
                .blockingHandler(lifecycle::erase, false);
        at(router.delete("/api/sessions/:session/links/:link"), ORGANISE)
                .blockingHandler(organiser::revokeLink, false);
        at(router.get("/api/openapi.json"), NOTHING).handler(operations::openApi);
        at(router.get("/assets/:file"), NOTHING).handler(assets::serve);
        at(router.get("/health/live"), NOTHING).handler(operations::live);
        at(router.get("/health/ready"), NOTHING).handler(operations::ready);
        at(router.get("/metrics"), NOTHING).handler(operations::metrics);
        at(router.get("/"), NOTHING).handler(Routes::home);
        router.route().handler(ctx -> turnAway(ctx, Code.NOT_FOUND));
        router.route().failureHandler(Routes::failed);
        return router;
    }

    /** An address, and what those need who come there. */
    private static Route at(Route route, Needs needs) {
        return route.putMetadata(NEEDS, needs);
    }

    private static void start(RoutingContext ctx, ServerConfig config, ConnectionGuard guard) {
        guard.requested(ctx.request());
        ctx.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader(
                        "Permissions-Policy",
                        "camera=(), microphone=(), geolocation=(), interest-cohort=()");
        if (config.secureCookies()) {
            ctx.response().putHeader("Strict-Transport-Security", HSTS);
        }
        if (Visitor.foreignWrite(ctx, config)) {
            turnAway(ctx, Code.BAD_ORIGIN);
            return;
        }
        ctx.next();
    }

    /** A body that has come already was a file's. */
    private static void letIn(RoutingContext ctx, ServerConfig config, ConnectionGuard guard) {
        if (ctx.request().isEnded() || guard.letIn(ctx.request(), Visitor.address(ctx, config))) {
            ctx.next();
        } else {
            turnAway(ctx, Code.TOO_FAST);
        }
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
        Pages.send(ctx, 200, Pages.notice(m, "Palabre", m.text("text.left"), ""));
    }

    private static void home(RoutingContext ctx) {
        Messages m = Visitor.language(ctx);
        Pages.send(ctx, 200, out -> JtehomePageGenerated.render(out, null, m));
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

    /** Nothing of ours has run yet: a body whose parts cannot be read is no fault of the server. */
    private static boolean cameBroken(RoutingContext ctx) {
        HttpMethod method = ctx.request().method();
        return !ctx.request().isEnded()
                && (method.equals(HttpMethod.POST) || method.equals(HttpMethod.PUT));
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
            if (cameBroken(ctx)) {
                turnAway(ctx, Code.BAD_FIELD);
                return;
            }
            if (ctx.failure() != null) {
                LOG.error("a request failed", ctx.failure());
            }
            Problems.answer(ctx.response(), Code.INTERNAL);
        }
    }
}
