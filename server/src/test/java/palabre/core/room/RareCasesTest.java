package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CAM;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.DEE;
import static palabre.core.room.RoomScript.WATCHER;
import static palabre.core.room.RoomScript.ask;
import static palabre.core.room.RoomScript.budgets;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.joined;
import static palabre.core.room.RoomScript.next;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.release;
import static palabre.core.room.RoomScript.requested;
import static palabre.core.room.RoomScript.thanked;
import static palabre.testing.On.on;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.Ask;
import palabre.core.floor.BudgetOwner;
import palabre.core.floor.ChairCause;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.PauseCause;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.RequestKind;
import palabre.core.recording.RecordingCommand;
import palabre.core.recording.RecordingEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** Rules that are seldom needed: changing one of them in the code must be noticed here. */
class RareCasesTest {
    private static final RoomCommand INSIST = on(new RecordingCommand.InsistOnMode());

    private static RoomEvent agreed(SeatId seat) {
        return on(new RecordingEvent.ModeAgreed(seat));
    }

    private static RoomCommand reply(long to) {
        Ask ask = new Ask(RequestKind.REPLY, "", "", Optional.of(no(to)), false);
        return on(new FloorCommand.RequestFloor(ask, Optional.empty()));
    }

    private static RoomCommand move(BudgetOwner from, BudgetOwner to, long ms) {
        return on(new FloorCommand.GiveBudget(Optional.of(from), to, ms, ""));
    }

    private static RoomEvent moved(BudgetOwner from, BudgetOwner to, long ms) {
        return on(new FloorEvent.BudgetGiven(Optional.of(from), to, ms, ""));
    }

    @Test
    void aReplyAnswersASpeechThatThereWas() {
        RoomScript script = given(requested(1, BEN), granted(1));
        script.when(ANA, reply(2)).thenRefused(Code.UNKNOWN_REQUEST);
        script.when(ANA, reply(1));
        assertThat(script.line()).containsExactly(ANA);
    }

    @Test
    void whoSpeaksAsksForNoSecondTurnButMayRaiseAPointOfOrder() {
        RoomScript script = given(requested(1, ANA), granted(1));
        script.when(ANA, ask()).thenRefused(Code.ALREADY_WAITING);
        script.when(ANA, ask(RequestKind.POINT_OF_ORDER));
        assertThat(script.line()).containsExactly(ANA);
        RoomScript interrupted = given(requested(1, ANA), granted(1));
        interrupted.when(BEN, ask(RequestKind.POINT_OF_ORDER)).when(CHAIR, RoomScript.grant(2));
        interrupted.when(ANA, ask()).thenRefused(Code.ALREADY_WAITING);
    }

    @Test
    void timeIsMovedOnlyFromWhatHasALimit() {
        RoomEvent persons = on(new FloorEvent.PolicyChanged(budgets(300_000, 0), ""));
        BudgetOwner ana = BudgetOwner.person(ANA);
        given(persons)
                .when(CHAIR, move(BudgetOwner.team("Gabon"), ana, 1_000))
                .thenRefused(Code.NO_BUDGET);
        given(persons).when(CHAIR, move(BudgetOwner.ITEM, ana, 1_000)).thenRefused(Code.NO_BUDGET);
        RoomEvent endless = on(new FloorEvent.ItemStarted("Films", 0, FloorPolicy.DEFAULT, 0));
        given(persons, endless)
                .when(CHAIR, move(BudgetOwner.ITEM, ana, 1_000))
                .thenRefused(Code.NO_BUDGET);
    }

    @Test
    void whatAPersonHasSpokenIsNotLeftToGiveAway() {
        RoomEvent persons = on(new FloorEvent.PolicyChanged(budgets(300_000, 0), ""));
        BudgetOwner ana = BudgetOwner.person(ANA);
        BudgetOwner ben = BudgetOwner.person(BEN);
        RoomScript script = given(persons, requested(1, ANA), granted(1));
        script.at(101_000).when(ANA, release());
        script.when(CHAIR, move(ana, ben, 200_001)).thenRefused(Code.BUDGET_SPENT);
        script.when(CHAIR, move(ana, ben, 200_000)).then(moved(ana, ben, 200_000));
        script.when(CHAIR, move(ben, ana, 500_001)).thenRefused(Code.BUDGET_SPENT);
        script.when(CHAIR, move(ben, ana, 500_000)).then(moved(ben, ana, 500_000));
    }

