package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.floor.Ask;
import palabre.core.floor.Budget;
import palabre.core.floor.Ending;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.PauseCause;
import palabre.core.floor.RequestState;
import palabre.core.floor.Turn;
import palabre.core.order.Moves;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.OrderRule;
import palabre.core.policy.PolicyChange;
import palabre.core.policy.RequestKind;
import palabre.core.seats.Seat;

/** The chair's acts on requests and turns. The actor presides. */
final class ChairDecider {
    private ChairDecider() {}

    static Decision<RoomEvent> decide(Steps steps, FloorCommand.ByChair command) {
        return switch (command) {
            case FloorCommand.GrantFloor c -> grant(steps, c);
            case FloorCommand.NextFloor c -> next(steps, c);
            case FloorCommand.DenyFloor c -> deny(steps, c);
            case FloorCommand.RevokeFloor c -> revoke(steps, c);
            case FloorCommand.SkipFloor c -> skip(steps, c.request());
            case FloorCommand.MoveRequest c -> move(steps, c);
            case FloorCommand.ExtendTurn c ->
                    onTurn(steps, c.request(), new FloorEvent.TurnExtended(c.request(), c.ms()));
            case FloorCommand.PauseTurn c -> pause(steps, c.request());
            case FloorCommand.ResumeTurn c -> resume(steps, c.request());
            case FloorCommand.StartTour _ -> tour(steps);
            case FloorCommand.OnRules c -> RulesDecider.decide(steps, c);
        };
    }

    /** Why nothing can be granted now, if so. */
    static Optional<Code> mayNotGrant(Floor floor) {
        if (floor.stage().paused()) {
            return Optional.of(Code.FLOOR_PAUSED);
        }
        return floor.chairing().frozen() ? Optional.of(Code.FLOOR_FROZEN) : Optional.empty();
    }

    private static Decision<RoomEvent> missing(Floor floor, RequestId id) {
        return refused(floor.knew(id) ? Code.REQUEST_ENDED : Code.UNKNOWN_REQUEST);
    }

    private static Decision<RoomEvent> grant(Steps steps, FloorCommand.GrantFloor c) {
        Floor floor = steps.floor();
        Optional<FloorRequest> found = floor.find(c.request());
        if (found.isEmpty()) {
            return missing(floor, c.request());
        }
        FloorRequest r = found.get();
        if (r.state() == RequestState.GRANTED) {
            return steps.decided();
        }
        Optional<Code> closed = mayNotGrant(floor);
        if (closed.isPresent()) {
            return refused(closed.get());
        }
        if (Budget.spent(floor, r, steps.room().person(r.seat()))) {
            return refused(Code.BUDGET_SPENT);
        }
        if (!c.anyway() && steps.room().absent(r.seat())) {
            Turns.defer(steps, r);
            return steps.decided();
        }
        boolean interrupts = r.kind().procedural() && floor.stage().interrupted().isEmpty();
        if (floor.stage().holder().isEmpty() || interrupts) {
            Turns.begin(steps, r);
        } else if (r.state() == RequestState.PENDING) {
            steps.then(new FloorEvent.FloorAccepted(r.id()));
        }
        return steps.decided();
    }

    private static Decision<RoomEvent> next(Steps steps, FloorCommand.NextFloor c) {
        Optional<Turn> holder = steps.floor().stage().holder();
        long holds = holder.map(t -> t.id().value()).orElse(0L);
        if (c.holder().isPresent() && c.holder().getAsLong() != holds) {
            return accepted(); // another moderator was faster: what was wanted is so
        }
        Optional<Code> closed = mayNotGrant(steps.floor());
        if (closed.isPresent()) {
            return refused(closed.get());
        }
        if (steps.floor().stage().interrupted().isPresent()) {
            Turns.end(steps, thanked(holder.orElseThrow()));
            return steps.decided();
        }
        if (steps.floor().line().waiting().isEmpty()) {
            return refused(Code.NOBODY_WAITING);
        }
        holder.ifPresent(t -> steps.then(thanked(t)));
        if (Turns.next(steps)) {
            return steps.decided();
        }
        boolean allSpent =
                steps.floor().line().waiting().stream()
                        .noneMatch(r -> steps.room().absent(r.seat()));
        return refused(allSpent ? Code.BUDGET_SPENT : Code.ABSENT);
    }

    private static FloorEvent.FloorRevoked thanked(Turn turn) {
        return new FloorEvent.FloorRevoked(turn.id(), Ending.NEXT, "");
    }

    private static Decision<RoomEvent> deny(Steps steps, FloorCommand.DenyFloor c) {
        Optional<FloorRequest> found = steps.floor().find(c.request());
        if (found.isEmpty()) {
            return steps.floor().knew(c.request())
                    ? accepted()
                    : missing(steps.floor(), c.request());
        }
        return found.get().state() == RequestState.GRANTED
                ? refused(Code.ALREADY_GRANTED)
                : steps.then(new FloorEvent.FloorDenied(c.request(), c.reason())).decided();
    }

