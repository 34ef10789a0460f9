package palabre.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import palabre.access.Gate;
import palabre.codec.RoomCodec;
import palabre.coordination.Eraser;
import palabre.coordination.RoomCoordinator;
import palabre.core.session.Organiser;
import palabre.http.base.Meters;
import palabre.http.base.ServerConfig;
import palabre.http.guard.Bodies;
import palabre.http.guard.ConnectionGuard;
import palabre.http.guard.Strangers;
import palabre.http.organiser.OrganiserLinks;
import palabre.http.organiser.OrganiserParts;
import palabre.live.Pace;
import palabre.live.Rooms;
import palabre.log.Damages;
import palabre.log.EventLog;
import palabre.log.MemoryLog;
import palabre.log.sqlite.KeyCopies;
import palabre.log.sqlite.KeyFiles;
import palabre.log.sqlite.SqliteLog;
import palabre.loops.LoopWatch;
import palabre.mail.Letters;
import palabre.mail.Mailer;
import palabre.part.PartKinds;
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;
import palabre.sessions.AuditTrail;
import palabre.sessions.Imports;
import palabre.sessions.Organisers;
import palabre.sessions.Sessions;
import palabre.writer.Ticker;

/** The whole server: opens the data directory, reads the sessions, listens. */
public final class PalabreServer implements AutoCloseable {
    private static final Duration ROOM_IDLE = Duration.ofMinutes(10);

    /** How often it is seen to whether something has been kept for long enough. */
    private static final long ERASE_EVERY_MS = 60_000;

    private static final int TCP_USER_TIMEOUT_MS = 60_000;

    /**
     * What may be set apart from the configuration; tests make time run faster.
     *
     * @param pagesMax a bound on the database, beyond which the disk counts as full; 0 for none
     * @param speed how many times as fast as real time the clock runs
     * @param wallMs the wall clock
     */
    public record Tuning(
            Pace pace,
            Duration roomIdle,
            long requestMs,
            int pagesMax,
            int speed,
            LongSupplier wallMs) {
        public Tuning(Pace pace, Duration roomIdle, long requestMs, int pagesMax, int speed) {
            this(pace, roomIdle, requestMs, pagesMax, speed, System::currentTimeMillis);
        }

        public static final Tuning NORMAL =
                new Tuning(Pace.NORMAL, ROOM_IDLE, ConnectionGuard.REQUEST_MS, 0, 1);

        /** As in earnest, with a faster clock. */
        public static Tuning rehearsal(int speed) {
            return new Tuning(Pace.NORMAL, ROOM_IDLE, ConnectionGuard.REQUEST_MS, 0, speed);
        }
    }

    private final Vertx vertx;
    private final LoopWatch watch;
    private final EventLog durable;
    private final EventLog memory;
    private final ServerConfig config;
    private final ServerKey key;
    private final Sessions sessions;
    private final Organisers organisers;
    private final Rooms rooms;
    private final Router router;

    private PalabreServer(
            Vertx vertx,
            LoopWatch watch,
            EventLog durable,
            EventLog memory,
            ServerConfig config,
            ServerKey key,
            Sessions sessions,
            Organisers organisers,
            Rooms rooms,
            Router router) {
        this.watch = watch;
        this.organisers = organisers;
        this.router = router;
        this.vertx = vertx;
        this.durable = durable;
        this.memory = memory;
        this.config = config;
        this.key = key;
        this.sessions = sessions;
        this.rooms = rooms;
    }

    /**
     * Starts a server; port 0 takes any that is free.
     *
     * @throws LogFailure when the data directory cannot be used
     */
    public static PalabreServer start(ServerConfig config, Path data, Tuning tuning)
            throws IOException {
        return start(config, data, tuning, Rooms.KINDS);
    }

    /**
     * @param kinds what parts rooms may have beside main
     */
    public static PalabreServer start(
            ServerConfig config, Path data, Tuning tuning, PartKinds kinds) throws IOException {
        OwnProcess.keepMemoryToItself();
        Port.requireFree(config.host(), config.port());
        SqliteLog durable = SqliteLog.open(data, () -> Base32.random(10), tuning.pagesMax());
        Vertx vertx = Vertx.vertx(OwnProcess.options());
        LoopWatch watch = new LoopWatch(vertx, LoopWatch.LIMIT);
        try {
            MemoryLog memory = new MemoryLog(() -> Base32.random(10));
            KeyFiles keys = new KeyFiles(data.resolve("keys"));
            ServerKey key = new ServerKey(await(durable.serverKey()));
            Ticker ticker =
                    tuning.speed() == 1
                            ? Ticker.of(tuning.wallMs())
                            : Ticker.faster(tuning.wallMs(), tuning.speed(), keys.createdMs());
            Damages damages = new Damages();
            Sessions sessions = new Sessions(vertx, durable, key, ticker, damages);
            await(sessions.load());
            Organisers organisers = new Organisers(vertx, durable, key, ticker, damages);
            await(organisers.load());
            Rooms rooms =
                    new Rooms(
                            vertx,
                            durable,
                            memory,
                            ticker,
                            tuning.pace(),
                            kinds,
                            damages,
                            tuning.roomIdle());
            rooms.start();
            RoomCoordinator coordinator = new RoomCoordinator(vertx, sessions, rooms, ticker);
            AuditTrail trail = new AuditTrail(data);
            Eraser eraser =
                    new Eraser(sessions, rooms, durable, new KeyCopies(data), trail, ticker);
            await(eraser.finishAll());
            coordinator.start();
            vertx.executeBlocking(() -> {
                RoomCodec.warmUp();
                return true;
            });
            vertx.setPeriodic(ERASE_EVERY_MS, _ -> eraser.eraseDue());
            AtomicReference<Router> router = new AtomicReference<>();
            int port =
                    listen(
                            vertx,
                            config,
                            sessions,
                            organisers,
                            rooms,
                            coordinator,
                            eraser,
                            trail,
                            key,
                            ticker,
                            damages,
                            new Readiness(durable, damages),
                            watch,
                            tuning,
                            router);
            watch.start(); // before, nobody was there to wait
            return new PalabreServer(
                    vertx,
                    watch,
                    durable,
                    memory,
                    config.onPort(port),
                    key,
                    sessions,
                    organisers,
                    rooms,
                    Objects.requireNonNull(router.get(), "a listener has started"));
        } catch (IOException | RuntimeException e) {
            watch.close();
            vertx.close();
            durable.close();
            throw e;
        }
    }

