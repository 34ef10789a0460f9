package palabre.http.live;

import io.netty.channel.EventLoop;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import palabre.codec.Json;
import palabre.core.Code;
import palabre.core.PartId;
import palabre.core.SeatId;
import palabre.http.base.SteadyClock;
import palabre.live.Batch;
import palabre.live.LiveRoom;
import palabre.live.Position;
import palabre.live.Subscriber;
import palabre.live.Wants;

/**
 * What every carrier's connection knows: whose it is, of which room, on which event loop, which
 * parts it follows, and how far its reader has come in each.
 */
abstract class RoomConnection implements Subscriber {
    /** How long a connection may stay behind before it is ended. */
    static final long BEHIND_MS = 30_000;

    /** How much may wait in a socket before its connection counts as behind. */
    static final int QUEUE_BYTES = 256 * 1024;

    final EventLoop loop;
    final LiveRoom room;
    final Follows follows;

    /** When the last byte came in; written on its event loop, read by the room. */
    volatile long heardMs = now();

    /** How far its reader comes with what has been written. */
    private final Map<PartId, Position> at = new TreeMap<>();

    /** What it follows beside main. */
    private final Set<PartId> followed = new LinkedHashSet<>();

    /** What is to be welcomed before anything else of it is told. */
    private final Set<PartId> awaited = new HashSet<>();

    private final SeatId seat;

    RoomConnection(EventLoop loop, LiveRoom room, SeatId seat, Follows follows) {
        this.loop = loop;
        this.room = room;
        this.seat = seat;
        this.follows = follows;
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
    public Wants wants() {
        return follows.wants();
    }

    @Override
    public long quietMs() {
        return now() - heardMs;
    }

    /** Subscribes to all that it asks for. */
    void begin() {
        awaited.add(PartId.MAIN);
        room.attach(this, follows.main());
        follows.parts().forEach(this::follow);
    }

    /** Follows a part from now on, or once more. */
    void follow(PartId part, Optional<Position> after) {
        followed.add(part);
        awaited.add(part);
        at.remove(part);
        after.ifPresent(p -> at.put(part, p));
        room.parts().follow(this, part, after);
    }

    void unfollow(PartId part) {
        forget(part);
        room.parts().unfollow(this, part);
    }

    /** It is not followed, or no more. */
    void forget(PartId part) {
        followed.remove(part);
        awaited.remove(part);
        at.remove(part);
    }

    /** Whether somebody who follows this may be told of it: not before they are welcomed. */
    boolean isFor(Batch batch) {
        return !awaited.contains(batch.part()) && follows(batch);
    }

    /** Whether a welcome is to something that is still followed. */
    boolean follows(Batch batch) {
        return batch.part().isMain() || followed.contains(batch.part());
    }

    void welcomed(Batch welcome) {
        awaited.remove(welcome.part());
        written(welcome);
    }

    void written(Batch batch) {
        batch.upTo().ifPresent(p -> at.put(batch.part(), p));
    }

    /** Nothing goes out until it has drained; then it is welcomed anew. */
    void fellBehind() {
        awaited.add(PartId.MAIN);
        awaited.addAll(followed);
    }

    /** Its reader has taken all that was written: from there on it gets what it missed. */
    void caughtUp() {
        room.attach(this, Optional.ofNullable(at.get(PartId.MAIN)));
        for (PartId part : List.copyOf(followed)) {
            follow(part, Optional.ofNullable(at.get(part)));
        }
    }

    /** Whether it has ever followed another part than main. */
    boolean followsParts() {
        return !followed.isEmpty();
    }

    /** How far its reader has come in all that it follows, as an id that it sends back. */
    String position() {
        StringJoiner text = new StringJoiner(",");
        Optional.ofNullable(at.get(PartId.MAIN)).ifPresent(p -> text.add(p.toString()));
        at.forEach((part, position) -> {
            if (!part.isMain()) {
                text.add(part + "=" + position);
            }
        });
        return text.toString();
    }

    /** The line that says that a part is not followed. */
    static String refusal(PartId part, Code code) {
        return Json.write(
                Json.object()
                        .put("part", part.value())
                        .put("refused", code.name())
                        .put("temporary", code.temporary())
                        .put("message", code.message()));
    }

    static long now() {
        return SteadyClock.ms();
    }
}