    private static Decision<RoomEvent> revoke(Steps steps, FloorCommand.RevokeFloor c) {
        Optional<FloorRequest> found = steps.floor().find(c.request());
        if (found.isEmpty()) {
            return steps.floor().knew(c.request())
                    ? accepted()
                    : missing(steps.floor(), c.request());
        }
        if (found.get().state() != RequestState.GRANTED) {
            return refused(Code.NOT_GRANTED);
        }
        Turns.end(steps, new FloorEvent.FloorRevoked(c.request(), Ending.CHAIR, c.reason()));
        return steps.decided();
    }

    private static Decision<RoomEvent> skip(Steps steps, RequestId id) {
        Optional<Decision<RoomEvent>> no = mayNotMove(steps.floor(), id);
        if (no.isPresent()) {
            return no.get();
        }
        return Moves.behind(steps.floor(), id, steps.room()).isPresent()
                ? steps.then(new FloorEvent.FloorSkipped(id)).decided()
                : steps.decided();
    }

    private static Decision<RoomEvent> move(Steps steps, FloorCommand.MoveRequest c) {
        Optional<Decision<RoomEvent>> no = mayNotMove(steps.floor(), c.request());
        if (no.isPresent()) {
            return no.get();
        }
        if (c.behind().isPresent()) {
            Optional<Decision<RoomEvent>> noAnchor = mayNotMove(steps.floor(), c.behind().get());
            if (noAnchor.isPresent()) {
                return noAnchor.get();
            }
        }
        return c.behind().equals(Optional.of(c.request()))
                ? refused(Code.BAD_FIELD)
                : steps.then(new FloorEvent.FloorMoved(c.request(), c.behind())).decided();
    }

    private static Optional<Decision<RoomEvent>> mayNotMove(Floor floor, RequestId id) {
        Optional<FloorRequest> found = floor.find(id);
        if (found.isEmpty()) {
            return Optional.of(missing(floor, id));
        }
        return found.get().state() == RequestState.GRANTED
                ? Optional.of(refused(Code.ALREADY_GRANTED))
                : Optional.empty();
    }

    private static Decision<RoomEvent> onTurn(Steps steps, RequestId id, FloorEvent.OnStage event) {
        if (steps.floor().stage().find(id).isPresent()) {
            return steps.then(event).decided();
        }
        return steps.floor().line().find(id).isPresent()
                ? refused(Code.NOT_GRANTED)
                : missing(steps.floor(), id);
    }

    private static Decision<RoomEvent> pause(Steps steps, RequestId id) {
        boolean paused =
                steps.floor()
                        .stage()
                        .find(id)
                        .filter(t -> t.pausedBy(PauseCause.CHAIR))
                        .isPresent();
        return paused
                ? steps.decided()
                : onTurn(steps, id, Turns.paused(id, PauseCause.CHAIR, steps.atMs()));
    }

    /** Also when the link is lost: the chair sees that the speaker goes on. */
    private static Decision<RoomEvent> resume(Steps steps, RequestId id) {
        Optional<Turn> turn = steps.floor().stage().find(id);
        if (turn.isEmpty()) {
            return steps.floor().line().find(id).isPresent()
                    ? refused(Code.NOT_GRANTED)
                    : missing(steps.floor(), id);
        }
        for (PauseCause cause : new PauseCause[] {PauseCause.CHAIR, PauseCause.LINK}) {
            if (turn.get().pausedBy(cause)) {
                steps.then(new FloorEvent.TurnResumed(id, cause));
            }
        }
        return steps.decided();
    }

    private static Decision<RoomEvent> tour(Steps steps) {
        FloorPolicy policy = steps.floor().policy();
        if (policy.order() != OrderRule.TOUR) {
            steps.then(
                    new FloorEvent.PolicyChanged(
                            PolicyChange.NONE.ordering(OrderRule.TOUR).applied(policy), ""));
        }
        for (Seat seat : steps.room().seats().values()) {
            boolean waits =
                    steps.floor().of(seat.id()).stream().anyMatch(r -> !r.kind().procedural());
            if (seat.person().role() == Role.PARTICIPANT && !waits) {
                if (Limit.HELD.reached(steps.floor().line().waiting().size())) {
                    return refused(Code.QUEUE_FULL);
                }
                steps.then(
                        new FloorEvent.FloorRequested(
                                steps.floor().nextId(),
                                seat.id(),
                                seat.id(),
                                Ask.of(RequestKind.SPEECH),
                                Optional.empty()));
            }
        }
        return steps.decided();
    }
}
