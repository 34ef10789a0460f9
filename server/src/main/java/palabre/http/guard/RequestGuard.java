package palabre.http.guard;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;

/**
 * Cuts a connection on which many requests come before their answers. Browsers, other clients and
 * proxies wait for an answer before they ask again; thousands of requests in one packet keep an
 * event loop to themselves, and wait in memory when their answers are not read. Confined to the
 * channel's event loop.
 */
final class RequestGuard extends ChannelDuplexHandler {
    /** Requests that come at once, or that wait for an answer. */
    static final int AT_ONCE_MAX = 4;

    private int inOneRead;
    private int unanswered;
    private boolean isCut;

    /** Takes its place in the channel of a new connection, before who reads requests. */
    static void in(Channel channel) {
        String reader = channel.pipeline().lastContext().name();
        channel.pipeline().addBefore(reader, "palabre-requests", new RequestGuard());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) {
            inOneRead++;
            unanswered++;
            isCut |= Math.max(inOneRead, unanswered) > AT_ONCE_MAX;
        }
        if (isCut && message instanceof HttpObject) {
            ReferenceCountUtil.release(message);
            var _ = ctx.close();
        } else {
            ctx.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        inOneRead = 0;
        ctx.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            unanswered--;
        }
        var _ = ctx.write(message, promise);
    }

    /** A link that is cut is no fault of ours: its end is told by the channel. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            var _ = ctx.close();
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }
}
