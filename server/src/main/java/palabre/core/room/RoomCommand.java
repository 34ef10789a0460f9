package palabre.core.room;

/** What somebody asks of a room. */
public sealed interface RoomCommand
        permits SeatCommand,
                RulesCommand,
                FloorCommand,
                MeetingCommand,
                DoorCommand,
                CoordinationCommand {}
