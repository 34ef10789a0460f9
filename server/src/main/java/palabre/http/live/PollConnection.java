package palabre.http.live;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.OptionalLong;
import palabre.core.SeatId;
import palabre.live.Batch;
import palabre.live.CloseCode;
import palabre.live.LiveRoom;
import palabre.live.Position;

/**
 * One long poll: answered at once when something was missed, of the log or of what is told beside
 * it, else with the next thing that happens, else, when the wait is over, with nothing. How many
 * people are here is no such thing: the next hello says it.
 */
final class PollConnection extends RoomConnection {
    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Optional<Position> after;
    private final OptionalLong told;
    private final long waitMs;
    private final Buffer gathered = Buffer.buffer();

    PollConnection(
            Vertx vertx,
            HttpServerResponse response,
            EventLoop loop,
            LiveRoom room,
            SeatId seat,
            Optional<Position> after,
            OptionalLong told,
            long waitMs) {
        super(loop, room, seat);
        this.vertx = vertx;
        this.response = response;
        this.after = after;
        this.told = told;
        this.waitMs = waitMs;
    }

    void start() {
        response.putHeader("Content-Type", "application/x-ndjson")
                .putHeader("Cache-Control", "no-store, no-transform");
        response.closeHandler(_ -> room.detach(this));
        response.exceptionHandler(_ -> {});
        room.attach(this, after);
    }

    @Override
    public void welcome(Batch welcome) {
        gathered.appendBuffer(welcome.ndjson());
        boolean knowsAll = told.isEmpty() || told.getAsLong() == welcome.told();
        if (welcome.upTo().equals(after) && knowsAll && waitMs > 0) {
            vertx.setTimer(waitMs, _ -> loop.execute(this::answer));
        } else {
            answer();
        }
    }

    @Override
    public void deliver(Batch batch) {
        if (batch.isNews()) {
            gathered.appendBuffer(batch.ndjson());
            answer();
        }
    }

    private void answer() {
        room.detach(this);
        if (!response.ended() && !response.closed()) {
            response.end(gathered);
        }
    }

    @Override
    public void end(CloseCode code) {
        gathered.appendString(
                "{\"close\":" + code.number() + ",\"reason\":\"" + code.reason() + "\"}\n");
        answer();
    }
}
