package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.agenda.AgendaEvent;
import palabre.core.polls.PollDecider;
import palabre.core.results.ResultsEvent;

/** How a meeting ends. */
final class Closing {
    private Closing() {}

    /** By who presides in the main room, once all is said. */
    static Decision<RoomEvent> close(Steps steps) {
        if (!steps.room().charter().main()) {
            return refused(Code.NOT_MAIN_ROOM);
        }
        return steps.room().meeting().results().missing().isEmpty()
                ? end(steps)
                : refused(Code.RESULTS_MISSING);
    }

    /** Nobody keeps the floor, nobody waits, no poll stays open. */
    static Decision<RoomEvent> end(Steps steps) {
        Room room = steps.room();
        if (room.meeting().closed()) {
            return accepted();
        }
        room.seats().keySet().forEach(seat -> Turns.vacate(steps, seat));
        room.meeting()
                .polls()
                .all()
                .values()
                .forEach(p -> {
                    if (p.open()) {
                        steps.then(RoomEvent.of(PollDecider.closed(p)));
                    }
                });
        room.meeting()
                .agenda()
                .current()
                .ifPresent(i -> steps.then(RoomEvent.of(new AgendaEvent.ItemEnded(i.item()))));
        return steps.then(RoomEvent.of(new ResultsEvent.MeetingClosed())).decided();
    }
}
