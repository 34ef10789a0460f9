package palabre.core.floor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.policy.PolicyChange;
import palabre.core.policy.RequestKind;

/** What is asked about the floor; the words are those of RFC 8855. Times in milliseconds. */
public sealed interface FloorCommand {
    /** What people ask for themselves or for those whom they help. */
    sealed interface ByPeople extends FloorCommand {}

    /** What the chair does. */
    sealed interface ByChair extends FloorCommand {}

    /** What the chair lays down, and who is the chair. */
    sealed interface OnRules extends ByChair {}

    /**
     * Asks to speak.
     *
     * @param forSeat the beneficiary, when it is somebody else (RFC 8855, BENEFICIARY-ID)
     */
    record RequestFloor(Ask ask, Optional<SeatId> forSeat) implements ByPeople {}

    /**
     * A steward or moderator queues somebody in the room who has no device: a slip of paper with a
     * name and a team.
     *
     * @param site where they sit; the steward's own when empty
     */
    record QueueOnSite(String name, String team, String site, Ask ask) implements ByPeople {}

    /** Other words, another language or another kind; what is empty stays. */
    record ChangeRequest(
            Optional<RequestId> request,
            Optional<String> topic,
            Optional<String> language,
            Optional<RequestKind> kind)
            implements ByPeople {}

    /** Lets everybody else go first: the request ends, another that follows it stands last. */
    record Requeue(Optional<RequestId> request) implements ByPeople {}

    /**
     * The actor withdraws while waiting, or is done while speaking: one command for both, so that a
     * withdrawal that crosses the grant still ends the request (RFC 8855, section 10.1.4).
     *
     * @param request which; the actor's only one when absent
     */
    record ReleaseFloor(Optional<RequestId> request) implements ByPeople {}

    /** Who speaks gives the time that is left to somebody else. */
    record HandOver(Optional<RequestId> request, SeatId to) implements ByPeople {}

    /**
     * Gives the floor: now when it is free, or when the request may interrupt; else as soon as it
     * becomes free.
     *
     * @param anyway also to somebody whose link is lost: the chair sees that they can speak
     */
    record GrantFloor(RequestId request, boolean anyway) implements ByChair {}

    /**
     * Ends the turn there is, if there is one, and gives the floor to the first in line who is
     * there.
     *
     * @param holder whose turn the actor saw, 0 for a free floor: when it is another's by now,
     *     somebody else was faster, and nothing changes
     */
    record NextFloor(OptionalLong holder) implements ByChair {}

    record DenyFloor(RequestId request, String reason) implements ByChair {}

    record RevokeFloor(RequestId request, String reason) implements ByChair {}

    /** Lets the one behind go first. */
    record SkipFloor(RequestId request) implements ByChair {}

    /**
     * @param behind whom it shall stand directly behind; at the head when empty
     */
    record MoveRequest(RequestId request, Optional<RequestId> behind) implements ByChair {}

    record ExtendTurn(RequestId request, long ms) implements ByChair {}

    record PauseTurn(RequestId request) implements ByChair {}

    record ResumeTurn(RequestId request) implements ByChair {}

    record OpenList() implements OnRules {}

    record CloseList() implements OnRules {}

    record PauseFloor() implements OnRules {}

    record ResumeFloor() implements OnRules {}

    record LockFloor() implements OnRules {}

    record UnlockFloor() implements OnRules {}

    record ChangePolicy(PolicyChange change, String reason) implements OnRules {}

    record GiveBudget(Optional<BudgetOwner> from, BudgetOwner to, long ms, String reason)
            implements OnRules {}

    /**
     * @param policy what is different from the room's while the item lasts
     */
    record StartItem(String title, long budgetMs, Optional<PolicyChange> policy)
            implements OnRules {}

    /** Everybody who may speak is put in line, who waits already excepted. */
    record StartTour() implements ByChair {}

    record GiveChair(SeatId to) implements OnRules {}

    record OrderDeputies(List<SeatId> deputies) implements OnRules {
        public OrderDeputies {
            deputies = List.copyOf(deputies);
        }
    }

    record ShowScreen(boolean shown) implements OnRules {}

    /** Openly, when nobody presides, or by a moderator who comes back. */
    record TakeChair() implements FloorCommand {}

    /** What the server does of itself. */
    sealed interface ByServer extends FloorCommand {}

    /**
     * The server's clock has struck: what is due is done.
     *
     * @param chairsHere who of those who may preside is connected
     */
    record KeepTime(Set<SeatId> chairsHere) implements ByServer {
        public KeepTime {
            chairsHere = Set.copyOf(chairsHere);
        }
    }

    /**
     * The server has started anew, and knows nothing of what was said since it fell.
     *
     * @param asOfMs the time of the last record
     */
    record TellRestart(long asOfMs) implements ByServer {}
}
