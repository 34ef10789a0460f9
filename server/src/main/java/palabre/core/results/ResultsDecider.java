package palabre.core.results;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.SeatId;
import palabre.core.seats.Roster;

/** The secretary writes; who presides may too. */
public final class ResultsDecider {
    private ResultsDecider() {}

    /** The actor may ask it. */
    public static Decision<ResultsEvent> decide(
            Results results, Roster room, SeatId actor, ResultsCommand.Written command) {
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
                                            ? Decision.<ResultsEvent>accepted()
                                            : Decision.<ResultsEvent>accepted(
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
                    approve(results, actor, room.person(actor).name());
            case ResultsCommand.CarryOver c -> carryOver(results, c);
        };
    }

    private static Decision<ResultsEvent> approve(Results results, SeatId actor, String name) {
        return name.equals(results.approved().get(actor))
                ? accepted()
                : accepted(new ResultsEvent.ResultsApproved(actor, name));
    }

    private static Decision<ResultsEvent> carryOver(Results before, ResultsCommand.CarryOver c) {
        List<ResultsEvent> events = new ArrayList<>();
        Results results = before;
        for (Result entry : c.entries()) {
            ResultsEvent noted = numbered(results, entry);
            events.add(noted);
            results = results.evolve(noted);
        }
        return new Decision.Accepted<>(events);
    }

    private static ResultsEvent numbered(Results results, Result e) {
        int id = results.numbered() + 1;
        return new ResultsEvent.ResultNoted(
                new Result(id, e.kind(), e.text(), e.who(), e.due(), e.carried(), e.done()));
    }

    private static Decision<ResultsEvent> note(Results results, ResultsCommand.NoteResult c) {
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
}
