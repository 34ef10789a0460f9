package palabre.core.room;

import palabre.core.entry.RulesCommand;
import palabre.core.floor.FloorCommand;
import palabre.core.seats.SeatCommand;

/** What somebody asks of a room: the words of one feature, held by the room's. */
public sealed interface RoomCommand
        permits RoomCommand.OnSeats,
                RoomCommand.OnRules,
                RoomCommand.OnFloor,
                MeetingCommand,
                DoorCommand,
                CoordinationCommand {
    record OnSeats(SeatCommand command) implements RoomCommand {}

    record OnRules(RulesCommand command) implements RoomCommand {}

    record OnFloor(FloorCommand command) implements RoomCommand {}

    static RoomCommand of(SeatCommand command) {
        return new OnSeats(command);
    }

    static RoomCommand of(RulesCommand command) {
        return new OnRules(command);
    }

    static RoomCommand of(FloorCommand command) {
        return new OnFloor(command);
    }
}
