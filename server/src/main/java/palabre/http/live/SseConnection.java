package palabre.http.live;

import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import palabre.core.SeatId;
import palabre.live.Batch;
import palabre.live.CloseCode;
import palabre.live.LiveRoom;
import palabre.live.Position;

/**
 * A seat on server-sent events. It falls behind and recovers as a WebSocket does. Since it carries
 * nothing inwards, a silent one is ended after a while, and comes back with its last id.
 */
final class SseConnection extends RoomConnection {
    private final HttpServerResponse response;
    private final long openUntilMs;
    private long behindSinceMs;

    SseConnection(
            HttpServerResponse response,
            EventLoop loop,
            LiveRoom room,
            SeatId seat,
            long longestMs) {
        super(loop, room, seat);
        this.response = response;
        this.openUntilMs = now() + longestMs;
    }

    void start(Optional<Position> after) {
        response.setChunked(true)
                .setWriteQueueMaxSize(QUEUE_BYTES)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store, no-cache, no-transform")
                .putHeader("X-Accel-Buffering", "no");
        response.closeHandler(_ -> room.detach(this));
        response.exceptionHandler(_ -> {});
        response.write(": palabre.v1\nretry: 1500\n\n");
        room.attach(this, after);
    }

    @Override
    public void welcome(Batch welcome) {
        behindSinceMs = 0;
        write(welcome);
    }

    @Override
    public void deliver(Batch batch) {
        long now = now();
        if (behindSinceMs > 0) {
            if (now - behindSinceMs > BEHIND_MS) {
                end(CloseCode.SLOW_CONSUMER);
            }
        } else if (now > openUntilMs) {
            end(CloseCode.SILENT);
        } else {
            write(batch);
        }
    }

    private void write(Batch batch) {
        if (response.ended() || response.closed()) {
            room.detach(this);
            return;
        }
        written(batch);
        response.write(batch.sse());
        if (response.writeQueueFull() && behindSinceMs == 0) {
            behindSinceMs = now();
            response.drainHandler(_ -> caughtUp());
        }
    }

    @Override
    public void end(CloseCode code) {
        room.detach(this);
        if (!response.ended() && !response.closed()) {
            response.end(
                    "event: close\ndata: {\"close\":"
                            + code.number()
                            + ",\"reason\":\""
                            + code.reason()
                            + "\"}\n\n");
        }
    }
}
