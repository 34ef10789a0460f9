package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.List;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.PauseCause;
import palabre.core.seats.SeatEvent;

/** What the chair does with a turn; more stands in TurnTest. */
class TurnClockTest {
    private static final RoomCommand PAUSE = on(new FloorCommand.PauseTurn(no(1)));
    private static final RoomCommand RESUME = on(new FloorCommand.ResumeTurn(no(1)));
    private static final RoomCommand EXTEND = on(new FloorCommand.ExtendTurn(no(1), 30_000));
    private static final RoomEvent PAUSED =
            on(new FloorEvent.TurnPaused(no(1), PauseCause.CHAIR, 2_000));
    private static final RoomEvent RESUMED =
            on(new FloorEvent.TurnResumed(no(1), PauseCause.CHAIR));

    private static RoomScript speaking() {
        return given(requested(1, ANA), granted(1));
    }

    @Test
    void theChairStopsTheClockAndStartsItAgain() {
        RoomScript script = speaking().when(CHAIR, PAUSE);
        script.then(PAUSED);
        script.when(CHAIR, PAUSE).thenNothing();
        script.when(CHAIR, RESUME).then(RESUMED);
        script.when(CHAIR, RESUME).thenNothing();
    }

    @Test
    void theChairGivesMoreTime() {
        RoomScript script = speaking().when(CHAIR, EXTEND);
        script.then(on(new FloorEvent.TurnExtended(no(1), 30_000)));
        assertThat(script.room().floor().stage().holder().orElseThrow().limitMs())
                .isEqualTo(210_000);
    }

    @Test
    void whoseLinkIsLostSpeaksOnWhenTheChairHearsThem() {
        speaking()
                .and(
                        on(new SeatEvent.SeatAbsent(ANA)),
                        on(new FloorEvent.TurnPaused(no(1), PauseCause.LINK, 1_000)))
                .when(CHAIR, RESUME)
                .then(on(new FloorEvent.TurnResumed(no(1), PauseCause.LINK)));
    }

    @Test
    void onlyATurnHasAClock() {
        for (RoomCommand command : List.of(PAUSE, RESUME, EXTEND)) {
            given(requested(1, ANA)).when(CHAIR, command).thenRefused(Code.NOT_GRANTED);
            given(requested(1, ANA), on(new FloorEvent.FloorCancelled(no(1))))
                    .when(CHAIR, command)
                    .thenRefused(Code.REQUEST_ENDED);
            given().when(CHAIR, command).thenRefused(Code.UNKNOWN_REQUEST);
            speaking().when(ANA, command).thenRefused(Code.ROLE_MAY_NOT);
        }
    }
}
