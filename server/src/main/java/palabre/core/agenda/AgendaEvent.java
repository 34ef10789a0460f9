package palabre.core.agenda;

import java.util.List;
import java.util.Optional;
import palabre.core.floor.FloorEvent;

/** What has happened to the agenda. That an item began is a {@link FloorEvent.ItemStarted}. */
public sealed interface AgendaEvent {
    /**
     * The agenda as it was planned.
     *
     * @param beginsMs when the meeting is to begin; 0: that was not planned
     */
    record AgendaLaid(List<AgendaEntry> items, long beginsMs) implements AgendaEvent {
        public AgendaLaid {
            items = List.copyOf(items);
        }
    }

    record ItemAdded(int item, String title, long ms) implements AgendaEvent {}

    record ItemEnded(int item) implements AgendaEvent {}

    record ItemExtended(int item, long ms) implements AgendaEvent {}

    record ItemSkipped(int item) implements AgendaEvent {}

    /**
     * @param behind which it stands now directly behind; at the head when empty
     */
    record ItemMoved(int item, Optional<Integer> behind) implements AgendaEvent {}
}
