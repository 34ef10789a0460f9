package palabre.core.room;

import palabre.core.RequestId;
import palabre.core.SeatId;

/** What has happened on the floor. */
public sealed interface FloorEvent extends RoomEvent {
    /** A new request stands at the end of the line, {@link RequestState#PENDING}. */
    record FloorRequested(RequestId request, SeatId seat, String topic) implements FloorEvent {}

    /** Promised the floor: stands behind those promised earlier and before all others. */
    record FloorAccepted(RequestId request) implements FloorEvent {}

    record FloorGranted(RequestId request) implements FloorEvent {}

    record FloorDenied(RequestId request) implements FloorEvent {}

    /** Withdrawn before it was granted. */
    record FloorCancelled(RequestId request) implements FloorEvent {}

    /** Given back by the one who spoke. */
    record FloorReleased(RequestId request) implements FloorEvent {}

    /** Ended by the chair. */
    record FloorRevoked(RequestId request) implements FloorEvent {}

    /** Changed places with the one behind. */
    record FloorSkipped(RequestId request) implements FloorEvent {}

    record ListOpened() implements FloorEvent {}

    record ListClosed() implements FloorEvent {}
}
