package palabre.http.live;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import palabre.codec.RoomCodec;
import palabre.codec.Unreadable;
import palabre.core.Code;
import palabre.http.base.Problems;
import palabre.http.base.ServerConfig;
import palabre.http.base.Visitor;
import palabre.http.guard.Doorkeeper;
import palabre.live.Pace;

/** {@code GET /api/rooms/{room}/live}: one address, three carriers, chosen by what is asked for. */
public final class LiveRoute {
    private static final int WAIT_MAX_S = 60;

    /** A server-sent stream proves nothing about its reader; after so long it must come again. */
    private static final int SSE_SILENCES = 3;

    private final Vertx vertx;
    private final Doorkeeper doorkeeper;
    private final WsRoute webSockets;
    private final ServerConfig config;
    private final Pace pace;

    public LiveRoute(
            Vertx vertx,
            Doorkeeper doorkeeper,
            WsRoute webSockets,
            ServerConfig config,
            Pace pace) {
        this.vertx = vertx;
        this.doorkeeper = doorkeeper;
        this.webSockets = webSockets;
        this.config = config;
        this.pace = pace;
    }

    public void handle(RoutingContext ctx) {
        if (!Visitor.ownOrigin(ctx, config)) {
            Problems.answer(ctx.response(), Code.BAD_ORIGIN);
            return;
        }
        Follows follows;
        try {
            Follows asked = Follows.of(ctx);
            follows = hasOurShape(ctx) ? asked : asked.mainFromElsewhere();
        } catch (Unreadable e) {
            Problems.answer(ctx.response(), e.code());
            return;
        }
        String accept = Optional.ofNullable(ctx.request().getHeader("Accept")).orElse("");
        if ("websocket".equalsIgnoreCase(ctx.request().getHeader("Upgrade"))) {
            webSockets.handle(ctx, follows);
        } else if (accept.contains("text/event-stream")) {
            stream(ctx, follows);
        } else if (accept.contains("application/x-ndjson")) {
            poll(ctx, follows);
        } else {
            doorkeeper
                    .admit(ctx)
                    .onSuccess(_ -> Problems.answer(ctx.response(), Code.NOT_ACCEPTABLE))
                    .onFailure(f -> Problems.answer(ctx.response(), Doorkeeper.codeOf(f)));
        }
    }

    /** What was folded by another version of the rules is not gone on with. */
    private static boolean hasOurShape(RoutingContext ctx) {
        String fold = ctx.request().getParam("fold");
        return fold == null || fold.equals(RoomCodec.FOLD);
    }

    private EventLoop loop() {
        return ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
    }

    private void stream(RoutingContext ctx, Follows follows) {
        EventLoop loop = loop();
        doorkeeper
                .admit(ctx)
                .onSuccess(guest ->
                        loop.execute(() ->
                                new SseConnection(
                                                ctx.response(),
                                                loop,
                                                guest.room(),
                                                guest.seating().seat(),
                                                follows,
                                                SSE_SILENCES * pace.silenceMs())
                                        .start()))
                .onFailure(f -> Problems.answer(ctx.response(), Doorkeeper.codeOf(f)));
    }

    private void poll(RoutingContext ctx, Follows follows) {
        EventLoop loop = loop();
        OptionalLong told = number(ctx.request().getParam("told"));
        long waitMs = 1_000L * waitSeconds(ctx.request().getParam("wait"));
        doorkeeper
                .admit(ctx)
                .onSuccess(guest ->
                        loop.execute(() ->
                                new PollConnection(
                                                vertx,
                                                ctx.response(),
                                                loop,
                                                guest.room(),
                                                guest.seating().seat(),
                                                follows,
                                                told,
                                                waitMs)
                                        .start()))
                .onFailure(f -> Problems.answer(ctx.response(), Doorkeeper.codeOf(f)));
    }

    private static OptionalLong number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    private static int waitSeconds(@Nullable String wait) {
        return wait != null && wait.matches("\\d{1,3}")
                ? Math.min(WAIT_MAX_S, Integer.parseInt(wait))
                : 0;
    }
}
