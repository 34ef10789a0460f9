package palabre.core.room;

import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.Texts;

/** What a room is from its first moment on, as its session laid it down. */
public record Charter(
        RoomId room, SessionId session, String title, Access access, boolean onRecord) {
    public Charter {
        Texts.title(title);
    }
}
