package palabre.http.live;

import io.netty.channel.EventLoop;
import java.util.Optional;
import palabre.core.SeatId;
import palabre.http.base.SteadyClock;
import palabre.live.Batch;
import palabre.live.LiveRoom;
import palabre.live.Position;
import palabre.live.Subscriber;

/** What every carrier's connection knows: whose it is, of which room, and on which event loop. */
abstract class RoomConnection implements Subscriber {
    /** How long a connection may stay behind before it is ended. */
    static final long BEHIND_MS = 30_000;

    /** How much may wait in a socket before its connection counts as behind. */
    static final int QUEUE_BYTES = 256 * 1024;

    final EventLoop loop;
    final LiveRoom room;

    /** When the last byte came in; written on its event loop, read by the room. */
    volatile long heardMs = now();

    /** How far its reader comes with what has been written. */
    private Optional<Position> at = Optional.empty();

    private final SeatId seat;

    RoomConnection(EventLoop loop, LiveRoom room, SeatId seat) {
        this.loop = loop;
        this.room = room;
        this.seat = seat;
    }

    @Override
    public SeatId seat() {
        return seat;
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public long quietMs() {
        return now() - heardMs;
    }

    void written(Batch batch) {
        if (batch.upTo().isPresent()) {
            at = batch.upTo();
        }
    }

    /** Its reader has taken all that was written: from there on it gets what it missed. */
    void caughtUp() {
        room.attach(this, at);
    }

    static long now() {
        return SteadyClock.ms();
    }
}
