package palabre.core.agenda;

import java.util.Optional;

/** The agenda can be seen by everybody. */
public final class AgendaVisibility {
    private AgendaVisibility() {}

    /** The event as anybody in the room is told of it. */
    public static Optional<AgendaEvent> of(AgendaEvent event) {
        return switch (event) {
            case AgendaEvent.AgendaLaid _,
                    AgendaEvent.ItemAdded _,
                    AgendaEvent.ItemEnded _,
                    AgendaEvent.ItemExtended _,
                    AgendaEvent.ItemSkipped _,
                    AgendaEvent.ItemMoved _ ->
                    Optional.of(event);
        };
    }
}
