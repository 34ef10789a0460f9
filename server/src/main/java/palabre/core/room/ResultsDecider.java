package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.SeatId;

/** The secretary writes; who presides may too, and closes. */
final class ResultsDecider {
    private ResultsDecider() {}

    static Decision<RoomEvent> decide(Steps steps, SeatId actor, ResultsCommand command) {
        Results results = steps.room().meeting().results();
        return switch (command) {
            case ResultsCommand.NoteResult c -> note(results, c);
            case ResultsCommand.RemoveResult c ->
                    results.entry(c.id()).isEmpty()
                            ? refused(Code.UNKNOWN_RESULT)
                            : accepted(new ResultsEvent.ResultRemoved(c.id()));
            case ResultsCommand.MarkDone c ->
                    results.entry(c.id())
                            .filter(e -> e.kind() == ResultKind.ACTION)
                            .map(e ->
                                    e.done() == c.done()
                                            ? Decision.<RoomEvent>accepted()
                                            : Decision.<RoomEvent>accepted(
                                                    new ResultsEvent.ResultNoted(e.done(c.done()))))
                            .orElseGet(() -> refused(Code.UNKNOWN_RESULT));
            case ResultsCommand.DeclareNone c ->
                    results.none().contains(c.kind())
                            ? accepted()
                            : results.of(c.kind()).isEmpty()
                                    ? accepted(new ResultsEvent.NoneDeclared(c.kind()))
                                    : refused(Code.RESULTS_THERE);
            case ResultsCommand.SetNext c ->
                    results.next().filter(c.next()::equals).isPresent()
                            ? accepted()
                            : accepted(new ResultsEvent.NextSet(c.next()));
            case ResultsCommand.ApproveResults _ ->
                    approve(results, actor, steps.room().person(actor).name());
            case ResultsCommand.CloseMeeting _ -> close(steps);
            case ResultsCommand.CarryOver c ->
                    steps.room().meeting().awaits(c) ? carryOver(steps, c) : accepted();
            case ResultsCommand.EndMeeting _ -> end(steps);
        };
    }

    private static Decision<RoomEvent> approve(Results results, SeatId actor, String name) {
        return name.equals(results.approved().get(actor))
                ? accepted()
                : accepted(new ResultsEvent.ResultsApproved(actor, name));
    }

    private static Decision<RoomEvent> carryOver(Steps steps, ResultsCommand.CarryOver c) {
        c.entries().forEach(e -> steps.then(numbered(steps.room().meeting().results(), e)));
        return steps.decided();
    }

    private static ResultsEvent numbered(Results results, Result e) {
        int id = results.numbered() + 1;
        return new ResultsEvent.ResultNoted(
                new Result(id, e.kind(), e.text(), e.who(), e.due(), e.carried(), e.done()));
    }

    private static Decision<RoomEvent> note(Results results, ResultsCommand.NoteResult c) {
        if (c.id().isEmpty()) {
            return Limit.RESULTS.reached(results.entries().size())
                    ? refused(Code.TOO_MANY)
                    : accepted(
                            numbered(
                                    results,
                                    new Result(
                                            0, c.kind(), c.text(), c.who(), c.due(), false,
                                            false)));
        }
        Optional<Result> before = results.entry(c.id().get());
        if (before.isEmpty()) {
            return refused(Code.UNKNOWN_RESULT);
        }
        Result now =
                new Result(
                        c.id().get(),
                        c.kind(),
                        c.text(),
                        c.who(),
                        c.due(),
                        before.get().carried(),
                        before.get().done() && c.kind() == ResultKind.ACTION);
        return before.get().equals(now) ? accepted() : accepted(new ResultsEvent.ResultNoted(now));
    }

    private static Decision<RoomEvent> close(Steps steps) {
        if (!steps.room().charter().main()) {
            return refused(Code.NOT_MAIN_ROOM);
        }
        return steps.room().meeting().results().missing().isEmpty()
                ? end(steps)
                : refused(Code.RESULTS_MISSING);
    }

    /** Nobody keeps the floor, nobody waits, no poll stays open. */
    private static Decision<RoomEvent> end(Steps steps) {
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
                        steps.then(PollDecider.closed(p));
                    }
                });
        room.meeting()
                .agenda()
                .current()
                .ifPresent(i -> steps.then(new AgendaEvent.ItemEnded(i.item())));
        return steps.then(new ResultsEvent.MeetingClosed()).decided();
    }
}
