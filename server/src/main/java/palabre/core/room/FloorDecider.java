package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.SeatId;

/** Turn-taking after RFC 8855, with the chair's acts. The actor has a seat. */
final class FloorDecider {
    private FloorDecider() {}

    static Decision<RoomEvent> decide(Room room, SeatId actor, FloorCommand command) {
        Floor floor = room.floor();
        return switch (command) {
            case FloorCommand.RequestFloor c -> request(room, actor, c);
            case FloorCommand.ReleaseFloor c -> release(floor, actor, c);
            case FloorCommand _ when !RoomDecider.chairs(room, actor) -> refused(Code.ROLE_MAY_NOT);
            case FloorCommand.GrantFloor c -> grant(floor, c.request());
            case FloorCommand.DenyFloor c -> deny(floor, c.request());
            case FloorCommand.RevokeFloor c -> revoke(floor, c.request());
            case FloorCommand.SkipFloor c -> skip(floor, c.request());
            case FloorCommand.NextFloor _ -> next(floor);
            case FloorCommand.OpenList _ ->
                    floor.listOpen() ? accepted() : accepted(new FloorEvent.ListOpened());
            case FloorCommand.CloseList _ ->
                    floor.listOpen() ? accepted(new FloorEvent.ListClosed()) : accepted();
        };
    }

    private static Decision<RoomEvent> request(
            Room room, SeatId actor, FloorCommand.RequestFloor c) {
        Floor floor = room.floor();
        if (room.role(actor).filter(Role::speaks).isEmpty()) {
            return refused(Code.ROLE_MAY_NOT);
        }
        if (floor.of(actor).isPresent()) {
            return refused(Code.ALREADY_WAITING);
        }
        if (!floor.listOpen()) {
            return refused(Code.LIST_CLOSED);
        }
        return accepted(new FloorEvent.FloorRequested(floor.nextId(), actor, c.topic()));
    }

    private static Decision<RoomEvent> release(
            Floor floor, SeatId actor, FloorCommand.ReleaseFloor c) {
        Optional<FloorRequest> mine = floor.of(actor);
        if (c.request().isEmpty()) {
            return mine.isEmpty() ? refused(Code.NO_REQUEST) : ended(floor, mine.get());
        }
        RequestId id = c.request().get();
        if (!floor.knew(id)) {
            return refused(Code.UNKNOWN_REQUEST);
        }
        Optional<FloorRequest> named = floor.find(id);
        if (named.isEmpty()) {
            return accepted(); // it has ended already: what the actor wants is so
        }
        return named.get().seat().equals(actor)
                ? ended(floor, named.get())
                : refused(Code.NOT_YOURS);
    }

    private static Decision<RoomEvent> ended(Floor floor, FloorRequest request) {
        return new Decision.Accepted<>(
                request.state() == RequestState.GRANTED
                        ? freed(floor, new FloorEvent.FloorReleased(request.id()))
                        : List.of(new FloorEvent.FloorCancelled(request.id())));
    }

    private static Decision<RoomEvent> grant(Floor floor, RequestId id) {
        Optional<FloorRequest> found = floor.find(id);
        if (found.isEmpty()) {
            return missing(floor, id);
        }
        return switch (found.get().state()) {
            case GRANTED -> accepted();
            case ACCEPTED -> accepted();
            default ->
                    accepted(
                            floor.holder().isEmpty()
                                    ? new FloorEvent.FloorGranted(id)
                                    : new FloorEvent.FloorAccepted(id));
        };
    }

    private static Decision<RoomEvent> deny(Floor floor, RequestId id) {
        Optional<FloorRequest> found = floor.find(id);
        if (found.isEmpty()) {
            return floor.knew(id) ? accepted() : refused(Code.UNKNOWN_REQUEST);
        }
        return found.get().state() == RequestState.GRANTED
                ? refused(Code.ALREADY_GRANTED)
                : accepted(new FloorEvent.FloorDenied(id));
    }

    private static Decision<RoomEvent> revoke(Floor floor, RequestId id) {
        Optional<FloorRequest> found = floor.find(id);
        if (found.isEmpty()) {
            return floor.knew(id) ? accepted() : refused(Code.UNKNOWN_REQUEST);
        }
        return found.get().state() == RequestState.GRANTED
                ? new Decision.Accepted<>(freed(floor, new FloorEvent.FloorRevoked(id)))
                : refused(Code.NOT_GRANTED);
    }

    private static Decision<RoomEvent> skip(Floor floor, RequestId id) {
        Optional<FloorRequest> found = floor.find(id);
        if (found.isEmpty()) {
            return missing(floor, id);
        }
        FloorRequest request = found.get();
        if (request.state() == RequestState.GRANTED) {
            return refused(Code.ALREADY_GRANTED);
        }
        int behind = floor.waiting().indexOf(request) + 1;
        boolean peerBehind =
                behind < floor.waiting().size()
                        && floor.waiting().get(behind).state() == request.state();
        return peerBehind ? accepted(new FloorEvent.FloorSkipped(id)) : accepted();
    }

    private static Decision<RoomEvent> next(Floor floor) {
        if (floor.waiting().isEmpty()) {
            return refused(Code.NOBODY_WAITING);
        }
        List<RoomEvent> events = new ArrayList<>();
        floor.holder().ifPresent(h -> events.add(new FloorEvent.FloorRevoked(h.id())));
        events.add(new FloorEvent.FloorGranted(floor.waiting().getFirst().id()));
        return new Decision.Accepted<>(events);
    }

    private static Decision<RoomEvent> missing(Floor floor, RequestId id) {
        return refused(floor.knew(id) ? Code.REQUEST_ENDED : Code.UNKNOWN_REQUEST);
    }

    /** The turn ends, and whoever was promised the floor gets it in the same breath. */
    private static List<RoomEvent> freed(Floor floor, FloorEvent ending) {
        List<RoomEvent> events = new ArrayList<>();
        events.add(ending);
        floor.promised().ifPresent(p -> events.add(new FloorEvent.FloorGranted(p.id())));
        return events;
    }

    /** Everything a seat waits for or holds comes to its end, because the seat goes. */
    static List<RoomEvent> vacate(Floor floor, SeatId seat) {
        return floor.of(seat)
                .map(r ->
                        r.state() == RequestState.GRANTED
                                ? freed(floor, new FloorEvent.FloorReleased(r.id()))
                                : List.<RoomEvent>of(new FloorEvent.FloorCancelled(r.id())))
                .orElse(List.of());
    }
}
