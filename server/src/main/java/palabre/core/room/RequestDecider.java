package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.Ask;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.RequestState;
import palabre.core.floor.Turn;
import palabre.core.policy.RequestKind;
import palabre.core.seats.Person;
import palabre.core.seats.SeatEvent;

/** What people ask for: for themselves, or a steward for those on-site who have no device. */
final class RequestDecider {
    private RequestDecider() {}

    static Decision<RoomEvent> decide(
            Room room, SeatId actor, FloorCommand.ByPeople command, Steps steps) {
        return switch (command) {
            case FloorCommand.RequestFloor c -> request(room, actor, c, steps);
            case FloorCommand.QueueOnSite c -> queue(room, actor, c, steps);
            case FloorCommand.ChangeRequest c -> change(room, actor, c, steps);
            case FloorCommand.Requeue c -> requeue(room, actor, c.request(), steps);
            case FloorCommand.ReleaseFloor c -> release(room, actor, c.request(), steps);
            case FloorCommand.HandOver c -> handOver(room, actor, c, steps);
        };
    }

    private static Decision<RoomEvent> request(
            Room room, SeatId actor, FloorCommand.RequestFloor c, Steps steps) {
        SeatId seat = c.forSeat().orElse(actor);
        if (room.seat(seat).isEmpty()) {
            return refused(Code.UNKNOWN_SEAT);
        }
        if (!seat.equals(actor)) {
            Optional<Code> forged = mayNotAskFor(room, actor, seat);
            if (forged.isPresent()) {
                return refused(forged.get());
            }
        }
        if (room.role(seat).filter(Role::speaks).isEmpty()) {
            return refused(Code.ROLE_MAY_NOT);
        }
        return ask(room, actor, seat, c.ask(), steps);
    }

    /** For people without a device by a steward of their site, for anybody by who presides. */
    private static Optional<Code> mayNotAskFor(Room room, SeatId actor, SeatId seat) {
        if (!isSteward(room, actor)) {
            return Presiding.mayNot(room, actor);
        }
        if (room.seat(seat).orElseThrow().keeper().isEmpty()) {
            return Optional.of(Code.NOT_YOURS);
        }
        return keeps(room, actor, seat) ? Optional.empty() : Optional.of(Code.WRONG_SITE);
    }

    private static boolean isSteward(Room room, SeatId actor) {
        return room.role(actor).filter(r -> r == Role.STEWARD).isPresent();
    }

    /** Whether the actor is a steward of the site at which somebody without a device sits. */
    private static boolean keeps(Room room, SeatId actor, SeatId seat) {
        return isSteward(room, actor)
                && room.seat(seat).filter(s -> s.keeper().isPresent()).isPresent()
                && room.person(actor).site().equals(room.person(seat).site());
    }

    private static Decision<RoomEvent> ask(
            Room room, SeatId actor, SeatId seat, Ask ask, Steps steps) {
        Floor floor = room.floor();
        boolean procedural = ask.kind().procedural();
        for (FloorRequest r : floor.of(seat)) {
            boolean speaks = r.state() == RequestState.GRANTED && !procedural;
            if (r.kind().procedural() == procedural || speaks) {
                return refused(Code.ALREADY_WAITING);
            }
        }
        boolean chairs = Presiding.acts(room, actor);
        if (floor.line().locked() && !chairs) {
            return refused(Code.FLOOR_LOCKED);
        }
        if (!floor.line().open() && !ask.kind().onClosedList() && !chairs) {
            return refused(Code.LIST_CLOSED);
        }
        if (ask.kind() == RequestKind.QUESTION && floor.stage().holder().isEmpty()) {
            return refused(Code.NOBODY_SPEAKING);
        }
        if (ask.replyTo().filter(id -> !floor.knew(id)).isPresent()) {
            return refused(Code.UNKNOWN_REQUEST);
        }
        if (Limit.WAITING.reached(floor.line().waiting().size())
                || holdsTooMany(floor, actor, seat)) {
            return refused(Code.QUEUE_FULL);
        }
        return steps.then(
                        new FloorEvent.FloorRequested(
                                floor.nextId(), seat, actor, ask, Optional.empty()))
                .decided();
    }

