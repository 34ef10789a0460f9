package palabre.http;

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
import palabre.live.CloseCode;
import palabre.live.Pace;
import palabre.live.Position;

/**
 * Opens WebSockets. The upgrade is granted to every room's address, so that it tells nothing; who
 * has no cookie and no bearer token shows a token in the first message.
 */
final class WsRoute {
    private static final long FIRST_MESSAGE_MS = 10_000;
    private static final int TOKEN_MAX = 64;

    private final Vertx vertx;
    private final Doorkeeper doorkeeper;
    private final CommandIntake intake;
    private final Pace pace;
    private final AtomicInteger open;

    WsRoute(Vertx vertx, Doorkeeper doorkeeper, CommandIntake intake, Pace pace, Meters meters) {
        this.vertx = vertx;
        this.doorkeeper = doorkeeper;
        this.intake = intake;
        this.pace = pace;
        this.open = meters.webSockets();
    }

    void handle(RoutingContext ctx, Optional<Position> after) {
        EventLoop loop = ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
        boolean shown =
                Visitor.bearer(ctx).isPresent()
                        || Visitor.room(ctx).filter(r -> doorkeeper.hasSeat(ctx, r)).isPresent();
        ctx.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    socket.pause();
                    open.incrementAndGet();
                    socket.closeHandler(_ -> open.decrementAndGet());
                    socket.exceptionHandler(_ -> {});
                    if (shown) {
                        seat(socket, loop, doorkeeper.admit(ctx), after);
                    } else {
                        awaitToken(ctx, socket, loop, after);
                    }
                });
    }

    private void seat(
            ServerWebSocket socket,
            EventLoop loop,
            Future<Doorkeeper.Guest> admission,
            Optional<Position> after) {
        admission
                .onSuccess(guest ->
                        loop.execute(() -> {
                            WsConnection c =
                                    new WsConnection(
                                            socket,
                                            loop,
                                            guest.room(),
                                            guest.seating().seat(),
                                            intake,
                                            pace.silenceMs());
                            socket.closeHandler(_ -> {
                                open.decrementAndGet();
                                guest.room().detach(c);
                            });
                            c.start(after);
                        }))
                .onFailure(f -> loop.execute(() -> refuse(socket, Doorkeeper.codeOf(f))));
    }

    private static void refuse(ServerWebSocket socket, Code code) {
        CloseCode close =
                switch (code) {
                    case REMOVED -> CloseCode.REMOVED;
                    case LINK_EXPIRED, LINK_REVOKED -> CloseCode.LINK_REVOKED;
                    case TOO_FAST -> CloseCode.TOO_FAST;
                    case STORE_UNAVAILABLE, SHUTTING_DOWN, OVERLOADED ->
                            CloseCode.STORE_UNAVAILABLE;
                    case INTERNAL -> CloseCode.INTERNAL;
                    case MOVED -> CloseCode.MOVED;
                    case IN_LOBBY -> CloseCode.IN_LOBBY;
                    case PUBLIC_CUT -> CloseCode.PUBLIC_CUT;
                    default -> CloseCode.NOT_FOUND;
                };
        socket.resume();
        socket.close((short) close.number(), close.reason());
    }

    private void awaitToken(
            RoutingContext ctx, ServerWebSocket socket, EventLoop loop, Optional<Position> after) {
        long timer = vertx.setTimer(FIRST_MESSAGE_MS, _ -> refuse(socket, Code.NOT_FOUND));
        socket.handler(bytes -> {
            vertx.cancelTimer(timer);
            socket.handler(null);
            socket.pause();
            seat(socket, loop, byFirstMessage(ctx, bytes), after);
        });
        socket.resume();
    }

    private Future<Doorkeeper.Guest> byFirstMessage(RoutingContext ctx, Buffer bytes) {
        try {
            Fields fields = Fields.of(Json.parse(bytes.getBytes()), Set.of("token"));
            Optional<RoomId> room = Visitor.room(ctx);
            Optional<String> token = fields.text("token", TOKEN_MAX);
            if (room.isPresent() && token.isPresent()) {
                return doorkeeper.admit(ctx, room.get(), token.get());
            }
        } catch (Unreadable e) {
            // answered as any stranger is
        }
        return Future.failedFuture(new Doorkeeper.Refusal(Code.NOT_FOUND));
    }
}
