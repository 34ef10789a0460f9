package palabre.core.room;

import palabre.core.entry.RulesEvent;
import palabre.core.floor.FloorEvent;
import palabre.core.seats.SeatEvent;

/** What has happened in a room: the words of one feature, held by the room's. */
public sealed interface RoomEvent
        permits RoomEvent.OnSeats, RoomEvent.OnRules, RoomEvent.OnFloor, MeetingEvent, DoorEvent {
    record OnSeats(SeatEvent event) implements RoomEvent {}

    record OnRules(RulesEvent event) implements RoomEvent {}

    record OnFloor(FloorEvent event) implements RoomEvent {}

    static RoomEvent of(SeatEvent event) {
        return new OnSeats(event);
    }

    static RoomEvent of(RulesEvent event) {
        return new OnRules(event);
    }

    static RoomEvent of(FloorEvent event) {
        return new OnFloor(event);
    }
}
