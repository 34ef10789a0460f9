package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CAM;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.joined;
import static palabre.core.room.RoomScript.next;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.OrderRule;
import palabre.core.policy.PolicyChange;
import palabre.core.policy.RequestKind;

/** The list, the lock, the pause, the screen, the rules and the tour de table. */
class FloorStateTest {
    /** A switch of the floor: what turns it, and what happens then. */
    private record Switch(RoomCommand command, RoomEvent event) {}

    private static final List<Switch> SWITCHES =
            List.of(
                    new Switch(on(new FloorCommand.CloseList()), on(new FloorEvent.ListClosed())),
                    new Switch(on(new FloorCommand.OpenList()), on(new FloorEvent.ListOpened())),
                    new Switch(on(new FloorCommand.LockFloor()), on(new FloorEvent.FloorLocked())),
                    new Switch(
                            on(new FloorCommand.UnlockFloor()), on(new FloorEvent.FloorUnlocked())),
                    new Switch(on(new FloorCommand.PauseFloor()), on(new FloorEvent.FloorPaused())),
                    new Switch(
                            on(new FloorCommand.ResumeFloor()), on(new FloorEvent.FloorResumed())),
                    new Switch(
                            on(new FloorCommand.ShowScreen(true)),
                            on(new FloorEvent.ScreenShown(true))),
                    new Switch(
                            on(new FloorCommand.ShowScreen(false)),
                            on(new FloorEvent.ScreenShown(false))));

    private static FloorPolicy ordered(OrderRule rule) {
        return PolicyChange.NONE.ordering(rule).applied(FloorPolicy.DEFAULT);
    }

    @Test
    void eachSwitchIsTurnedByTheChairAndTurnedTwiceChangesNothing() {
        RoomScript script = given();
        for (Switch each : SWITCHES) {
            script.when(ANA, each.command).thenRefused(Code.ROLE_MAY_NOT);
            script.when(CHAIR, each.command).then(each.event);
            script.when(CHAIR, each.command).thenNothing();
        }
    }

    @Test
    void theChairChangesTheRulesThatAreNamed() {
        RoomCommand change =
                on(
                        new FloorCommand.ChangePolicy(
                                PolicyChange.NONE.ordering(OrderRule.BALANCED), "Agreed."));
        RoomScript script = given().when(CHAIR, change);
        script.then(on(new FloorEvent.PolicyChanged(ordered(OrderRule.BALANCED), "Agreed.")));
        script.when(CHAIR, change).thenNothing();
        script.when(ANA, change).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void aRunningTurnKeepsItsLimitWhenTheRulesChange() {
        RoomScript script =
                given(requested(1, ANA), granted(1))
                        .when(
                                CHAIR,
                                on(
                                        new FloorCommand.ChangePolicy(
                                                PolicyChange.NONE.limiting(
                                                        Map.of(RequestKind.SPEECH, 60_000L)),
                                                "")));
        assertThat(script.room().floor().stage().holder().orElseThrow().limitMs())
                .isEqualTo(180_000);
    }

    @Test
    void aTourPutsAllWhoMaySpeakInLineOnce() {
        RoomScript script = given(requested(1, BEN)).when(CHAIR, on(new FloorCommand.StartTour()));
        script.then(
                on(new FloorEvent.PolicyChanged(ordered(OrderRule.TOUR), "")),
                requested(2, ANA),
                requested(3, CAM));
        script.when(CHAIR, on(new FloorCommand.StartTour())).thenNothing();
        script.when(ANA, on(new FloorCommand.StartTour())).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void aTourOfMoreThanAHundredIsRefused() {
        RoomScript script = given();
        for (int i = 0; i < 98; i++) {
            script.and(joined(new SeatId("9-" + i), Role.PARTICIPANT));
        }
        script.when(CHAIR, on(new FloorCommand.StartTour())).thenRefused(Code.QUEUE_FULL);
    }

    @Test
    void theFloorStandsWhileItIsPaused() {
        given(requested(1, ANA), on(new FloorEvent.FloorPaused()))
                .when(CHAIR, next())
                .thenRefused(Code.FLOOR_PAUSED);
    }
}
