package palabre.core.entry;

import java.util.Optional;
import palabre.core.Audience;

/** Which ground rules hold can be seen by everybody; who has accepted them, by the chair. */
public final class RulesVisibility {
    private RulesVisibility() {}

    /** The event as the audience reads it in the log, if at all. */
    public static Optional<RulesEvent> of(Audience audience, RulesEvent event) {
        return switch (event) {
            case RulesEvent.RulesLaid _ -> Optional.of(event);
            case RulesEvent.RulesAccepted _ ->
                    audience == Audience.CHAIR ? Optional.of(event) : Optional.empty();
        };
    }
}