    private static int listen(
            Vertx vertx,
            ServerConfig config,
            Sessions sessions,
            Organisers organisers,
            Rooms rooms,
            RoomCoordinator coordinator,
            Eraser eraser,
            AuditTrail trail,
            ServerKey key,
            Ticker ticker,
            Damages damages,
            Readiness readiness,
            LoopWatch watch,
            Tuning tuning,
            AtomicReference<Router> router)
            throws IOException {
        Meters meters = new Meters();
        meters.gauge("palabre.rooms.loaded", rooms::size);
        meters.gauge("palabre.damaged", damages::count);
        meters.gauge("palabre.loop.blocked", watch::blocks);
        meters.gauge("palabre.loop.blocked.longest.ms", watch::longestMs);
        AtomicInteger actual = new AtomicInteger(config.port());
        Supplier<OrganiserLinks> links =
                () ->
                        new OrganiserLinks(
                                key,
                                organisers.token(Organiser.HOST),
                                config.onPort(actual.get()).baseUrl());
        Optional<Letters> letters =
                config.mail()
                        .map(m ->
                                new Letters(
                                        new Mailer(vertx, m),
                                        sessions,
                                        key,
                                        ticker,
                                        () -> links.get().baseUrl()));
        letters.ifPresent(coordinator::write);
        Strangers strangers = new Strangers(ticker);
        Imports imports =
                new Imports(vertx, sessions::invitations, Runtime.getRuntime().maxMemory());
        Routes.Parts parts =
                new Routes.Parts(
                        config,
                        new Gate(key, sessions, ticker),
                        coordinator,
                        strangers,
                        tuning.pace(),
                        meters,
                        readiness,
                        new OrganiserParts(
                                key,
                                sessions,
                                imports,
                                organisers,
                                rooms,
                                eraser,
                                letters,
                                trail,
                                ticker,
                                links));
        ConnectionGuard guard = new ConnectionGuard(vertx, strangers, config, tuning.requestMs());
        int port = config.port() == 0 ? Port.anyFree() : config.port();
        await(
                vertx.deployVerticle(
                        () -> new Listener(parts, guard, port, actual, router),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors())));
        return actual.get();
    }

    /** One listener on each event loop. */
    private static final class Listener extends VerticleBase {
        private final Routes.Parts parts;
        private final ConnectionGuard guard;
        private final int port;
        private final AtomicInteger actual;
        private final AtomicReference<Router> router;

        Listener(
                Routes.Parts parts,
                ConnectionGuard guard,
                int port,
                AtomicInteger actual,
                AtomicReference<Router> router) {
            this.router = router;
            this.parts = parts;
            this.guard = guard;
            this.port = port;
            this.actual = actual;
        }

        @Override
        public Future<?> start() {
            HttpServerOptions options =
                    new HttpServerOptions()
                            .setHost(parts.config().host())
                            .setPort(port)
                            .setHttp2ClearTextEnabled(false)
                            .setCompressionSupported(false)
                            .setDecompressionSupported(false)
                            .setPerFrameWebSocketCompressionSupported(false)
                            .setPerMessageWebSocketCompressionSupported(false)
                            .setMaxWebSocketFrameSize(Bodies.BODY_MAX)
                            .setMaxWebSocketMessageSize(Bodies.BODY_MAX)
                            .setWebSocketSubProtocols(List.of("palabre.v1"))
                            .setMaxHeaderSize(16 * 1024)
                            .setMaxInitialLineLength(16 * 1024)
                            .setTcpUserTimeout(TCP_USER_TIMEOUT_MS)
                            .setTcpKeepAlive(true)
                            .setAcceptBacklog(4_096);
            HttpServer server = vertx.createHttpServer(options);
            server.connectionHandler(guard::opened);
            Router routes = Routes.router(vertx, parts, guard);
            router.set(routes);
            return server.requestHandler(routes)
                    .listen()
                    .onSuccess(s -> actual.set(s.actualPort()));
        }
    }

    /** Waits for what the start or the stop of the server needs. */
    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(
                    Objects.requireNonNullElse(e.getCause(), e).getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the server did not start in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public int port() {
        return config.port();
    }

    /** Every address, as one of the listeners knows it. */
    List<Route> addresses() {
        return router.getRoutes();
    }

    public Sessions sessions() {
        return sessions;
    }

    /** The addresses to hand out. */
    public OrganiserLinks links() {
        return new OrganiserLinks(key, organisers.token(Organiser.HOST), config.baseUrl());
    }

    /** Tells everybody to come back, finishes what is on its way, and lets go of the directory. */
    @Override
    public void close() {
        rooms.stop();
        await(vertx.timer(100).mapEmpty());
        await(vertx.close());
        watch.close();
        durable.close();
        memory.close();
    }
}
