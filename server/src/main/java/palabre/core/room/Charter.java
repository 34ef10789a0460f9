package palabre.core.room;

import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.Texts;

/**
 * What a room is from its first moment on, as its session laid it down.
 *
 * @param main whether the session's agenda runs here, and closing it closes the session
 * @param part how often it has gone on or off the record
 */
public record Charter(
        RoomId room,
        SessionId session,
        String title,
        Access access,
        boolean onRecord,
        boolean main,
        int part) {
    public Charter {
        Texts.title(title);
    }

    /** A room beside the main one. */
    public Charter(RoomId room, SessionId session, String title, Access access, boolean onRecord) {
        this(room, session, title, access, onRecord, false, 0);
    }

    /** The same room, on or off the record from now on. */
    public Charter switched(boolean nowOnRecord) {
        return new Charter(room, session, title, access, nowOnRecord, main, part + 1);
    }

    public Charter asMain() {
        return new Charter(room, session, title, access, onRecord, true, part);
    }
}
