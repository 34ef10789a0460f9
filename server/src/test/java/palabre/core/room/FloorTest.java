package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CAM;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.WATCHER;
import static palabre.core.room.RoomScript.accepted;
import static palabre.core.room.RoomScript.ask;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.grant;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.next;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.release;
import static palabre.core.room.RoomScript.requested;
import static palabre.core.room.RoomScript.thanked;
import static palabre.testing.On.on;

import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.SeatId;
import palabre.core.floor.Ending;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;

class FloorTest {
    @Test
    void whoAsksStandsAtTheEndOfTheLine() {
        var script = given(requested(1, ANA)).when(BEN, ask());
        script.then(requested(2, BEN));
        assertThat(script.line()).containsExactly(ANA, BEN);
    }

    @Test
    void nobodyWaitsTwice() {
        given(requested(1, ANA)).when(ANA, ask()).thenRefused(Code.ALREADY_WAITING);
    }

    @Test
    void whoHasTheFloorDoesNotAskForIt() {
        given(requested(1, ANA), granted(1)).when(ANA, ask()).thenRefused(Code.ALREADY_WAITING);
    }

    @Test
    void aClosedListTakesNobody() {
        given(on(new FloorEvent.ListClosed())).when(ANA, ask()).thenRefused(Code.LIST_CLOSED);
    }

    @Test
    void theChairAndThePublicDoNotQueue() {
        given().when(WATCHER, ask()).thenRefused(Code.ROLE_MAY_NOT);
        given().when(CHAIR, ask()).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void aStrangerMayDoNothing() {
        given().when(new SeatId("99"), ask()).thenRefused(Code.NOT_SEATED);
    }

    @Test
    void theChairGrantsAFreeFloorAtOnce() {
        given(requested(1, ANA)).when(CHAIR, grant(1)).then(granted(1));
    }

    @Test
    void theChairPromisesAFloorThatIsTaken() {
        var script =
                given(requested(1, ANA), requested(2, BEN), requested(3, CAM), granted(1))
                        .when(CHAIR, grant(3));
        script.then(accepted(3));
        assertThat(script.line()).containsExactly(CAM, BEN);
    }

    @Test
    void thePromisedOneFollowsOfItself() {
        given(requested(1, ANA), requested(2, BEN), granted(1), accepted(2))
                .when(ANA, release())
                .then(on(new FloorEvent.FloorReleased(no(1))), granted(2));
    }

    @Test
    void nobodyFollowsWithoutTheChair() {
        given(requested(1, ANA), requested(2, BEN), granted(1))
                .when(ANA, release())
                .then(on(new FloorEvent.FloorReleased(no(1))));
    }

    @Test
    void doubleGrantsThatCrossAreOne() {
        given(requested(1, ANA), granted(1)).when(CHAIR, grant(1)).thenNothing();
    }

    @Test
    void aGrantToSomebodyGoneIsRefused() {
        given(requested(1, ANA), on(new FloorEvent.FloorCancelled(no(1))))
                .when(CHAIR, grant(1))
                .thenRefused(Code.REQUEST_ENDED);
    }

    @Test
    void aGrantOfWhatNeverWasIsRefused() {
        given().when(CHAIR, grant(7)).thenRefused(Code.UNKNOWN_REQUEST);
    }

    @Test
    void onlyTheChairGrants() {
        given(requested(1, ANA)).when(BEN, grant(1)).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void aWithdrawalWhileWaitingCancels() {
        given(requested(1, ANA))
                .when(ANA, release())
                .then(on(new FloorEvent.FloorCancelled(no(1))));
    }

    @Test
    void aWithdrawalThatCrossesTheGrantReleases() {
        given(requested(1, ANA), granted(1))
                .when(ANA, release(1))
                .then(on(new FloorEvent.FloorReleased(no(1))));
    }

    @Test
    void aReleaseThatCrossesTheRevocationChangesNothing() {
        given(
                        requested(1, ANA),
                        granted(1),
                        on(new FloorEvent.FloorRevoked(no(1), Ending.CHAIR, "")))
                .when(ANA, release(1))
                .thenNothing();
    }

    @Test
    void aReleaseOfNothingIsRefused() {
        given().when(ANA, release()).thenRefused(Code.NO_REQUEST);
        given().when(ANA, release(3)).thenRefused(Code.UNKNOWN_REQUEST);
    }

    @Test
    void nobodyReleasesForAnother() {
        given(requested(1, ANA)).when(BEN, release(1)).thenRefused(Code.NOT_YOURS);
    }

    @Test
    void theChairRevokesATurnAndThePromisedOneFollows() {
        given(requested(1, ANA), requested(2, BEN), granted(1), accepted(2))
                .when(CHAIR, on(new FloorCommand.RevokeFloor(no(1), "")))
                .then(on(new FloorEvent.FloorRevoked(no(1), Ending.CHAIR, "")), granted(2));
    }

    @Test
    void aWaitingRequestIsDeniedNotRevoked() {
        given(requested(1, ANA))
                .when(CHAIR, on(new FloorCommand.RevokeFloor(no(1), "")))
                .thenRefused(Code.NOT_GRANTED);
        given(requested(1, ANA))
                .when(CHAIR, on(new FloorCommand.DenyFloor(no(1), "")))
                .then(on(new FloorEvent.FloorDenied(no(1), "")));
    }

    @Test
    void whoIsSkippedStandsOnePlaceFurtherBack() {
        var script =
                given(requested(1, ANA), requested(2, BEN), requested(3, CAM))
                        .when(CHAIR, on(new FloorCommand.SkipFloor(no(1))));
        script.then(on(new FloorEvent.FloorSkipped(no(1))));
        assertThat(script.line()).containsExactly(BEN, ANA, CAM);
    }

    @Test
    void theLastInLineCannotBeSkippedFurther() {
        given(requested(1, ANA)).when(CHAIR, on(new FloorCommand.SkipFloor(no(1)))).thenNothing();
    }

    @Test
    void nextEndsTheTurnAndGivesTheFloorToTheFirst() {
        var script = given(requested(1, ANA), requested(2, BEN), granted(1)).when(CHAIR, next());
        script.then(thanked(1), granted(2));
        assertThat(script.speaker()).contains(BEN);
    }

    @Test
    void nextWithNobodyWaitingIsRefused() {
        given(requested(1, ANA), granted(1)).when(CHAIR, next()).thenRefused(Code.NOBODY_WAITING);
    }

    @Test
    void theListOpensAndCloses() {
        given().when(CHAIR, on(new FloorCommand.CloseList())).then(on(new FloorEvent.ListClosed()));
        given().when(CHAIR, on(new FloorCommand.OpenList())).thenNothing();
    }
}
