package palabre.core.polls;

import java.util.Optional;

/**
 * What somebody voted can be seen by nobody before the poll says it; how it stands is told beside
 * the events. That a poll was opened, and what it came to, can be seen by everybody.
 */
public final class PollVisibility {
    private PollVisibility() {}

    /** The event as anybody in the room is told of it, if at all. */
    public static Optional<PollEvent> of(PollEvent event) {
        return switch (event) {
            case PollEvent.VoteCast _ -> Optional.empty();
            case PollEvent.PollOpened _, PollEvent.PollClosed _ -> Optional.of(event);
        };
    }
}
