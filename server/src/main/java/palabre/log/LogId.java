package palabre.log;

import java.util.Optional;
import palabre.core.RoomId;
import palabre.core.SessionId;

/** A session's own log, or that of one of its rooms. All logs of a session share its key. */
public record LogId(SessionId session, Optional<RoomId> room) {
    public static LogId of(SessionId session) {
        return new LogId(session, Optional.empty());
    }

    public static LogId of(SessionId session, RoomId room) {
        return new LogId(session, Optional.of(room));
    }

    @Override
    public String toString() {
        return room.map(r -> session + "/" + r).orElse(session.value());
    }
}