    private static boolean holdsTooMany(Floor floor, SeatId actor, SeatId seat) {
        return !actor.equals(seat)
                && Limit.HELD.reached(
                        floor.line().waiting().stream().filter(r -> r.by().equals(actor)).count());
    }

    private static Decision<RoomEvent> queue(
            Room room, SeatId actor, FloorCommand.QueueOnSite c, Steps steps) {
        boolean steward = isSteward(room, actor);
        Optional<Code> no = steward ? Optional.empty() : Presiding.mayNot(room, actor);
        if (no.isPresent()) {
            return refused(no.get());
        }
        String own = room.person(actor).site();
        String site = c.site().isEmpty() ? own : c.site();
        if (steward && !own.isEmpty() && !site.equals(own)) {
            return refused(Code.WRONG_SITE);
        }
        if (site.isEmpty()) {
            return refused(Code.NO_SITE);
        }
        Person person = new Person(c.name(), Role.PARTICIPANT, room.teamLike(c.team()), "", site);
        Optional<SeatId> known = room.onSite(person);
        SeatId seat =
                known.orElseGet(
                        () -> room.freeOnSite(new SeatId("onsite-" + room.floor().nextId())));
        if (known.isEmpty()) {
            if (Limit.ON_SITE.reached(keptBy(room, actor))) {
                return refused(Code.TOO_MANY);
            }
            steps.then(new SeatEvent.SeatJoined(seat, person, Optional.of(actor)));
        }
        return ask(steps.room(), actor, seat, c.ask(), steps);
    }

    private static long keptBy(Room room, SeatId actor) {
        return room.seats().values().stream()
                .filter(s -> s.keeper().filter(actor::equals).isPresent())
                .count();
    }

    /** What somebody means who names no request: what they hold, else what they wait for. */
    private static Optional<FloorRequest> meant(
            Room room, SeatId actor, Optional<RequestId> named) {
        return named.isPresent()
                ? room.floor().find(named.get())
                : room.floor().of(actor).stream().findFirst();
    }

    private static Optional<Code> mayNotTouch(Room room, SeatId actor, FloorRequest r) {
        return r.seat().equals(actor) || keeps(room, actor, r.seat())
                ? Optional.empty()
                : Optional.of(Code.NOT_YOURS);
    }

    private static Code missing(Room room, Optional<RequestId> named) {
        if (named.isEmpty()) {
            return Code.NO_REQUEST;
        }
        return room.floor().knew(named.get()) ? Code.REQUEST_ENDED : Code.UNKNOWN_REQUEST;
    }

    private static Decision<RoomEvent> change(
            Room room, SeatId actor, FloorCommand.ChangeRequest c, Steps steps) {
        Optional<FloorRequest> found = meant(room, actor, c.request());
        if (found.isEmpty()) {
            return refused(missing(room, c.request()));
        }
        FloorRequest r = found.get();
        Optional<Code> foreign = mayNotTouch(room, actor, r);
        if (foreign.isPresent()) {
            return refused(foreign.get());
        }
        if (r.state() == RequestState.GRANTED) {
            return refused(Code.ALREADY_GRANTED);
        }
        RequestKind kind = c.kind().orElse(r.kind());
        if (kind.procedural() != r.kind().procedural()) {
            return refused(Code.OTHER_KIND);
        }
        Ask old = r.ask();
        Ask now =
                new Ask(
                        kind,
                        c.topic().orElse(old.topic()),
                        c.language().orElse(old.language()),
                        old.replyTo(),
                        old.delayed());
        return now.equals(old)
                ? accepted()
                : steps.then(new FloorEvent.FloorChanged(r.id(), now)).decided();
    }

