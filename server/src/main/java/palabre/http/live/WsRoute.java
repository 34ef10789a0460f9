package palabre.http.live;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import palabre.codec.Fields;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.http.base.Meters;
import palabre.http.base.Problems;
import palabre.http.base.ServerConfig;
import palabre.http.base.Visitor;
import palabre.http.guard.ConnectionGuard;
import palabre.http.guard.Doorkeeper;
import palabre.http.guard.FrameGuard;
import palabre.http.guard.Strangers;
import palabre.live.Pace;

/**
 * Opens WebSockets. The upgrade is granted to every room's address, so that it tells nothing; who
 * has no cookie and no bearer token shows a token in the first message.
 */
public final class WsRoute {
    private static final long FIRST_MESSAGE_MS = 10_000;
    private static final int TOKEN_MAX = 64;

    /** How long a first message may be. */
    private static final int FIRST_MESSAGE_MAX = 1_024;

    private final Vertx vertx;
    private final Doorkeeper doorkeeper;
    private final Strangers strangers;
    private final ServerConfig config;
    private final CommandIntake intake;
    private final Pace pace;
    private final long strangerMs;
    private final AtomicInteger open;

    /**
     * @param requestMs within which a request must have come whole
     */
    public WsRoute(
            Vertx vertx,
            Doorkeeper doorkeeper,
            Strangers strangers,
            ServerConfig config,
            CommandIntake intake,
            Pace pace,
            long requestMs,
            Meters meters) {
        this.vertx = vertx;
        this.doorkeeper = doorkeeper;
        this.strangers = strangers;
        this.config = config;
        this.intake = intake;
        this.pace = pace;
        this.strangerMs = Math.min(FIRST_MESSAGE_MS, requestMs);
        this.open = meters.webSockets();
    }

    void handle(RoutingContext ctx, Follows follows) {
        EventLoop loop = ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
        boolean shown =
                Visitor.bearer(ctx).isPresent()
                        || Visitor.room(ctx).filter(r -> doorkeeper.hasSeat(ctx, r)).isPresent();
        String address = Visitor.address(ctx, config);
        if (!shown && !strangers.socketBegins(address)) {
            Problems.answer(ctx.response(), Code.TOO_FAST);
            return;
        }
        Runnable uncount = shown ? () -> {} : () -> strangers.socketEnds(address);
        ctx.request()
                .toWebSocket()
                .onFailure(_ -> uncount.run())
                .onSuccess(socket -> {
                    socket.pause();
                    Channel channel = ConnectionGuard.channel(ctx.request().connection());
                    WsStranger stranger =
                            new WsStranger(socket, channel, shown, strangerMs, uncount);
                    if (shown) {
                        seat(stranger, socket, loop, doorkeeper.admit(ctx), follows);
                    } else {
                        stranger.awaitToken(bytes ->
                                seat(stranger, socket, loop, byFirstMessage(ctx, bytes), follows));
                    }
                });
    }

    private void seat(
            WsStranger stranger,
            ServerWebSocket socket,
            EventLoop loop,
            Future<Doorkeeper.Guest> admission,
            Follows follows) {
        admission
                .onSuccess(guest ->
                        loop.execute(() ->
                                stranger.admit()
                                        .ifPresent(frames ->
                                                start(socket, frames, loop, guest, follows))))
                .onFailure(f -> loop.execute(() -> stranger.refuse(Doorkeeper.codeOf(f))));
    }

    private void start(
            ServerWebSocket socket,
            FrameGuard frames,
            EventLoop loop,
            Doorkeeper.Guest guest,
            Follows follows) {
        WsConnection c =
                new WsConnection(
                        socket,
                        frames,
                        loop,
                        guest.room(),
                        guest.seating().seat(),
                        follows,
                        intake,
                        pace.silenceMs());
        open.incrementAndGet();
        socket.closeHandler(_ -> {
            open.decrementAndGet();
            guest.room().detach(c);
        });
        c.start();
    }

    private Future<Doorkeeper.Guest> byFirstMessage(RoutingContext ctx, Buffer bytes) {
        try {
            if (bytes.length() <= FIRST_MESSAGE_MAX) {
                Fields fields = Fields.of(Json.parse(bytes.getBytes()), Set.of("token"));
                Optional<RoomId> room = Visitor.room(ctx);
                Optional<String> token = fields.text("token", TOKEN_MAX);
                if (room.isPresent() && token.isPresent()) {
                    return doorkeeper.admit(ctx, room.get(), token.get());
                }
            }
        } catch (Unreadable e) {
            // answered as any stranger is
        }
        return doorkeeper.stranger(ctx, Code.NOT_FOUND);
    }
}