    @Test
    void whatATeamHasSpokenIsNotLeftToGiveAway() {
        Person gabon = new Person("Ben", Role.PARTICIPANT, "Gabon", "", "");
        Person ghana = new Person("Ana", Role.PARTICIPANT, "Ghana", "", "");
        RoomEvent teams = on(new FloorEvent.PolicyChanged(budgets(0, 300_000), ""));
        RoomScript script =
                given(
                        teams,
                        on(new SeatEvent.SeatJoined(BEN, gabon)),
                        on(new SeatEvent.SeatJoined(ANA, ghana)),
                        requested(1, BEN),
                        granted(1));
        script.at(101_000).when(BEN, release());
        BudgetOwner theirs = BudgetOwner.team("Gabon");
        BudgetOwner others = BudgetOwner.team("Ghana");
        script.when(CHAIR, move(theirs, others, 200_001)).thenRefused(Code.BUDGET_SPENT);
        script.when(CHAIR, move(theirs, others, 200_000)).then(moved(theirs, others, 200_000));
    }

    @Test
    void whatWasSpokenOnAnItemIsNotLeftToGiveAway() {
        RoomEvent films = on(new FloorEvent.ItemStarted("Films", 600_000, FloorPolicy.DEFAULT, 0));
        RoomEvent persons = on(new FloorEvent.PolicyChanged(budgets(300_000, 0), ""));
        BudgetOwner ana = BudgetOwner.person(ANA);
        RoomScript script = given(films, persons, requested(1, BEN), granted(1));
        script.at(101_000).when(BEN, release());
        script.when(CHAIR, move(BudgetOwner.ITEM, ana, 500_001)).thenRefused(Code.BUDGET_SPENT);
        script.when(CHAIR, move(BudgetOwner.ITEM, ana, 500_000))
                .then(moved(BudgetOwner.ITEM, ana, 500_000));
    }

    @Test
    void ontoTheRecordTheRoomGoesAMinuteLaterWithoutAskingWhoIsSilentToLeave() {
        RoomScript script = new RoomScript(offTheRecord());
        script.and(on(new RecordingEvent.ModeProposed(true)), agreed(CHAIR));
        script.at(60_999).when(CHAIR, INSIST).thenRefused(Code.NOT_EVERYBODY);
        script.at(61_000).when(CHAIR, INSIST).then(on(new RecordingEvent.ModeSettled(true)));
    }

    private static Room offTheRecord() {
        Room on = given().room();
        return new Room(
                on.charter().switched(false),
                on.seats(),
                on.removed(),
                on.rules(),
                on.floor(),
                on.meeting(),
                on.doors(),
                on.attendance());
    }

    @Test
    void whoIsMovedToTheLobbyGivesUpTheFloorAndTheChair() {
        RoomScript script =
                given(
                        joined(DEE, Role.DEPUTY),
                        requested(1, ANA),
                        granted(1),
                        on(new RecordingEvent.ModeProposed(false)),
                        agreed(DEE),
                        agreed(BEN),
                        agreed(CAM),
                        agreed(WATCHER),
                        on(new FloorEvent.ChairTaken(DEE, ChairCause.TOOK)),
                        agreed(CHAIR));
        script.at(61_000).when(DEE, INSIST);
        assertThat(script.speaker()).isEmpty();
        assertThat(script.room().seat(ANA)).isEmpty();
        assertThat(script.room().doors().waiting()).containsOnlyKeys(ANA);
    }

    @Test
    void theSameProposalIsMadeOnceAnotherOneReplacesIt() {
        RoomScript script = new RoomScript(offTheRecord());
        script.and(on(new RecordingEvent.ModeProposed(true)));
        script.when(CHAIR, on(new RecordingCommand.ProposeMode(true))).thenNothing();
    }

    @Test
    void whenTheChairComesBackWhoWasPromisedTheFloorBegins() {
        RoomScript script =
                given(
                        requested(1, ANA),
                        granted(1),
                        requested(2, BEN),
                        on(new FloorEvent.FloorAccepted(no(2))),
                        on(new SeatEvent.SeatAbsent(CHAIR)),
                        on(new FloorEvent.ChairLost(1_000)),
                        on(new FloorEvent.FloorFrozen()));
        script.when(ANA, release());
        assertThat(script.speaker()).isEmpty();
        script.when(SeatId.SERVER, on(new SeatCommand.ReportPresence(CHAIR, true, 2_000)));
        assertThat(script.speaker()).contains(BEN);
    }

    @Test
    void nextDuringAPointOfOrderLetsTheInterruptedTurnGoOn() {
        RoomScript script = given(requested(1, ANA), granted(1));
        script.when(BEN, ask(RequestKind.POINT_OF_ORDER)).when(CHAIR, RoomScript.grant(2));
        assertThat(script.speaker()).contains(BEN);
        script.when(CHAIR, next())
                .then(thanked(2), on(new FloorEvent.TurnResumed(no(1), PauseCause.INTERRUPTED)));
        assertThat(script.speaker()).contains(ANA);
    }
}
