package palabre.core.results;

import java.util.Optional;

/** What is written down, who approves it and that it is over can be seen by everybody. */
public final class ResultsVisibility {
    private ResultsVisibility() {}

    /** The event as anybody in the room is told of it. */
    public static Optional<ResultsEvent> of(ResultsEvent event) {
        return switch (event) {
            case ResultsEvent.ResultNoted _,
                    ResultsEvent.ResultRemoved _,
                    ResultsEvent.NoneDeclared _,
                    ResultsEvent.NextSet _,
                    ResultsEvent.ResultsApproved _,
                    ResultsEvent.MeetingClosed _ ->
                    Optional.of(event);
        };
    }
}
