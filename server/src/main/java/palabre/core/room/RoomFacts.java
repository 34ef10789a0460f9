package palabre.core.room;

import palabre.core.floor.FloorEvent;
import palabre.core.order.Facts;

/** What the events of a room state beside what was asked for. */
public final class RoomFacts {
    private RoomFacts() {}

    /**
     * The event with all that it states: what follows of it by the rules, as they are now.
     *
     * @param before the room in which it happens
     */
    public static RoomEvent stated(Room before, RoomEvent event, long atMs) {
        return event instanceof RoomEvent.OnFloor(FloorEvent e)
                ? RoomEvent.of(new Facts(before.floor(), before, atMs).in(e))
                : event;
    }
}
