package palabre.core.floor;

import java.util.Optional;

/** Who speaks, who waits, by which rules and who presides can be seen by everybody. */
public final class FloorVisibility {
    private FloorVisibility() {}

    /** The event as anybody in the room is told of it. */
    public static Optional<FloorEvent> of(FloorEvent event) {
        return switch (event) {
            case FloorEvent.FloorRequested _,
                    FloorEvent.FloorChanged _,
                    FloorEvent.FloorAccepted _,
                    FloorEvent.FloorDenied _,
                    FloorEvent.FloorCancelled _,
                    FloorEvent.FloorDeferred _,
                    FloorEvent.FloorSkipped _,
                    FloorEvent.FloorMoved _ ->
                    Optional.of(event);
            case FloorEvent.FloorGranted _,
                    FloorEvent.FloorReleased _,
                    FloorEvent.FloorRevoked _,
                    FloorEvent.TurnPaused _,
                    FloorEvent.TurnResumed _,
                    FloorEvent.TurnExtended _ ->
                    Optional.of(event);
            case FloorEvent.ListOpened _,
                    FloorEvent.ListClosed _,
                    FloorEvent.FloorLocked _,
                    FloorEvent.FloorUnlocked _,
                    FloorEvent.FloorPaused _,
                    FloorEvent.FloorResumed _,
                    FloorEvent.PolicyChanged _,
                    FloorEvent.BudgetGiven _,
                    FloorEvent.ItemStarted _ ->
                    Optional.of(event);
            case FloorEvent.ChairTaken _,
                    FloorEvent.ChairLost _,
                    FloorEvent.ChairBack _,
                    FloorEvent.FloorFrozen _,
                    FloorEvent.DeputiesOrdered _,
                    FloorEvent.ScreenShown _ ->
                    Optional.of(event);
        };
    }
}
