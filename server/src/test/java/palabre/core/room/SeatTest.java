package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.accepted;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.FloorEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

class SeatTest {
    private static final SeatId DAN = new SeatId("6-dan");

    @Test
    void somebodyNewTakesASeat() {
        Person dan = Person.named("Dan", Role.PARTICIPANT);
        given().when(DAN, on(new SeatCommand.TakeSeat(dan)))
                .then(on(new SeatEvent.SeatJoined(DAN, dan)));
    }

    @Test
    void takingOnesSeatAgainChangesNothing() {
        given().when(ANA, on(new SeatCommand.TakeSeat(Person.named("Ana", Role.MODERATOR))))
                .thenNothing();
    }

    @Test
    void whoLeavesGivesUpTheirPlace() {
        given(requested(1, ANA))
                .when(ANA, on(new SeatCommand.LeaveSeat()))
                .then(on(new FloorEvent.FloorCancelled(no(1))), on(new SeatEvent.SeatLeft(ANA)));
    }

    @Test
    void whoLeavesWhileSpeakingHandsOnToThePromisedOne() {
        given(requested(1, ANA), requested(2, BEN), granted(1), accepted(2))
                .when(ANA, on(new SeatCommand.LeaveSeat()))
                .then(
                        on(new FloorEvent.FloorReleased(no(1))),
                        granted(2),
                        on(new SeatEvent.SeatLeft(ANA)));
    }

    @Test
    void whoWasRemovedDoesNotComeBack() {
        var script = given().when(CHAIR, on(new SeatCommand.RemoveSeat(ANA)));
        script.then(on(new SeatEvent.SeatRemoved(ANA)));
        script.when(ANA, on(new SeatCommand.TakeSeat(Person.named("Ana", Role.PARTICIPANT))))
                .thenRefused(Code.REMOVED);
    }

    @Test
    void onlyTheChairRemoves() {
        given().when(BEN, on(new SeatCommand.RemoveSeat(ANA))).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void aRoomIsNeverLeftWithoutAChairByTheChairsOwnHand() {
        given().when(CHAIR, on(new SeatCommand.RemoveSeat(CHAIR))).thenRefused(Code.LAST_CHAIR);
        given().when(CHAIR, on(new SeatCommand.ChangeRole(CHAIR, Role.PARTICIPANT)))
                .thenRefused(Code.LAST_CHAIR);
    }

    @Test
    void whoBecomesAnObserverLeavesTheLine() {
        given(requested(1, ANA))
                .when(CHAIR, on(new SeatCommand.ChangeRole(ANA, Role.OBSERVER)))
                .then(
                        on(new FloorEvent.FloorCancelled(no(1))),
                        on(new SeatEvent.RoleChanged(ANA, Role.OBSERVER)));
    }

    @Test
    void aLostLinkMattersOnlyToThoseWhoWaitOrSpeak() {
        given(requested(1, ANA))
                .when(SeatId.SERVER, on(new SeatCommand.ReportPresence(ANA, false, 1_500)))
                .then(on(new SeatEvent.SeatAbsent(ANA)));
        given().when(SeatId.SERVER, on(new SeatCommand.ReportPresence(BEN, false, 1_500)))
                .thenNothing();
    }

    @Test
    void whoReturnsIsPresentAgainAndHasTheirPlace() {
        var script =
                given(requested(1, ANA), on(new SeatEvent.SeatAbsent(ANA)))
                        .when(SeatId.SERVER, on(new SeatCommand.ReportPresence(ANA, true, 1_500)));
        script.then(on(new SeatEvent.SeatReturned(ANA)));
        assertThat(script.line()).containsExactly(ANA);
    }

    @Test
    void absenceEndsWhenTheyAreHeardOf() {
        var script = given(requested(1, ANA), on(new SeatEvent.SeatAbsent(ANA)));
        script.when(SeatId.SERVER, on(new SeatCommand.ReportPresence(ANA, true, 1_500)));
        assertThat(script.room().seat(ANA).orElseThrow().absent()).isFalse();
    }

    @Test
    void nobodyButTheServerReportsPresence() {
        given(requested(1, ANA))
                .when(BEN, on(new SeatCommand.ReportPresence(ANA, false, 1_500)))
                .thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void anObserverIsNeverAbsentSoThatWhoeverSeesThemComeBackSeesThemHere() {
        var script =
                given(requested(1, ANA))
                        .when(SeatId.SERVER, on(new SeatCommand.ReportPresence(ANA, false, 0)))
                        .when(CHAIR, on(new SeatCommand.ChangeRole(ANA, Role.OBSERVER)));
        assertThat(script.room().absent(ANA)).isFalse();
    }
}
