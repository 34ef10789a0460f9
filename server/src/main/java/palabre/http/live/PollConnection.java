package palabre.http.live;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.OptionalLong;
import palabre.core.Code;
import palabre.core.PartId;
import palabre.core.SeatId;
import palabre.live.Batch;
import palabre.live.CloseCode;
import palabre.live.LiveRoom;

/**
 * One long poll: answered at once when something was missed, of the log or of what is told beside
 * it, else with the next thing that happens, else, when the wait is over, with nothing. How many
 * people are here is no such thing: the next hello says it.
 */
final class PollConnection extends RoomConnection {
    private final Vertx vertx;
    private final HttpServerResponse response;
    private final OptionalLong told;
    private final long waitMs;
    private final Buffer gathered = Buffer.buffer();

    /** How many of those that it asks for have not answered yet: main, and each part. */
    private int unanswered;

    private boolean news;

    PollConnection(
            Vertx vertx,
            HttpServerResponse response,
            EventLoop loop,
            LiveRoom room,
            SeatId seat,
            Follows follows,
            OptionalLong told,
            long waitMs) {
        super(loop, room, seat, follows);
        this.vertx = vertx;
        this.response = response;
        this.told = told;
        this.waitMs = waitMs;
    }

    void start() {
        response.putHeader("Content-Type", "application/x-ndjson")
                .putHeader("Cache-Control", "no-store, no-transform");
        response.closeHandler(_ -> room.detach(this));
        response.exceptionHandler(_ -> {});
        unanswered = 1 + follows.parts().size();
        begin();
    }

    @Override
    public void welcome(Batch welcome) {
        boolean first = !isFor(welcome);
        welcomed(welcome);
        gathered.appendBuffer(welcome.ndjson());
        news |= isNews(welcome);
        answered(first);
    }

    private boolean isNews(Batch welcome) {
        if (welcome.part().isMain()) {
            boolean knowsAll = told.isEmpty() || told.getAsLong() == welcome.told();
            return !welcome.upTo().equals(follows.main()) || !knowsAll;
        }
        return !welcome.upTo().equals(follows.parts().get(welcome.part()));
    }

    /**
     * @param first whether it is the first answer of its part, and not a welcome anew
     */
    private void answered(boolean first) {
        unanswered -= first ? 1 : 0;
        if (unanswered > 0) {
            return; // all of what was asked for, or none would ever come that is slow
        }
        if (news || waitMs == 0) {
            answer();
        } else if (first) {
            vertx.setTimer(waitMs, _ -> loop.execute(this::answer));
        }
    }

    @Override
    public void refused(PartId part, Code code) {
        forget(part);
        gathered.appendString(refusal(part, code) + "\n");
        answered(true);
    }

    @Override
    public void deliver(Batch batch) {
        if (isFor(batch) && batch.isNews()) {
            gathered.appendBuffer(batch.ndjson());
            news = true;
            answered(false);
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
