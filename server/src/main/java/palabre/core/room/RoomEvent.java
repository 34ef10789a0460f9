package palabre.core.room;

/** What has happened in a room. */
public sealed interface RoomEvent
        permits SeatEvent, RulesEvent, FloorEvent, MeetingEvent, DoorEvent {}
