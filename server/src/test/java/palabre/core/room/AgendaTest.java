package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.given;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.SeatId;
import palabre.core.agenda.AgendaCommand;
import palabre.core.agenda.AgendaEntry;
import palabre.core.agenda.AgendaEvent;
import palabre.core.floor.BudgetOwner;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.OrderRule;
import palabre.core.policy.PolicyChange;
import palabre.core.policy.RequestKind;
import palabre.core.results.ResultsEvent;

/** The agenda: two items, the second of them is planned to follow the first. */
class AgendaTest {
    private static final AgendaEntry WELCOME =
            AgendaEntry.planned(1, "Welcome", 600_000, "", Optional.of(OrderRule.BY_HAND), 60);
    private static final AgendaEntry FUNDING =
            AgendaEntry.planned(2, "Funding", 1_200_000, "", Optional.empty(), 0);
    private static final RoomEvent LAID =
            on(new AgendaEvent.AgendaLaid(List.of(WELCOME, FUNDING), 5_000));
    private static final RoomEvent WELCOME_BEGUN =
            on(
                    new FloorEvent.ItemStarted(
                            "Welcome",
                            600_000,
                            PolicyChange.NONE
                                    .ordering(OrderRule.BY_HAND)
                                    .limiting(Map.of(RequestKind.SPEECH, 60_000L))
                                    .applied(FloorPolicy.DEFAULT),
                            1));
    private static final RoomEvent FUNDING_BEGUN =
            on(new FloorEvent.ItemStarted("Funding", 1_200_000, FloorPolicy.DEFAULT, 2));

