package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Role;
import palabre.core.SeatId;

/** Turn-taking after RFC 8855, with the chair's acts. The actor has a seat, or is the server. */
final class FloorDecider {
    private FloorDecider() {}

    static Decision<RoomEvent> decide(Room room, SeatId actor, FloorCommand command, long atMs) {
        return switch (command) {
            case FloorCommand.ByPeople c ->
                    RequestDecider.decide(room, actor, c, new Steps(room, atMs));
            case FloorCommand.ByChair c when !room.role(actor).map(Role::chairs).orElse(false) ->
                    refused(Code.ROLE_MAY_NOT);
            case FloorCommand.ByChair _ when !mayPreside(room, actor) ->
                    refused(Code.NOT_PRESIDING);
            case FloorCommand.ByChair c -> {
                Steps steps = new Steps(room, atMs);
                if (room.floor().chairing().presiding().isEmpty()
                        || room.seat(room.floor().chairing().presiding().get()).isEmpty()) {
                    steps.then(new FloorEvent.ChairTaken(actor, ChairCause.ACTED));
                }
                yield ChairDecider.decide(steps, c);
            }
            case FloorCommand.TakeChair _ -> takeChair(room, actor);
            case FloorCommand.KeepTime c when actor.equals(SeatId.SERVER) ->
                    Timekeeper.decide(new Steps(room, atMs), c.chairsHere());
            case FloorCommand.KeepTime _ -> refused(Code.ROLE_MAY_NOT);
        };
    }

    /**
     * Several moderators may act together. While a deputy presides, nobody else does: who comes
     * back takes the chair first, so that all see it.
     */
    private static boolean mayPreside(Room room, SeatId actor) {
        Chairing chairing = room.floor().chairing();
        if (chairing.presides(actor) || chairing.presiding().flatMap(room::seat).isEmpty()) {
            return true;
        }
        boolean moderatorPresides =
                chairing.presiding()
                        .flatMap(room::role)
                        .filter(r -> r == Role.MODERATOR)
                        .isPresent();
        return moderatorPresides && room.role(actor).filter(r -> r == Role.MODERATOR).isPresent();
    }

    private static Decision<RoomEvent> takeChair(Room room, SeatId actor) {
        Chairing chairing = room.floor().chairing();
        if (!room.role(actor).map(Role::chairs).orElse(false)) {
            return refused(Code.ROLE_MAY_NOT);
        }
        if (chairing.presides(actor)) {
            return accepted();
        }
        boolean moderator = room.role(actor).filter(r -> r == Role.MODERATOR).isPresent();
        boolean vacant = chairing.lost() || chairing.presiding().flatMap(room::seat).isEmpty();
        return moderator || vacant
                ? accepted(new FloorEvent.ChairTaken(actor, ChairCause.TOOK))
                : refused(Code.CHAIR_PRESENT);
    }
}
