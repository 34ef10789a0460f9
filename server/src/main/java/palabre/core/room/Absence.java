package palabre.core.room;

import palabre.core.SeatId;
import palabre.core.floor.Chairing;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.PauseCause;
import palabre.core.floor.RequestState;
import palabre.core.seats.SeatEvent;

/** What follows when somebody is not there any more: of their turn, and of the chair. */
final class Absence {
    private Absence() {}

    /** Who presided does no more, before they go. */
    static void standDown(Steps steps, SeatId seat) {
        Chairing chairing = steps.floor().chairing();
        if (chairing.presides(seat) && !chairing.lost()) {
            steps.then(new FloorEvent.ChairLost(steps.atMs()));
        }
    }

    /** Nobody is charged for what could not be heard. */
    static void lost(Steps steps, SeatId seat, long asOfMs) {
        steps.then(new SeatEvent.SeatAbsent(seat));
        for (FloorRequest r : steps.floor().of(seat)) {
            if (r.state() == RequestState.GRANTED) {
                steps.then(Turns.paused(r.id(), PauseCause.LINK, asOfMs));
            }
        }
        if (steps.room().presides(seat) && !steps.floor().chairing().lost()) {
            steps.then(new FloorEvent.ChairLost(asOfMs));
        }
    }
}