    @Test
    void theServerLaysThePlannedAgendaOnce() {
        RoomCommand lay = on(new AgendaCommand.LayAgenda(List.of(WELCOME, FUNDING), 5_000));
        given().when(SeatId.SERVER, lay).then(LAID);
        given(LAID).when(SeatId.SERVER, lay).thenNothing();
        given().when(CHAIR, lay).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void anItemBeginsWithTheRulesThatWerePlannedForIt() {
        given(LAID).when(CHAIR, on(new AgendaCommand.BeginItem(1))).then(WELCOME_BEGUN);
        given(LAID).when(CHAIR, on(new AgendaCommand.BeginItem(2))).then(FUNDING_BEGUN);
    }

    @Test
    void theRulesOfTheRoomHoldAgainInTheNextItem() {
        given(LAID, WELCOME_BEGUN)
                .when(CHAIR, on(new AgendaCommand.BeginItem(2)))
                .then(FUNDING_BEGUN);
    }

    @Test
    void anItemThatRunsIsNotBegunAgain() {
        given(LAID, WELCOME_BEGUN).when(CHAIR, on(new AgendaCommand.BeginItem(1))).thenNothing();
    }

    @Test
    void anItemThatHasEndedOrWasLeftOutCanBeTakenUpAgain() {
        given(LAID, WELCOME_BEGUN, FUNDING_BEGUN)
                .when(CHAIR, on(new AgendaCommand.BeginItem(1)))
                .then(WELCOME_BEGUN);
        given(LAID, on(new AgendaEvent.ItemSkipped(1)))
                .when(CHAIR, on(new AgendaCommand.BeginItem(1)))
                .then(WELCOME_BEGUN);
    }

    @Test
    void nobodyBeginsAnItemThatIsNotThere() {
        given(LAID).when(CHAIR, on(new AgendaCommand.BeginItem(3))).thenRefused(Code.UNKNOWN_ITEM);
    }

    @Test
    void theItemThatRunsEnds() {
        given(LAID, WELCOME_BEGUN)
                .when(CHAIR, on(new AgendaCommand.EndItem(1)))
                .then(on(new AgendaEvent.ItemEnded(1)));
        given(LAID, WELCOME_BEGUN, on(new AgendaEvent.ItemEnded(1)))
                .when(CHAIR, on(new AgendaCommand.EndItem(1)))
                .thenNothing();
        given(LAID).when(CHAIR, on(new AgendaCommand.EndItem(1))).thenRefused(Code.ITEM_PAST);
        given(LAID).when(CHAIR, on(new AgendaCommand.EndItem(3))).thenRefused(Code.UNKNOWN_ITEM);
    }

    @Test
    void whoExtendsTheItemThatRunsGivesTimeToSpeakToo() {
        given(LAID, WELCOME_BEGUN)
                .when(CHAIR, on(new AgendaCommand.ExtendItem(1, 60_000)))
                .then(
                        on(new AgendaEvent.ItemExtended(1, 60_000)),
                        on(
                                new FloorEvent.BudgetGiven(
                                        Optional.empty(), BudgetOwner.ITEM, 60_000, "")));
    }

    @Test
    void anItemThatIsAheadGetsMoreTime() {
        given(LAID)
                .when(CHAIR, on(new AgendaCommand.ExtendItem(2, 60_000)))
                .then(on(new AgendaEvent.ItemExtended(2, 60_000)));
    }

    @Test
    void anItemThatIsOverGetsNoMoreTime() {
        given(LAID, WELCOME_BEGUN, FUNDING_BEGUN)
                .when(CHAIR, on(new AgendaCommand.ExtendItem(1, 60_000)))
                .thenRefused(Code.ITEM_PAST);
        given(LAID, on(new AgendaEvent.ItemSkipped(1)))
                .when(CHAIR, on(new AgendaCommand.ExtendItem(1, 60_000)))
                .thenRefused(Code.ITEM_PAST);
    }

    @Test
    void onlyWhatIsAheadIsLeftOut() {
        given(LAID)
                .when(CHAIR, on(new AgendaCommand.SkipItem(2)))
                .then(on(new AgendaEvent.ItemSkipped(2)));
        given(LAID, on(new AgendaEvent.ItemSkipped(2)))
                .when(CHAIR, on(new AgendaCommand.SkipItem(2)))
                .thenNothing();
        given(LAID, WELCOME_BEGUN)
                .when(CHAIR, on(new AgendaCommand.SkipItem(1)))
                .thenRefused(Code.ITEM_PAST);
    }

    @Test
    void anItemIsPutAtTheEnd() {
        given(LAID)
                .when(CHAIR, on(new AgendaCommand.AddItem("Lunch", 3_600_000)))
                .then(on(new AgendaEvent.ItemAdded(3, "Lunch", 3_600_000)));
        given(LAID)
                .when(ANA, on(new AgendaCommand.AddItem("Lunch", 0)))
                .thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void anItemIsPutDirectlyBehindAnotherElseAtTheHead() {
        RoomScript script = given(LAID, on(new AgendaEvent.ItemAdded(3, "Lunch", 0)));
        script.when(CHAIR, on(new AgendaCommand.MoveItem(3, Optional.of(1))))
                .then(on(new AgendaEvent.ItemMoved(3, Optional.of(1))));
        assertThat(numbers(script)).containsExactly(1, 3, 2);
        script.when(CHAIR, on(new AgendaCommand.MoveItem(2, Optional.empty())))
                .then(on(new AgendaEvent.ItemMoved(2, Optional.empty())));
        assertThat(numbers(script)).containsExactly(2, 1, 3);
    }

    @Test
    void anItemThatStandsThereAlreadyIsNotMoved() {
        given(LAID).when(CHAIR, on(new AgendaCommand.MoveItem(2, Optional.of(1)))).thenNothing();
        given(LAID).when(CHAIR, on(new AgendaCommand.MoveItem(1, Optional.empty()))).thenNothing();
    }

    @Test
    void anItemIsNotMovedBehindItselfNorWhenItHasBegun() {
        given(LAID)
                .when(CHAIR, on(new AgendaCommand.MoveItem(2, Optional.of(2))))
                .thenRefused(Code.UNKNOWN_ITEM);
        given(LAID, WELCOME_BEGUN)
                .when(CHAIR, on(new AgendaCommand.MoveItem(1, Optional.of(2))))
                .thenRefused(Code.ITEM_PAST);
    }

    @Test
    void whatComesUpIsPutOnTheAgendaAndBegun() {
        PolicyChange byHand = PolicyChange.NONE.ordering(OrderRule.BY_HAND);
        given(LAID)
                .when(CHAIR, on(new FloorCommand.StartItem("Strike", 60_000, Optional.of(byHand))))
                .then(
                        on(new AgendaEvent.ItemAdded(3, "Strike", 60_000)),
                        on(
                                new FloorEvent.ItemStarted(
                                        "Strike", 60_000, byHand.applied(FloorPolicy.DEFAULT), 3)));
        given(LAID)
                .when(ANA, on(new FloorCommand.StartItem("Strike", 0, Optional.empty())))
                .thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void nothingComesUpThatTheAgendaHasNoRoomFor() {
        RoomScript script = given();
        for (int i = 1; i <= 300; i++) {
            script.and(on(new AgendaEvent.ItemAdded(i, "Item", 0)));
        }
        script.when(CHAIR, on(new AgendaCommand.AddItem("Strike", 0))).thenRefused(Code.TOO_MANY);
        script.when(CHAIR, on(new FloorCommand.StartItem("Strike", 0, Optional.empty())))
                .thenRefused(Code.TOO_MANY);
    }

    @Test
    void theAgendaStandsOnceTheSessionIsOver() {
        List<RoomCommand> changes =
                List.of(
                        on(new AgendaCommand.BeginItem(1)),
                        on(new AgendaCommand.EndItem(1)),
                        on(new AgendaCommand.ExtendItem(1, 60_000)),
                        on(new AgendaCommand.SkipItem(1)),
                        on(new AgendaCommand.AddItem("Lunch", 0)),
                        on(new AgendaCommand.MoveItem(2, Optional.empty())),
                        on(new FloorCommand.StartItem("Strike", 0, Optional.empty())));
        for (RoomCommand change : changes) {
            given(LAID, on(new ResultsEvent.MeetingClosed()))
                    .when(CHAIR, change)
                    .thenRefused(Code.SESSION_CLOSED);
        }
    }

    private static List<Integer> numbers(RoomScript script) {
        return script.room().meeting().agenda().items().stream().map(AgendaEntry::item).toList();
    }
}
