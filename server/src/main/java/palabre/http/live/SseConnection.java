package palabre.http.live;

import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpServerResponse;
import palabre.core.Code;
import palabre.core.PartId;
import palabre.core.SeatId;
import palabre.live.Batch;
import palabre.live.CloseCode;
import palabre.live.LiveRoom;

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
            Follows follows,
            long longestMs) {
        super(loop, room, seat, follows);
        this.response = response;
        this.openUntilMs = now() + longestMs;
    }

    void start() {
        response.setChunked(true)
                .setWriteQueueMaxSize(QUEUE_BYTES)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store, no-cache, no-transform")
                .putHeader("X-Accel-Buffering", "no");
        response.closeHandler(_ -> room.detach(this));
        response.exceptionHandler(_ -> {});
        response.write(": palabre.v1\nretry: 1500\n\n");
        begin();
    }

    @Override
    public void welcome(Batch welcome) {
        if (welcome.part().isMain()) {
            behindSinceMs = 0;
        }
        if (behindSinceMs == 0 && follows(welcome)) {
            welcomed(welcome);
            write(welcome);
        }
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
        } else if (isFor(batch)) {
            write(batch);
        }
    }

    private void write(Batch batch) {
        if (response.ended() || response.closed()) {
            room.detach(this);
            return;
        }
        written(batch);
        if (followsParts()) {
            response.write("id: " + position() + "\n");
            response.write(batch.sseData());
        } else {
            response.write(batch.sse());
        }
        if (response.writeQueueFull() && behindSinceMs == 0) {
            behindSinceMs = now();
            fellBehind();
            response.drainHandler(_ -> caughtUp());
        }
    }

    @Override
    public void refused(PartId part, Code code) {
        forget(part);
        if (!response.ended() && !response.closed()) {
            response.write("data: " + refusal(part, code) + "\n\n");
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
