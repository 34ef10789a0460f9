package palabre.core.room;

import static palabre.core.Decision.accepted;

import java.util.Map;
import java.util.Optional;
import palabre.core.Decision;
import palabre.core.agenda.Agenda;
import palabre.core.agenda.AgendaCommand;
import palabre.core.agenda.AgendaDecider;
import palabre.core.agenda.AgendaEntry;
import palabre.core.agenda.AgendaEvent;
import palabre.core.floor.BudgetOwner;
import palabre.core.floor.FloorEvent;
import palabre.core.policy.PolicyChange;
import palabre.core.policy.RequestKind;

/** What an item of the agenda does to the floor: its rules hold, its time is the floor's. */
final class ItemOnFloor {
    private ItemOnFloor() {}

    static Decision<RoomEvent> decide(Steps steps, AgendaCommand.OnTheFloor command) {
        Agenda agenda = steps.room().meeting().agenda();
        return switch (command) {
            case AgendaCommand.BeginItem c ->
                    AgendaDecider.onItem(
                            agenda,
                            c.item(),
                            _ -> true,
                            i -> i.runs() ? accepted() : begin(steps, i));
            case AgendaCommand.ExtendItem c ->
                    AgendaDecider.onItem(
                            agenda,
                            c.item(),
                            i -> i.runs() || i.ahead(),
                            i -> extend(steps, i, c.ms()));
        };
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
        steps.then(RoomEvent.of(new AgendaEvent.ItemExtended(item.item(), ms)));
        boolean limited = steps.floor().item().filter(i -> i.budgetMs() > 0).isPresent();
        if (item.runs() && limited) {
            steps.then(new FloorEvent.BudgetGiven(Optional.empty(), BudgetOwner.ITEM, ms, ""));
        }
        return steps.decided();
    }
}
