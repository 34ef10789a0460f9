package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.accepted;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.grant;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.next;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** Giving the floor to whom it cannot be given at once, and handing it on. */
class GrantingTest {
    private static final RoomEvent ANA_ABSENT = on(new SeatEvent.SeatAbsent(ANA));
    private static final RoomEvent BEN_ABSENT = on(new SeatEvent.SeatAbsent(BEN));
    private static final RoomEvent FROZEN = on(new FloorEvent.FloorFrozen());
    private static final RoomEvent PAUSED = on(new FloorEvent.FloorPaused());
    private static final RoomEvent DEFERRED = on(new FloorEvent.FloorDeferred(no(1)));

    private static RoomCommand anyway(long number) {
        return on(new FloorCommand.GrantFloor(no(number), true));
    }

    private static RoomCommand handOver(Optional<RequestId> request, SeatId to) {
        return on(new FloorCommand.HandOver(request, to));
    }

    @Test
    void whoseLinkIsLostIsCalledFirstWhenTheyAreBackUnlessTheChairHearsThem() {
        RoomScript script = given(requested(1, ANA), requested(2, BEN), ANA_ABSENT);
        script.when(CHAIR, grant(1)).then(DEFERRED);
        script.when(CHAIR, grant(1)).thenNothing();
        script.when(CHAIR, anyway(1)).then(granted(1));
    }

    @Test
    void whoWasCalledWhileAbsentStandsAtTheHead() {
        RoomScript script =
                given(requested(1, ANA), requested(2, BEN), ANA_ABSENT, DEFERRED)
                        .when(SeatId.SERVER, on(new SeatCommand.ReportPresence(ANA, true, 2_000)));
        assertThat(script.line()).containsExactly(ANA, BEN);
        script.when(CHAIR, next()).then(granted(1));
    }

    @Test
    void nextIsRefusedWhenAllWhoWaitAreAway() {
        given(requested(1, ANA), requested(2, BEN), ANA_ABSENT, BEN_ABSENT)
                .when(CHAIR, next())
                .thenRefused(Code.ABSENT);
    }

    @Test
    void nothingIsGrantedOnAFrozenOrPausedFloor() {
        given(requested(1, ANA), FROZEN).when(CHAIR, grant(1)).thenRefused(Code.FLOOR_FROZEN);
        given(requested(1, ANA), FROZEN).when(CHAIR, next()).thenRefused(Code.FLOOR_FROZEN);
        given(requested(1, ANA), PAUSED).when(CHAIR, anyway(1)).thenRefused(Code.FLOOR_PAUSED);
    }

    @Test
    void aPromiseIsKeptWhenTheTurnEndsHoweverItEnds() {
        given(requested(1, ANA), requested(2, BEN), granted(1), accepted(2))
                .when(CHAIR, on(new SeatCommand.RemoveSeat(ANA)))
                .then(
                        on(new FloorEvent.FloorReleased(no(1))),
                        granted(2),
                        on(new SeatEvent.SeatRemoved(ANA)));
    }

    @Test
    void onlyATurnIsHandedOnAndOnlyByWhoSpeaksOrTheChair() {
        given(requested(1, ANA))
                .when(ANA, handOver(Optional.empty(), BEN))
                .thenRefused(Code.NOT_GRANTED);
        given().when(ANA, handOver(Optional.empty(), BEN)).thenRefused(Code.NOT_GRANTED);
        given(requested(1, ANA), granted(1))
                .when(BEN, handOver(Optional.of(no(1)), BEN))
                .thenRefused(Code.NOT_YOURS);
    }

    @Test
    void nothingIsHandedOnWhileTheFloorStands() {
        given(requested(1, ANA), granted(1), PAUSED)
                .when(CHAIR, handOver(Optional.of(no(1)), BEN))
                .thenRefused(Code.FLOOR_PAUSED);
        given(requested(1, ANA), granted(1), FROZEN)
                .when(CHAIR, handOver(Optional.of(no(1)), BEN))
                .thenRefused(Code.FLOOR_FROZEN);
    }

    @Test
    void nobodyHandsTheFloorToThemselves() {
        given(requested(1, ANA), granted(1))
                .when(ANA, handOver(Optional.empty(), ANA))
                .thenNothing();
    }
}
