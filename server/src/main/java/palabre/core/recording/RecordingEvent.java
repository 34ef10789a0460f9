package palabre.core.recording;

import palabre.core.SeatId;

/** What has happened to the mode of a room. */
public sealed interface RecordingEvent {
    /** It was proposed that the room go on or off the record. */
    record ModeProposed(boolean onRecord) implements RecordingEvent {}

    record ModeAgreed(SeatId seat) implements RecordingEvent {}

    /** Proposed no more. */
    record ModeDropped() implements RecordingEvent {}

    /** All agreed: this part of the room ends here. */
    record ModeSettled(boolean onRecord) implements RecordingEvent {}

    /**
     * The room goes on here, on or off the record.
     *
     * @param part counts how often the mode has changed
     */
    record PartBegun(int part) implements RecordingEvent {}
}
