package palabre.core.recording;

import java.util.Optional;

/** Who agrees to what mode can be seen by everybody; that a part has begun, by nobody. */
public final class RecordingVisibility {
    private RecordingVisibility() {}

    /** The event as anybody in the room is told of it, if at all. */
    public static Optional<RecordingEvent> of(RecordingEvent event) {
        return switch (event) {
            case RecordingEvent.PartBegun _ -> Optional.empty();
            case RecordingEvent.ModeProposed _,
                    RecordingEvent.ModeAgreed _,
                    RecordingEvent.ModeDropped _,
                    RecordingEvent.ModeSettled _ ->
                    Optional.of(event);
        };
    }
}
