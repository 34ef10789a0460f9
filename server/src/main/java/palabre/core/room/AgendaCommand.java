package palabre.core.room;

import java.util.List;
import java.util.Optional;

/** What is asked about the agenda. */
public sealed interface AgendaCommand extends MeetingCommand {
    /** The server tells what was planned. */
    record LayAgenda(List<AgendaEntry> items, long beginsMs) implements AgendaCommand {
        public LayAgenda {
            items = List.copyOf(items);
        }
    }

    /** Begins one of the agenda; the one that runs ends. */
    record BeginItem(int item) implements AgendaCommand {}

    record AddItem(String title, long ms) implements AgendaCommand {}

    /** Ends what runs, without beginning another. */
    record EndItem(int item) implements AgendaCommand {}

    record ExtendItem(int item, long ms) implements AgendaCommand {}

    record SkipItem(int item) implements AgendaCommand {}

    record MoveItem(int item, Optional<Integer> behind) implements AgendaCommand {}
}
