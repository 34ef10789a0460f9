package palabre.live;

import io.netty.channel.EventLoop;
import palabre.core.SeatId;

/** One live connection of a seat. Its methods are called on its event loop. */
public interface Subscriber {
    SeatId seat();

    EventLoop loop();

    /** How long ago the last byte came in, in milliseconds. */
    long quietMs();

    /** The start, or a new start after it fell behind or its role changed. */
    void welcome(Batch welcome);

    void deliver(Batch batch);

    /** The last call. */
    void end(CloseCode code);
}
