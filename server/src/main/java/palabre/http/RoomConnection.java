package palabre.http;

import io.netty.channel.EventLoop;
import palabre.core.SeatId;
import palabre.live.LiveRoom;
import palabre.live.Subscriber;

/** What every carrier's connection knows: whose it is, of which room, and on which event loop. */
abstract class RoomConnection implements Subscriber {
    /** How long a connection may stay behind before it is ended. */
    static final long BEHIND_MS = 30_000;

    /** How much may wait in a socket before its connection counts as behind. */
    static final int QUEUE_BYTES = 256 * 1024;

    final EventLoop loop;
    final LiveRoom room;
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

    static long now() {
        return System.currentTimeMillis();
    }
}
