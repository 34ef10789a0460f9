package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.ask;
import static palabre.core.room.RoomScript.budgets;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.grant;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.release;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.floor.BudgetOwner;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.policy.FloorPolicy;
import palabre.core.seats.Person;
import palabre.core.seats.SeatEvent;

/** Time to speak, of people, teams and items. */
class BudgetTest {
    private static final RoomEvent BEN_OF_GABON =
            on(new SeatEvent.SeatJoined(BEN, new Person("Ben", Role.PARTICIPANT, "Gabon", "", "")));
    private static final BudgetOwner GABON = BudgetOwner.team("Gabon");
    private static final RoomEvent TEN_MINUTES_A_TEAM =
            on(new FloorEvent.PolicyChanged(budgets(0, 600_000), ""));

    private static RoomCommand give(BudgetOwner to, long ms) {
        return on(new FloorCommand.GiveBudget(Optional.empty(), to, ms, "Agreed."));
    }

    private static RoomCommand move(BudgetOwner from, BudgetOwner to, long ms) {
        return on(new FloorCommand.GiveBudget(Optional.of(from), to, ms, ""));
    }

    @Test
    void theChairGivesTimeToATeamThatHasABudget() {
        given(BEN_OF_GABON, TEN_MINUTES_A_TEAM)
                .when(CHAIR, give(GABON, 60_000))
                .then(on(new FloorEvent.BudgetGiven(Optional.empty(), GABON, 60_000, "Agreed.")));
        given(BEN_OF_GABON, TEN_MINUTES_A_TEAM)
                .when(ANA, give(GABON, 60_000))
                .thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void whoMaySpeakWithoutLimitHasNoBudget() {
        given(BEN_OF_GABON).when(CHAIR, give(GABON, 60_000)).thenRefused(Code.NO_BUDGET);
        given().when(CHAIR, give(BudgetOwner.person(ANA), 60_000)).thenRefused(Code.NO_BUDGET);
        given().when(CHAIR, give(BudgetOwner.ITEM, 60_000)).thenRefused(Code.NO_BUDGET);
        given(TEN_MINUTES_A_TEAM)
                .when(CHAIR, give(BudgetOwner.team("Nowhere"), 60_000))
                .thenRefused(Code.NO_BUDGET);
    }

    @Test
    void timeIsMovedFromOneToAnotherButNoMoreThanThereIs() {
        RoomEvent both = on(new FloorEvent.PolicyChanged(budgets(300_000, 600_000), ""));
        RoomScript script = given(BEN_OF_GABON, both);
        script.when(CHAIR, move(GABON, BudgetOwner.person(ANA), 600_000))
                .then(
                        on(
                                new FloorEvent.BudgetGiven(
                                        Optional.of(GABON), BudgetOwner.person(ANA), 600_000, "")));
        script.when(CHAIR, move(GABON, BudgetOwner.person(ANA), 1_000))
                .thenRefused(Code.BUDGET_SPENT);
    }

    @Test
    void theItemThatRunsGetsTime() {
        RoomEvent films = on(new FloorEvent.ItemStarted("Films", 600_000, FloorPolicy.DEFAULT, 0));
        given(films)
                .when(CHAIR, give(BudgetOwner.ITEM, 60_000))
                .then(
                        on(
                                new FloorEvent.BudgetGiven(
                                        Optional.empty(), BudgetOwner.ITEM, 60_000, "Agreed.")));
    }

    @Test
    void whoHasUsedUpTheTimeIsGrantedNothing() {
        RoomEvent aSecond = on(new FloorEvent.PolicyChanged(budgets(1_000, 0), ""));
        RoomScript script =
                given(aSecond, requested(1, ANA), granted(1)).when(ANA, release()).when(ANA, ask());
        script.when(CHAIR, grant(2)).thenRefused(Code.BUDGET_SPENT);
        script.when(CHAIR, give(BudgetOwner.person(ANA), 60_000)).when(CHAIR, grant(2));
        assertThat(script.speaker()).contains(ANA);
    }
}
