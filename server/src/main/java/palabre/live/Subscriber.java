package palabre.live;

import io.netty.channel.EventLoop;
import palabre.core.Code;
import palabre.core.PartId;
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

    /** Where it makes a difference: what is told in which form. */
    default Wants wants() {
        return Wants.ALL;
    }

    /** A part that it asked for is not followed. */
    void refused(PartId part, Code code);

    /** The last call. */
    void end(CloseCode code);
}
