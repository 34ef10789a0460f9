package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.Map;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;

/** What the chair does with the agenda. */
final class AgendaDecider {
    private AgendaDecider() {}

    static Decision<RoomEvent> decide(Steps steps, AgendaCommand command) {
        Agenda agenda = steps.room().meeting().agenda();
        return switch (command) {
            case AgendaCommand.LayAgenda c -> lay(steps.room().meeting(), c);
            case AgendaCommand.AddItem _ when Limit.AGENDA_ITEMS.reached(agenda.items().size()) ->
                    refused(Code.TOO_MANY);
            case AgendaCommand.AddItem c ->
                    accepted(new AgendaEvent.ItemAdded(agenda.numbered() + 1, c.title(), c.ms()));
            case AgendaCommand.BeginItem c ->
                    onItem(
                            agenda,
                            c.item(),
                            _ -> true,
                            i -> i.runs() ? accepted() : begin(steps, i));
            case AgendaCommand.EndItem c ->
                    onItem(
                            agenda,
                            c.item(),
                            AgendaEntry::begun,
                            i ->
                                    i.runs()
                                            ? accepted(new AgendaEvent.ItemEnded(i.item()))
                                            : accepted());
            case AgendaCommand.ExtendItem c ->
                    onItem(
                            agenda,
                            c.item(),
                            i -> i.runs() || i.ahead(),
                            i -> extend(steps, i, c.ms()));
            case AgendaCommand.SkipItem c ->
                    onItem(
                            agenda,
                            c.item(),
                            i -> i.ahead() || i.skipped(),
                            i ->
                                    i.skipped()
                                            ? accepted()
                                            : accepted(new AgendaEvent.ItemSkipped(i.item())));
            case AgendaCommand.MoveItem c -> move(agenda, c);
        };
    }

    private interface OnItem {
        Decision<RoomEvent> decide(AgendaEntry item);
    }

    private interface Fits {
        boolean test(AgendaEntry item);
    }

    private static Decision<RoomEvent> onItem(Agenda agenda, int number, Fits fits, OnItem then) {
        Optional<AgendaEntry> item = agenda.item(number);
        if (item.isEmpty()) {
            return refused(Code.UNKNOWN_ITEM);
        }
        return fits.test(item.get()) ? then.decide(item.get()) : refused(Code.ITEM_PAST);
    }

    /** As planned, until the first change or the first item; from then on it is the chair's. */
    private static Decision<RoomEvent> lay(Meeting meeting, AgendaCommand.LayAgenda c) {
        return meeting.awaits(c)
                ? accepted(new AgendaEvent.AgendaLaid(c.items(), c.beginsMs()))
                : accepted();
    }

    private static Decision<RoomEvent> begin(Steps steps, AgendaEntry item) {
        PolicyChange change = PolicyChange.NONE;
        if (item.order().isPresent()) {
            change = change.ordering(item.order().get());
        }
        if (item.turnSeconds() > 0) {
            change = change.limiting(Map.of(RequestKind.SPEECH, item.turnSeconds() * 1_000L));
        }
        return steps.then(
                        new FloorEvent.ItemStarted(
                                item.title(),
                                item.lengthMs(),
                                change.applied(steps.floor().roomPolicy()),
                                item.item()))
                .decided();
    }

    /** More time for an item is more time to speak on it. */
    private static Decision<RoomEvent> extend(Steps steps, AgendaEntry item, long ms) {
        steps.then(new AgendaEvent.ItemExtended(item.item(), ms));
        boolean limited = steps.floor().item().filter(i -> i.budgetMs() > 0).isPresent();
        if (item.runs() && limited) {
            steps.then(new FloorEvent.BudgetGiven(Optional.empty(), BudgetOwner.ITEM, ms, ""));
        }
        return steps.decided();
    }

    private static Decision<RoomEvent> move(Agenda agenda, AgendaCommand.MoveItem c) {
        boolean behindKnown = c.behind().isEmpty() || agenda.item(c.behind().get()).isPresent();
        if (!behindKnown || c.behind().filter(b -> b == c.item()).isPresent()) {
            return refused(Code.UNKNOWN_ITEM);
        }
        return onItem(
                agenda,
                c.item(),
                AgendaEntry::ahead,
                i -> move(agenda, new AgendaEvent.ItemMoved(i.item(), c.behind())));
    }

    private static Decision<RoomEvent> move(Agenda agenda, AgendaEvent.ItemMoved to) {
        boolean there = agenda.evolve(to, 0).equals(agenda);
        return there ? accepted() : accepted(to);
    }
}
