package palabre.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.channel.EventLoop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.util.Optional;
import java.util.Set;
import palabre.codec.Fields;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.core.PartId;
import palabre.core.SeatId;
import palabre.http.guard.Bodies;
import palabre.http.guard.FrameGuard;
import palabre.live.Batch;
import palabre.live.CloseCode;
import palabre.live.LiveRoom;
import palabre.live.RateLimit;

/**
 * A seat on a WebSocket.
 *
 * <p><b>Falling behind.</b> What the socket cannot take is not queued: the connection is marked,
 * gets nothing but answers, and once it has drained it is welcomed anew, with what it missed or a
 * snapshot. If it stays behind for {@link RoomConnection#BEHIND_MS} it is ended with a code that
 * tells it to come back. While it is behind nothing is read from it either, so that answers are
 * bounded too.
 */
final class WsConnection extends RoomConnection {
    /** RFC 6455, section 7.4.1. */
    private static final int MESSAGE_TOO_BIG = 1_009;

    /** How long a part's name and a position may be. */
    private static final int NAME_MAX = 64;

    private static final double MESSAGES_PER_SECOND = 200;

    private final ServerWebSocket socket;
    private final FrameGuard frames;
    private final CommandIntake intake;
    private final long silenceMs;
    private final RateLimit limit;
    private long behindSinceMs;
    private boolean over;
    private Buffer message = Buffer.buffer();

    WsConnection(
            ServerWebSocket socket,
            FrameGuard frames,
            EventLoop loop,
            LiveRoom room,
            SeatId seat,
            Follows follows,
            CommandIntake intake,
            long silenceMs) {
        super(loop, room, seat, follows);
        this.socket = socket;
        this.frames = frames;
        this.intake = intake;
        this.silenceMs = silenceMs;
        this.limit = new RateLimit(MESSAGES_PER_SECOND, Limit.MESSAGES_AT_ONCE.most(), heardMs);
    }

    void start() {
        socket.setWriteQueueMaxSize(QUEUE_BYTES);
        frames.admit(() -> heardMs = now(), this::end);
        socket.handler(null);
        socket.frameHandler(this::frame);
        begin();
        socket.resume();
    }

    private void frame(WebSocketFrame frame) {
        if (frame.isText() || frame.isBinary() || frame.isContinuation()) {
            message.appendBuffer(frame.binaryData());
            if (message.length() > Bodies.BODY_MAX) {
                message = Buffer.buffer();
                end(MESSAGE_TOO_BIG, "TOO_LARGE");
                return;
            }
            if (frame.isFinal()) {
                Buffer whole = message;
                message = Buffer.buffer();
                message(whole);
            }
        }
    }

    private void message(Buffer bytes) {
        if (!limit.allow(heardMs)) {
            end(CloseCode.TOO_FAST);
            return;
        }
        try {
            JsonNode node = Json.parse(bytes.getBytes());
            if (node.has("beat") && !node.has("do")) {
                if (node.path("echo").asBoolean()) {
                    say("{\"echo\":" + room.nowMs() + "}");
                }
                return; // it has been heard, which is all that a heartbeat says
            }
            if ((node.has("follow") || node.has("unfollow")) && !node.has("do")) {
                follow(node);
                return;
            }
            intake.carryOut(room, seat(), node)
                    .onSuccess(answer -> loop.execute(() -> say(answer)));
        } catch (Unreadable e) {
            say(CommandIntake.nack(Optional.empty(), e.code()));
        }
    }

    /** {@code {"follow":"note-1","after":"EPOCH:SEQ"}} or {@code {"unfollow":"note-1"}}. */
    private void follow(JsonNode node) throws Unreadable {
        boolean more = node.has("follow");
        Fields fields = Fields.of(node, more ? Set.of("follow", "after") : Set.of("unfollow"));
        String name = Fields.must(fields.text(more ? "follow" : "unfollow", NAME_MAX));
        PartId part = Follows.part(name);
        if (part.isMain()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        if (more) {
            follow(part, Follows.position(fields.text("after", NAME_MAX).orElse("")));
        } else {
            unfollow(part);
        }
    }

    @Override
    public void refused(PartId part, Code code) {
        forget(part);
        say(refusal(part, code));
    }

    private void say(String text) {
        if (over) {
            return;
        }
        if (socket.isClosed()) {
            room.detach(this);
        } else {
            socket.writeTextMessage(text);
            if (socket.writeQueueFull()) {
                fallBehind();
            }
        }
    }

    @Override
    public void welcome(Batch welcome) {
        if (welcome.part().isMain()) {
            behindSinceMs = 0;
        }
        if (behindSinceMs == 0 && follows(welcome)) {
            welcomed(welcome);
            say(welcome.text());
        }
    }

    @Override
    public void deliver(Batch batch) {
        if (behindSinceMs > 0) {
            if (now() - behindSinceMs > BEHIND_MS) {
                end(CloseCode.SLOW_CONSUMER);
            }
        } else if (now() - heardMs > silenceMs) {
            end(CloseCode.SILENT);
        } else if (isFor(batch)) {
            written(batch);
            say(batch.text());
        }
    }

    private void fallBehind() {
        if (behindSinceMs == 0) {
            behindSinceMs = now();
            fellBehind();
            socket.pause();
            socket.drainHandler(_ -> {
                if (!over) {
                    socket.resume();
                    caughtUp();
                }
            });
        }
    }

    @Override
    public void end(CloseCode code) {
        end(code.number(), code.reason());
    }

    private void end(int code, String reason) {
        over = true;
        room.detach(this);
        frames.end(socket, code, reason);
    }
}
