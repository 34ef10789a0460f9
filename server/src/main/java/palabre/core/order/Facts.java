package palabre.core.order;

import java.util.Optional;
import palabre.core.RequestId;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.Queue;
import palabre.core.floor.Turn;
import palabre.core.policy.OrderRule;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.room.RoomFacts;
import palabre.core.seats.Roster;

/**
 * What an event of the floor states beside what was asked for: where the others stand, what is
 * charged to whom, which rules hold from now on. It follows by the rules of the moment, is said
 * once, when the event is decided, and is put in place by the fold ever after. Events that were
 * written before they stated it are completed when they are read ({@link RoomFacts#stated(Room,
 * RoomEvent, long)}): whoever changes one of these rules keeps the earlier one for them, or the
 * logs kept in the tests come to something else.
 */
public final class Facts {
    private final Floor floor;
    private final Roster roster;
    private final long atMs;

    public Facts(Floor floor, Roster roster, long atMs) {
        this.floor = floor;
        this.roster = roster;
        this.atMs = atMs;
    }

    /** The same event with all that it states. */
    public FloorEvent in(FloorEvent event) {
        return switch (event) {
            case FloorEvent.InLine e -> inLine(e);
            case FloorEvent.OnStage e -> onStage(e);
            case FloorEvent.ByChair e -> byChair(e);
        };
    }

    private FloorEvent inLine(FloorEvent.InLine event) {
        return switch (event) {
            case FloorEvent.FloorRequested e ->
                    new FloorEvent.FloorRequested(
                            e.request(), e.seat(), e.by(), e.ask(), e.continued(), tie(e));
            case FloorEvent.FloorDenied e ->
                    new FloorEvent.FloorDenied(e.request(), e.reason(), ahead(e));
            case FloorEvent.FloorCancelled e ->
                    new FloorEvent.FloorCancelled(e.request(), ahead(e));
            case FloorEvent.FloorDeferred e -> new FloorEvent.FloorDeferred(e.request(), ahead(e));
            case FloorEvent.FloorSkipped e ->
                    new FloorEvent.FloorSkipped(
                            e.request(), Moves.behind(floor, e.request(), roster), ahead(e));
            case FloorEvent.FloorMoved e ->
                    new FloorEvent.FloorMoved(e.request(), e.behind(), ahead(e));
            case FloorEvent.FloorChanged _, FloorEvent.FloorAccepted _ -> event;
        };
    }

    private FloorEvent onStage(FloorEvent.OnStage event) {
        return switch (event) {
            case FloorEvent.FloorGranted e ->
                    new FloorEvent.FloorGranted(
                            e.request(),
                            e.limitMs(),
                            isCounted(e),
                            Moves.ahead(floor, e.request(), roster));
            case FloorEvent.FloorReleased e ->
                    new FloorEvent.FloorReleased(e.request(), charge(e.request()));
            case FloorEvent.FloorRevoked e ->
                    new FloorEvent.FloorRevoked(
                            e.request(), e.why(), e.reason(), charge(e.request()));
            case FloorEvent.TurnPaused _, FloorEvent.TurnResumed _, FloorEvent.TurnExtended _ ->
                    event;
        };
    }

    private FloorEvent byChair(FloorEvent.ByChair event) {
        return switch (event) {
            case FloorEvent.PolicyChanged e ->
                    new FloorEvent.PolicyChanged(
                            e.policy(),
                            e.reason(),
                            !floor.policy().equals(floor.roomPolicy()),
                            e.policy().order() == OrderRule.TOUR
                                    && floor.policy().order() != OrderRule.TOUR);
            case FloorEvent.ItemStarted e ->
                    new FloorEvent.ItemStarted(
                            e.title(),
                            e.budgetMs(),
                            e.policy(),
                            e.item(),
                            e.policy().order() == OrderRule.TOUR);
            case FloorEvent.ListOpened _,
                    FloorEvent.ListClosed _,
                    FloorEvent.FloorLocked _,
                    FloorEvent.FloorUnlocked _,
                    FloorEvent.FloorPaused _,
                    FloorEvent.FloorResumed _,
                    FloorEvent.FloorFrozen _,
                    FloorEvent.BudgetGiven _,
                    FloorEvent.ChairTaken _,
                    FloorEvent.ChairLost _,
                    FloorEvent.ChairBack _,
                    FloorEvent.DeputiesOrdered _,
                    FloorEvent.ScreenShown _ ->
                    event;
        };
    }

    /** Who asks within the window that another opened counts as tied with them. */
    private RequestId tie(FloorEvent.FloorRequested e) {
        Queue line = floor.line();
        long tieMs = floor.policy().tieMs();
        boolean tied = tieMs > 0 && line.windowOpener() > 0 && atMs - line.windowMs() <= tieMs;
        return tied ? new RequestId(line.windowOpener()) : e.request();
    }

    private Optional<RequestId> ahead(FloorEvent.InLine e) {
        return Moves.ahead(floor, e.request(), roster);
    }

    /** Procedural requests are no turns, nor is one that goes on from a turn cut off. */
    private boolean isCounted(FloorEvent.FloorGranted e) {
        FloorRequest request = floor.waiting(e.request());
        return !request.kind().procedural() && request.leftMs().isEmpty();
    }

    /** What was spoken is charged: the allowance for interpretation and procedure excepted. */
    private FloorEvent.Charge charge(RequestId id) {
        Optional<Turn> turn = floor.stage().find(id);
        if (turn.isEmpty()) {
            return FloorEvent.Charge.NONE;
        }
        FloorRequest request = turn.get().request();
        long spoken = turn.get().usedMs(atMs);
        long charged =
                request.kind().procedural() ? 0 : Math.max(0, spoken - floor.policy().lagMs());
        return new FloorEvent.Charge(roster.person(request.seat()).team(), spoken, charged);
    }
}
