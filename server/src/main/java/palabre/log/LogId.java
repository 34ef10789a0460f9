package palabre.log;

import java.util.Optional;
import palabre.core.PartId;
import palabre.core.RoomId;
import palabre.core.SessionId;

/**
 * A session's own log, or that of a part of one of its rooms. All logs of a session share its key.
 *
 * @param part of the room; a session has none but {@link PartId#MAIN}
 */
public record LogId(SessionId session, Optional<RoomId> room, PartId part) {
    public LogId {
        if (room.isEmpty() && !part.isMain()) {
            throw new IllegalArgumentException("a session has no part " + part);
        }
    }

    public static LogId of(SessionId session) {
        return new LogId(session, Optional.empty(), PartId.MAIN);
    }

    public static LogId of(SessionId session, RoomId room) {
        return of(session, room, PartId.MAIN);
    }

    public static LogId of(SessionId session, RoomId room, PartId part) {
        return new LogId(session, Optional.of(room), part);
    }

    /** The log of another part of the same room. */
    public LogId of(PartId other) {
        return new LogId(session, room, other);
    }

    /** Also the place that its seals vouch for: a log of main is named without its part. */
    @Override
    public String toString() {
        String of = room.map(r -> session + "/" + r).orElse(session.value());
        return part.isMain() ? of : of + "/" + part;
    }
}
