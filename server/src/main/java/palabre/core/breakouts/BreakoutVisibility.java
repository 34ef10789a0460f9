package palabre.core.breakouts;

import java.util.Optional;
import palabre.core.Audience;

/** Which groups are at work can be seen by who takes part. */
public final class BreakoutVisibility {
    private BreakoutVisibility() {}

    /** The event as the audience is told of it, if at all. */
    public static Optional<BreakoutEvent> of(Audience audience, BreakoutEvent event) {
        return switch (event) {
            case BreakoutEvent.GroupsLaid _ ->
                    audience == Audience.PUBLIC ? Optional.empty() : Optional.of(event);
        };
    }
}
