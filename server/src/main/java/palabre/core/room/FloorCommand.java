package palabre.core.room;

import java.util.Optional;
import palabre.core.RequestId;

/** What is asked about the floor; the words are those of RFC 8855. */
public sealed interface FloorCommand extends RoomCommand {
    /** The actor asks to speak; {@code topic} may be empty. */
    record RequestFloor(String topic) implements FloorCommand {}

    /**
     * The actor withdraws while waiting, or is done while speaking: one command for both, so that a
     * withdrawal that crosses the grant still ends the request (RFC 8855, section 10.1.4).
     *
     * @param request which; the actor's only one when absent
     */
    record ReleaseFloor(Optional<RequestId> request) implements FloorCommand {}

    /** The chair gives the floor, now when it is free, else as soon as it becomes so. */
    record GrantFloor(RequestId request) implements FloorCommand {}

    /** The chair refuses a waiting request. */
    record DenyFloor(RequestId request) implements FloorCommand {}

    /** The chair ends a turn. */
    record RevokeFloor(RequestId request) implements FloorCommand {}

    /** The chair lets the one behind go first. */
    record SkipFloor(RequestId request) implements FloorCommand {}

    /**
     * The chair ends the turn there is, if there is one, and gives the floor to the first in line.
     */
    record NextFloor() implements FloorCommand {}

    record OpenList() implements FloorCommand {}

    record CloseList() implements FloorCommand {}
}