    private static Decision<RoomEvent> requeue(
            Room room, SeatId actor, Optional<RequestId> named, Steps steps) {
        Optional<FloorRequest> found = meant(room, actor, named);
        if (found.isEmpty()) {
            return refused(missing(room, named));
        }
        FloorRequest r = found.get();
        Optional<Code> foreign = mayNotTouch(room, actor, r);
        if (foreign.isPresent()) {
            return refused(foreign.get());
        }
        if (r.state() == RequestState.GRANTED) {
            return refused(Code.ALREADY_GRANTED);
        }
        if (room.floor().line().locked()) {
            return refused(Code.FLOOR_LOCKED);
        }
        steps.then(new FloorEvent.FloorCancelled(r.id()));
        Turns.again(steps, r, r.leftMs());
        return steps.decided();
    }

    private static Decision<RoomEvent> release(
            Room room, SeatId actor, Optional<RequestId> named, Steps steps) {
        Optional<FloorRequest> found = meant(room, actor, named);
        if (found.isEmpty()) {
            Code code = missing(room, named);
            return code == Code.REQUEST_ENDED ? accepted() : refused(code);
        }
        FloorRequest r = found.get();
        Optional<Code> foreign = mayNotTouch(room, actor, r);
        if (foreign.isPresent()) {
            return refused(foreign.get());
        }
        if (r.state() == RequestState.GRANTED) {
            Turns.end(steps, new FloorEvent.FloorReleased(r.id()));
        } else {
            steps.then(new FloorEvent.FloorCancelled(r.id()));
        }
        return steps.decided();
    }

    /** To somebody of the same team; who presides may let anybody follow. */
    private static Decision<RoomEvent> handOver(
            Room room, SeatId actor, FloorCommand.HandOver c, Steps steps) {
        Optional<Turn> turn =
                room.floor()
                        .stage()
                        .holder()
                        .filter(t -> c.request().isEmpty() || c.request().get().equals(t.id()));
        if (turn.isEmpty()) {
            return refused(Code.NOT_GRANTED);
        }
        FloorRequest old = turn.get().request();
        if (old.kind().procedural()) {
            return refused(Code.OTHER_KIND);
        }
        boolean chairs = Presiding.acts(room, actor);
        if (!chairs && mayNotTouch(room, actor, old).isPresent()) {
            return refused(Presiding.mayNot(room, actor, Code.NOT_YOURS));
        }
        if (room.role(c.to()).filter(Role::speaks).isEmpty()) {
            return refused(room.seat(c.to()).isEmpty() ? Code.UNKNOWN_SEAT : Code.ROLE_MAY_NOT);
        }
        if (c.to().equals(old.seat())) {
            return accepted();
        }
        String team = room.person(old.seat()).team();
        if (!chairs && (team.isEmpty() || !team.equals(room.person(c.to()).team()))) {
            return refused(Code.NOT_YOUR_TEAM);
        }
        if (room.absent(c.to())) {
            return refused(Code.ABSENT);
        }
        Optional<Code> closed = ChairDecider.mayNotGrant(room.floor());
        if (closed.isPresent()) {
            return refused(closed.get());
        }
        return handedOver(steps, turn.get(), c.to());
    }

    private static Decision<RoomEvent> handedOver(Steps steps, Turn turn, SeatId to) {
        OptionalLong left = turn.leftMs(steps.atMs());
        FloorRequest old = turn.request();
        List<FloorRequest> theirs =
                steps.floor().of(to).stream()
                        .filter(r -> !r.kind().procedural())
                        .filter(r -> r.state() != RequestState.GRANTED)
                        .toList();
        steps.then(new FloorEvent.FloorReleased(turn.id()));
        theirs.forEach(r -> steps.then(new FloorEvent.FloorCancelled(r.id())));
        FloorRequest as =
                new FloorRequest(
                        theirs.isEmpty() ? old.id() : theirs.getFirst().id(),
                        to,
                        old.by(),
                        old.ask(),
                        old.state(),
                        theirs.isEmpty() ? steps.atMs() : theirs.getFirst().askedMs(),
                        steps.atMs(),
                        old.placing(),
                        Optional.empty(),
                        left);
        RequestId id = Turns.again(steps, as, left);
        steps.then(
                new FloorEvent.FloorGranted(
                        id, left.isEmpty() ? 0 : steps.floor().waiting(id).leftMs().orElse(0)));
        return steps.decided();
    }
}
