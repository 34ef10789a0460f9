package palabre.http.live;

import io.netty.channel.Channel;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import palabre.core.Code;
import palabre.http.guard.FrameGuard;
import palabre.live.CloseCode;

/**
 * A WebSocket whose reader has not yet shown an invitation. It can send a few frames, and one short
 * message among them; after a while it is ended, whatever it sends. Confined to its event loop.
 */
final class WsStranger {
    private final ServerWebSocket socket;
    private final FrameGuard frames;
    private final ScheduledFuture<?> end;
    private final Runnable over;
    private boolean isOver;

    /**
     * @param shown whether an invitation came with the request; it is being looked at
     * @param over what is to be done once it is ended or has become somebody's
     */
    WsStranger(
            ServerWebSocket socket, Channel channel, boolean shown, long longestMs, Runnable over) {
        this.socket = socket;
        this.over = over;
        this.frames = FrameGuard.in(channel, shown, this::close);
        this.end =
                channel.eventLoop()
                        .schedule(
                                () -> close(CloseCode.NOT_FOUND), longestMs, TimeUnit.MILLISECONDS);
        socket.exceptionHandler(_ -> {});
        socket.closeHandler(_ -> finish());
    }

    void awaitToken(Consumer<Buffer> token) {
        socket.handler(bytes -> {
            socket.handler(null);
            socket.pause();
            token.accept(bytes);
        });
        socket.resume();
    }

    /** Somebody's from now on; empty when it has been ended already. */
    Optional<FrameGuard> admit() {
        return finish() ? Optional.of(frames) : Optional.empty();
    }

    private boolean finish() {
        if (isOver) {
            return false;
        }
        isOver = true;
        end.cancel(false);
        over.run();
        return true;
    }

    void refuse(Code code) {
        close(
                switch (code) {
                    case REMOVED -> CloseCode.REMOVED;
                    case LINK_EXPIRED, LINK_REVOKED -> CloseCode.LINK_REVOKED;
                    case LINK_CLOSED -> CloseCode.LINK_CLOSED;
                    case TOO_FAST -> CloseCode.TOO_FAST;
                    case STORE_UNAVAILABLE, SHUTTING_DOWN, OVERLOADED, SWITCHING ->
                            CloseCode.STORE_UNAVAILABLE;
                    case INTERNAL -> CloseCode.INTERNAL;
                    case MOVED -> CloseCode.MOVED;
                    case AGREE_FIRST -> CloseCode.SWITCHED;
                    case IN_LOBBY -> CloseCode.IN_LOBBY;
                    case PUBLIC_CUT -> CloseCode.PUBLIC_CUT;
                    case DAMAGED -> CloseCode.DAMAGED;
                    default -> CloseCode.NOT_FOUND;
                });
    }

    private void close(CloseCode code) {
        close(code.number(), code.reason());
    }

    private void close(int code, String reason) {
        if (finish()) {
            frames.end(socket, code, reason);
        }
    }
}
