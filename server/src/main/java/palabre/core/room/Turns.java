package palabre.core.room;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.floor.Budget;
import palabre.core.floor.Ending;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.PauseCause;
import palabre.core.floor.RequestState;
import palabre.core.floor.Stage;
import palabre.core.floor.Turn;
import palabre.core.order.SpeakingOrder;

/** What follows when a turn begins or ends. */
final class Turns {
    private Turns() {}

    /** Gives the floor to somebody who waits; who has it is interrupted. */
    static void begin(Steps steps, FloorRequest request) {
        steps.floor()
                .stage()
                .holder()
                .ifPresent(t -> steps.then(paused(t.id(), PauseCause.INTERRUPTED, steps.atMs())));
        long limit = Budget.limitMs(steps.floor(), request, steps.room().person(request.seat()));
        steps.then(new FloorEvent.FloorGranted(request.id(), limit));
    }

    /** The turn has ended: who was interrupted goes on, else who was promised the floor begins. */
    static void freed(Steps steps) {
        Stage stage = steps.floor().stage();
        if (stage.holder().isPresent()) {
            Turn turn = stage.holder().get();
            if (turn.pausedBy(PauseCause.INTERRUPTED)) {
                steps.then(new FloorEvent.TurnResumed(turn.id(), PauseCause.INTERRUPTED));
            }
            return;
        }
        if (!stage.paused() && !steps.floor().chairing().frozen()) {
            call(steps, true);
        }
    }

    /** Calls the first in line who is there; who is not is deferred. Whether somebody came. */
    static boolean next(Steps steps) {
        return call(steps, false);
    }

    private static boolean call(Steps steps, boolean promisedOnly) {
        Optional<FloorRequest> first = SpeakingOrder.first(steps.floor(), steps.room());
        if (first.filter(r -> comes(steps, r, promisedOnly) && !steps.room().absent(r.seat()))
                .isPresent()) {
            begin(steps, first.get());
            return true;
        }
        for (FloorRequest r : SpeakingOrder.line(steps.floor(), steps.room())) {
            boolean comes = comes(steps, r, promisedOnly);
            if (comes && !steps.room().absent(r.seat())) {
                begin(steps, r);
                return true;
            } else if (comes) {
                defer(steps, r);
            }
        }
        return false;
    }

    /** Whose time is used up is passed over, until the chair gives more. */
    private static boolean comes(Steps steps, FloorRequest r, boolean promisedOnly) {
        return (!promisedOnly || r.state() == RequestState.ACCEPTED) && !isSpent(steps, r);
    }

    private static boolean isSpent(Steps steps, FloorRequest r) {
        return Budget.spent(steps.floor(), r, steps.room().person(r.seat()));
    }

    static void defer(Steps steps, FloorRequest r) {
        if (steps.room().absent(r.seat()) && !r.deferred()) {
            steps.then(new FloorEvent.FloorDeferred(r.id()));
        }
    }

    static FloorEvent.TurnPaused paused(RequestId id, PauseCause why, long asOfMs) {
        return new FloorEvent.TurnPaused(id, why, asOfMs);
    }

    /** Whoever goes gives up what they wait for and what they hold. */
    static void vacate(Steps steps, SeatId seat) {
        for (FloorRequest r : List.copyOf(steps.floor().of(seat))) {
            if (r.state() == RequestState.GRANTED) {
                end(steps, new FloorEvent.FloorReleased(r.id()));
            } else if (steps.floor().line().find(r.id()).isPresent()) {
                steps.then(new FloorEvent.FloorCancelled(r.id()));
            } else { // it was promised the floor, and has just got it
                vacate(steps, seat);
                return;
            }
        }
    }

    private static boolean holds(Floor floor, RequestId id) {
        return floor.stage().holder().filter(t -> t.id().equals(id)).isPresent();
    }

    /** Ends a turn and lets follow what follows. */
    static void end(Steps steps, FloorEvent.OnStage ending) {
        boolean held = holds(steps.floor(), ending.request());
        steps.then(ending);
        if (held) {
            freed(steps);
        }
    }

    /** The turn ends for a lost link; a request for what was left of it stands at the head. */
    static void connectionLost(Steps steps, Turn turn) {
        OptionalLong left = turn.leftMs(steps.atMs());
        FloorRequest old = turn.request();
        boolean held = holds(steps.floor(), turn.id());
        steps.then(new FloorEvent.FloorRevoked(turn.id(), Ending.CONNECTION_LOST, ""));
        RequestId id = again(steps, old, left);
        steps.then(new FloorEvent.FloorDeferred(id));
        if (held) {
            freed(steps);
        }
    }

    /** A new request that goes on from an ended one. */
    static RequestId again(Steps steps, FloorRequest old, OptionalLong leftMs) {
        RequestId id = steps.floor().nextId();
        OptionalLong left =
                leftMs.isPresent() ? OptionalLong.of(Math.max(1_000, leftMs.getAsLong())) : leftMs;
        steps.then(
                new FloorEvent.FloorRequested(
                        id,
                        old.seat(),
                        old.by(),
                        old.ask(),
                        Optional.of(new FloorEvent.Continued(old.id(), old.askedMs(), left))));
        return id;
    }
}
