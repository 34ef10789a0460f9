package palabre.http.guard;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import palabre.core.Limit;
import palabre.http.base.SteadyClock;
import palabre.live.CloseCode;
import palabre.live.RateLimit;

/**
 * Stands between the wire and a WebSocket, so that what is sent costs a bounded amount of memory
 * and work, whoever sends it and whether or not they read. Confined to the channel's event loop.
 *
 * <p><b>Pings.</b> Only the latest is answered (RFC 6455, section 5.5.3), once all that came with
 * it has been read and the socket takes something: at most one pong ever waits.
 *
 * <p><b>Reading</b> stops while the socket does not take what is written.
 *
 * <p><b>Pace.</b> Frames that are no whole message (control frames, parts of messages) are held to
 * a pace; whole messages are counted by who reads them. Before somebody has shown an invitation a
 * few frames are all they can send.
 *
 * <p><b>Ending.</b> A socket that is closed with something unread in it would be reset, and the
 * close code lost. So what still comes in is read and thrown away for a short time.
 */
public final class FrameGuard extends ChannelDuplexHandler {
    /** Frames that are no whole message. */
    private static final double FRAMES_PER_SECOND = 50;

    /** How long after its end a socket may stay open, for the last words to be read. */
    private static final long LINGER_MS = 2_000;

    /** How much of what comes in meanwhile is read. */
    private static final long REMAINS_BYTES = 4 << 20;

    /** Ends the socket in its owner's name. */
    public interface Ending {
        void end(int code, String reason);
    }

    private Ending owner;
    private Runnable heard = () -> {};
    private RateLimit limit = new RateLimit(1, Limit.STRANGER_FRAMES.most(), now());
    private boolean invited;
    private boolean deaf;
    private boolean holdsReads;
    private boolean lingers;
    private @Nullable PingWebSocketFrame ping;
    private @Nullable ChannelHandlerContext context;

    FrameGuard(Ending owner) {
        this.owner = owner;
    }

    /**
     * Takes its place in a channel that has just become a WebSocket, before who reads it.
     *
     * @param shown whether an invitation came with the request; it is being looked at
     * @param owner who ends it when what is sent breaks a rule
     */
    public static FrameGuard in(Channel channel, boolean shown, Ending owner) {
        FrameGuard guard = new FrameGuard(owner);
        if (shown) {
            guard.admit(() -> {}, owner);
        }
        String reader = channel.pipeline().lastContext().name();
        channel.pipeline().addBefore(reader, "palabre-frames", guard);
        return guard;
    }

    private static long now() {
        return SteadyClock.ms();
    }

    /**
     * They have shown an invitation.
     *
     * @param newHeard what happens at every frame
     * @param newOwner who ends it from now on
     */
    public void admit(Runnable newHeard, Ending newOwner) {
        invited = true;
        heard = newHeard;
        owner = newOwner;
        limit = new RateLimit(FRAMES_PER_SECOND, Limit.FRAMES_AT_ONCE.most(), now());
    }

    /**
     * Ends the socket: nothing but its close is of interest any more. Who does not read, and so
     * would never close it, is cut off after a while.
     */
    public void end(ServerWebSocket socket, int code, String reason) {
        ChannelHandlerContext ctx = context;
        if (!deaf && ctx != null) {
            deaf = true;
            forgetPing();
            ctx.pipeline().addFirst(new Remains());
            cutIn(ctx, 2 * LINGER_MS);
            socket.resume();
            if (!socket.isClosed()) {
                socket.close((short) code, reason);
            }
        }
    }

    private static void cutIn(ChannelHandlerContext ctx, long ms) {
        Runnable cut =
                () -> {
                    var _ = ctx.close();
                };
        var _ = ctx.executor().schedule(cut, ms, TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        forgetPing();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        forgetPing();
        ctx.fireChannelInactive();
    }

    private void forgetPing() {
        ReferenceCountUtil.release(ping);
        ping = null;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof WebSocketFrame frame)) {
            if (lingers) {
                ReferenceCountUtil.release(message);
            } else {
                ctx.fireChannelRead(message);
            }
            return;
        }
        if (frame instanceof CloseWebSocketFrame) {
            ctx.fireChannelRead(frame);
        } else if (deaf || lingers) {
            frame.release();
        } else if (counts(frame) && !limit.allow(now())) {
            frame.release();
            owner.end(CloseCode.TOO_FAST.number(), CloseCode.TOO_FAST.reason());
        } else {
            heard.run();
            pass(ctx, frame);
        }
    }

    private boolean counts(WebSocketFrame frame) {
        boolean control =
                frame instanceof PingWebSocketFrame || frame instanceof PongWebSocketFrame;
        boolean part = frame instanceof ContinuationWebSocketFrame || !frame.isFinalFragment();
        return !invited || control || part;
    }

    private void pass(ChannelHandlerContext ctx, WebSocketFrame frame) {
        switch (frame) {
            case PingWebSocketFrame p -> {
                forgetPing();
                ping = p;
            }
            case PongWebSocketFrame p -> p.release();
            default -> ctx.fireChannelRead(frame);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        answerPing(ctx);
        ctx.fireChannelReadComplete();
    }

    private void answerPing(ChannelHandlerContext ctx) {
        PingWebSocketFrame latest = ping;
        if (latest != null && ctx.channel().isWritable()) {
            ping = null;
            var _ = ctx.writeAndFlush(new PongWebSocketFrame(latest.content()));
        }
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable() || lingers) {
            ctx.read();
        } else {
            holdReads(ctx);
        }
    }

    private void holdReads(ChannelHandlerContext ctx) {
        holdsReads = true;
        ctx.channel().config().setAutoRead(false);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            answerPing(ctx);
            if (holdsReads) {
                holdsReads = false;
                ctx.channel().config().setAutoRead(true);
            }
        } else if (ctx.channel().config().isAutoRead() && !lingers) {
            holdReads(ctx);
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        boolean canLinger = ctx.channel() instanceof DuplexChannel && ctx.channel().isActive();
        if (lingers || !canLinger) {
            var _ = ctx.close(promise);
            return;
        }
        lingers = true;
        ctx.channel().closeFuture().addListener(_ -> promise.trySuccess());
        var _ = ((DuplexChannel) ctx.channel()).shutdownOutput();
        ctx.channel().config().setAutoRead(true);
        cutIn(ctx, LINGER_MS);
    }

    /** A link that is cut is no fault of ours, nor is a frame that breaks the protocol. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException e) {
            owner.end(e.closeStatus().code(), e.closeStatus().reasonText());
        } else if (cause instanceof IOException) {
            var _ = ctx.close();
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }

    /** Counts what comes in after the end; who goes on sending is cut off. */
    private static final class Remains extends ChannelInboundHandlerAdapter {
        private long bytes;

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            bytes += message instanceof ByteBuf b ? b.readableBytes() : 0;
            ctx.fireChannelRead(message);
            if (bytes > REMAINS_BYTES) {
                var _ = ctx.close();
            }
        }
    }
}
