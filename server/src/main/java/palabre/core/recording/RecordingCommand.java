package palabre.core.recording;

import java.util.Set;
import palabre.core.SeatId;

/** What is asked about the mode of a room: on or off the record. */
public sealed interface RecordingCommand {
    /** What the chair does. */
    sealed interface ByChair extends RecordingCommand {}

    record ProposeMode(boolean onRecord) implements ByChair {}

    record DropMode() implements ByChair {}

    /**
     * The others go on without those who have not agreed after a minute: off the record these wait
     * in the lobby; on the record they stay outside until they agree.
     */
    record InsistOnMode() implements ByChair {}

    record AgreeToMode() implements RecordingCommand {}

    /**
     * By the server.
     *
     * @param here who is connected now
     */
    record SettleMode(Set<SeatId> here) implements RecordingCommand {
        public SettleMode {
            here = Set.copyOf(here);
        }
    }
}
