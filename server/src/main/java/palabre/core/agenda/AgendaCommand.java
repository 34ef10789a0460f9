package palabre.core.agenda;

import java.util.List;
import java.util.Optional;

/** What is asked about the agenda. */
public sealed interface AgendaCommand {
    /** What changes nothing but the agenda. */
    sealed interface OfItself extends AgendaCommand {}

    /** What changes the floor too: its rules, or its time. */
    sealed interface OnTheFloor extends AgendaCommand {}

    /** The server tells what was planned. */
    record LayAgenda(List<AgendaEntry> items, long beginsMs) implements OfItself {
        public LayAgenda {
            items = List.copyOf(items);
        }
    }

    /** Begins one of the agenda; the one that runs ends. */
    record BeginItem(int item) implements OnTheFloor {}

    record AddItem(String title, long ms) implements OfItself {}

    /** Ends what runs, without beginning another. */
    record EndItem(int item) implements OfItself {}

    record ExtendItem(int item, long ms) implements OnTheFloor {}

    record SkipItem(int item) implements OfItself {}

    record MoveItem(int item, Optional<Integer> behind) implements OfItself {}
}
