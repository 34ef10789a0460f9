package palabre.core.floor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.order.Facts;
import palabre.core.policy.FloorPolicy;

/**
 * What has happened on the floor, with all that follows of it by the rules of that moment: {@link
 * Facts} says it once, when the event is decided, so that no later rule changes what was. The short
 * constructors are for whoever does not know that yet. Times in milliseconds.
 *
 * <p>{@code ahead} is who stood directly ahead of a request that goes from its place: whom those
 * stand behind from now on whom the chair had put behind it. Empty: nobody, or there are none.
 */
public sealed interface FloorEvent {
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

    /**
     * A new request, {@link RequestState#PENDING}.
     *
     * @param tie the request that opened the window in which this one came, so that they count as
     *     tied; itself when it opens one
     */
    record FloorRequested(
            RequestId request,
            SeatId seat,
            SeatId by,
            Ask ask,
            Optional<Continued> continued,
            RequestId tie)
            implements InLine {
        public FloorRequested(
                RequestId request, SeatId seat, SeatId by, Ask ask, Optional<Continued> continued) {
            this(request, seat, by, ask, continued, request);
        }
    }

    record FloorChanged(RequestId request, Ask ask) implements InLine {}

    /** Promised the floor: stands behind those promised earlier. */
    record FloorAccepted(RequestId request) implements InLine {}

    /**
     * @param reason in the chair's words; may be empty
     */
    record FloorDenied(RequestId request, String reason, Optional<RequestId> ahead)
            implements InLine {
        public FloorDenied(RequestId request, String reason) {
            this(request, reason, Optional.empty());
        }
    }

    /** Withdrawn before it was granted. */
    record FloorCancelled(RequestId request, Optional<RequestId> ahead) implements InLine {
        public FloorCancelled(RequestId request) {
            this(request, Optional.empty());
        }
    }

    /** Called while its person was not there; stands at the head until they are. */
    record FloorDeferred(RequestId request, Optional<RequestId> ahead) implements InLine {
        public FloorDeferred(RequestId request) {
            this(request, Optional.empty());
        }
    }

    /**
     * Let the one behind go first.
     *
     * @param behind that one, behind whom it now stands; empty: nobody stood behind it
     */
    record FloorSkipped(RequestId request, Optional<RequestId> behind, Optional<RequestId> ahead)
            implements InLine {
        public FloorSkipped(RequestId request) {
            this(request, Optional.empty(), Optional.empty());
        }
    }

    /**
     * @param behind whom it now stands directly behind; at the head when empty
     */
    record FloorMoved(RequestId request, Optional<RequestId> behind, Optional<RequestId> ahead)
            implements InLine {
        public FloorMoved(RequestId request, Optional<RequestId> behind) {
            this(request, behind, Optional.empty());
        }
    }

    /**
     * Got the floor. Who had it is interrupted, and goes on afterwards.
     *
     * @param limitMs how long the turn may be; 0 is without limit
     * @param counted whether it is a turn more for the person and their team
     */
    record FloorGranted(RequestId request, long limitMs, boolean counted, Optional<RequestId> ahead)
            implements OnStage {
        public FloorGranted(RequestId request, long limitMs) {
            this(request, limitMs, true, Optional.empty());
        }
    }

    /**
     * What a turn has come to.
     *
     * @param team for whom it was spoken; empty: for nobody but themselves
     * @param spokenMs how long it lasted
     * @param chargedMs how much of it counts, against budgets and in the order of speaking
     */
    record Charge(String team, long spokenMs, long chargedMs) {
        public static final Charge NONE = new Charge("", 0, 0);
    }

    /** Given back by the one who spoke. */
    record FloorReleased(RequestId request, Charge charge) implements OnStage {
        public FloorReleased(RequestId request) {
            this(request, Charge.NONE);
        }
    }

    /**
     * Ended by somebody else.
     *
     * @param reason in the chair's words; may be empty
     */
    record FloorRevoked(RequestId request, Ending why, String reason, Charge charge)
            implements OnStage {
        public FloorRevoked(RequestId request, Ending why, String reason) {
            this(request, why, reason, Charge.NONE);
        }
    }

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

    /**
     * @param forItem whether it holds while the agenda item lasts, and the room's stays as it is
     * @param newRound whether a <i>tour de table</i> begins
     */
    record PolicyChanged(FloorPolicy policy, String reason, boolean forItem, boolean newRound)
            implements ByChair {
        public PolicyChanged(FloorPolicy policy, String reason) {
            this(policy, reason, false, false);
        }
    }

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
     * @param newRound whether a <i>tour de table</i> begins
     */
    record ItemStarted(String title, long budgetMs, FloorPolicy policy, int item, boolean newRound)
            implements ByChair {
        public ItemStarted(String title, long budgetMs, FloorPolicy policy, int item) {
            this(title, budgetMs, policy, item, false);
        }
    }

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
