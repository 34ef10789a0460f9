package palabre.core.room;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import palabre.core.RequestId;
import palabre.core.SeatId;

/** What has happened on the floor. Times in milliseconds. */
public sealed interface FloorEvent extends RoomEvent {
    /** What happened to a request that waits. */
    sealed interface InLine extends FloorEvent {
        RequestId request();
    }

    /** What happened to a turn. */
    sealed interface OnStage extends FloorEvent {
        RequestId request();
    }

    /** What the chair laid down, or who is the chair. */
    sealed interface ByChair extends FloorEvent {}

    /**
     * What a request goes on from.
     *
     * @param askedMs when that one was asked
     * @param leftMs the time that was left of its turn
     */
    record Continued(RequestId follows, long askedMs, OptionalLong leftMs) {}

    /** A new request, {@link RequestState#PENDING}. */
    record FloorRequested(
            RequestId request, SeatId seat, SeatId by, Ask ask, Optional<Continued> continued)
            implements InLine {}

    record FloorChanged(RequestId request, Ask ask) implements InLine {}

    /** Promised the floor: stands behind those promised earlier. */
    record FloorAccepted(RequestId request) implements InLine {}

    /**
     * @param reason in the chair's words; may be empty
     */
    record FloorDenied(RequestId request, String reason) implements InLine {}

    /** Withdrawn before it was granted. */
    record FloorCancelled(RequestId request) implements InLine {}

    /** Called while its person was not there; stands at the head until they are. */
    record FloorDeferred(RequestId request) implements InLine {}

    /** Changed places with the one behind. */
    record FloorSkipped(RequestId request) implements InLine {}

    /**
     * @param behind whom it now stands directly behind; at the head when empty
     */
    record FloorMoved(RequestId request, Optional<RequestId> behind) implements InLine {}

    /**
     * Got the floor. Who had it is interrupted, and goes on afterwards.
     *
     * @param limitMs how long the turn may be; 0 is without limit
     */
    record FloorGranted(RequestId request, long limitMs) implements OnStage {}

    /** Given back by the one who spoke. */
    record FloorReleased(RequestId request) implements OnStage {}

    /**
     * Ended by somebody else.
     *
     * @param reason in the chair's words; may be empty
     */
    record FloorRevoked(RequestId request, Ending why, String reason) implements OnStage {}

    /**
     * @param asOfMs up to when the turn is charged: for a lost link the last byte that came in
     */
    record TurnPaused(RequestId request, PauseCause why, long asOfMs) implements OnStage {}

    record TurnResumed(RequestId request, PauseCause why) implements OnStage {}

    record TurnExtended(RequestId request, long ms) implements OnStage {}

    record ListOpened() implements ByChair {}

    record ListClosed() implements ByChair {}

    record FloorLocked() implements ByChair {}

    record FloorUnlocked() implements ByChair {}

    record FloorPaused() implements ByChair {}

    record FloorResumed() implements ByChair {}

    record PolicyChanged(FloorPolicy policy, String reason) implements ByChair {}

    /**
     * Time was given to a budget.
     *
     * @param from whose it was; empty when it is new
     */
    record BudgetGiven(Optional<BudgetOwner> from, BudgetOwner to, long ms, String reason)
            implements ByChair {}

    /**
     * @param policy what holds while it lasts: the item's own, or the room's
     * @param item its number on the agenda; 0: it is not on it
     */
    record ItemStarted(String title, long budgetMs, FloorPolicy policy, int item)
            implements ByChair {}

    record ChairTaken(SeatId seat, ChairCause why) implements ByChair {}

    /** Nothing has been heard of who presides since then. */
    record ChairLost(long asOfMs) implements ByChair {}

    record ChairBack() implements ByChair {}

    /** Nothing is granted until somebody presides. */
    record FloorFrozen() implements ByChair {}

    record DeputiesOrdered(List<SeatId> deputies) implements ByChair {
        public DeputiesOrdered {
            deputies = List.copyOf(deputies);
        }
    }

    /** Whether a closed room may be shown on the venue's big screen. */
    record ScreenShown(boolean shown) implements ByChair {}
}
