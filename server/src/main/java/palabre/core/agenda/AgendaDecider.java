package palabre.core.agenda;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;

/** What the chair does with the agenda. */
public final class AgendaDecider {
    private AgendaDecider() {}

    /** The actor may ask it. */
    public static Decision<AgendaEvent> decide(Agenda agenda, AgendaCommand.OfItself command) {
        return switch (command) {
            case AgendaCommand.LayAgenda c ->
                    accepted(new AgendaEvent.AgendaLaid(c.items(), c.beginsMs()));
            case AgendaCommand.AddItem _ when Limit.AGENDA_ITEMS.reached(agenda.items().size()) ->
                    refused(Code.TOO_MANY);
            case AgendaCommand.AddItem c ->
                    accepted(new AgendaEvent.ItemAdded(agenda.numbered() + 1, c.title(), c.ms()));
            case AgendaCommand.EndItem c ->
                    onItem(
                            agenda,
                            c.item(),
                            AgendaEntry::begun,
                            i ->
                                    i.runs()
                                            ? accepted(new AgendaEvent.ItemEnded(i.item()))
                                            : accepted());
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

    /** What follows for an item that it fits. */
    public static <E> Decision<E> onItem(
            Agenda agenda,
            int number,
            Predicate<AgendaEntry> fits,
            Function<AgendaEntry, Decision<E>> then) {
        Optional<AgendaEntry> item = agenda.item(number);
        if (item.isEmpty()) {
            return refused(Code.UNKNOWN_ITEM);
        }
        return fits.test(item.get()) ? then.apply(item.get()) : refused(Code.ITEM_PAST);
    }

    private static Decision<AgendaEvent> move(Agenda agenda, AgendaCommand.MoveItem c) {
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

    private static Decision<AgendaEvent> move(Agenda agenda, AgendaEvent.ItemMoved to) {
        boolean there = agenda.evolve(to, 0).equals(agenda);
        return there ? accepted() : accepted(to);
    }
}
