package palabre.live;

import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.writer.Published;

/** Sees what has become durable in any room; called on the room's context, must not block. */
public interface RoomWatcher {
    RoomWatcher NONE = (_, _) -> {};

    void saw(LiveRoom room, Published<Room, RoomEvent> event);

    /** A room has been read from its log: what was begun before a crash may be finished now. */
    default void loaded(LiveRoom room, Room state) {}
}
