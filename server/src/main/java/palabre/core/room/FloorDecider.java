package palabre.core.room;

import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.core.floor.FloorCommand;

/** Turn-taking after RFC 8855, with the chair's acts. The actor may ask it. */
final class FloorDecider {
    private FloorDecider() {}

    static Decision<RoomEvent> decide(Room room, SeatId actor, FloorCommand command, long atMs) {
        return switch (command) {
            case FloorCommand.ByPeople c ->
                    RequestDecider.decide(room, actor, c, new Steps(room, atMs));
            case FloorCommand.ByChair c -> ChairDecider.decide(new Steps(room, atMs), c);
            case FloorCommand.TakeChair _ -> Presiding.take(room, actor);
            case FloorCommand.KeepTime c ->
                    Timekeeper.decide(new Steps(room, atMs), c.chairsHere());
            case FloorCommand.TellRestart c ->
                    Timekeeper.restarted(new Steps(room, atMs), c.asOfMs());
        };
    }
}
