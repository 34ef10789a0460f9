package palabre.core.room;

import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.given;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.coordination.CoordinationCommand;
import palabre.core.entry.RulesEvent;
import palabre.core.recording.RecordingEvent;
import palabre.core.results.ResultsEvent;

/**
 * What concerns other rooms too. The session decides on it; a room says no more than why it is not
 * to be asked now.
 */
class BeyondRoomTest {
    private static final List<CoordinationCommand> ALL =
            List.of(
                    new CoordinationCommand.OpenGroups(
                            List.of(new CoordinationCommand.GroupPlan("Films", List.of())),
                            CoordinationCommand.Mix.TEAMS,
                            Optional.empty(),
                            0,
                            true),
                    new CoordinationCommand.CallBack(),
                    new CoordinationCommand.CloseLink(new LinkId("4")),
                    new CoordinationCommand.MovePeople(
                            List.of(new SeatId("2")), new RoomId("side")));

    private static void refused(Code code, SeatId who, RoomEvent... events) {
        for (CoordinationCommand command : ALL) {
            given(events).when(who, RoomCommand.of(command)).thenRefused(code);
        }
    }

    @Test
    void aRoomDecidesOnNothingThatConcernsOthers() {
        refused(Code.ROLE_MAY_NOT, CHAIR);
    }

    @Test
    void nothingIsAskedBeforeTheRulesAreAcceptedNorOnceAllIsOver() {
        refused(Code.RULES_FIRST, CHAIR, on(new RulesEvent.RulesLaid(1)));
        refused(Code.SESSION_CLOSED, CHAIR, on(new ResultsEvent.MeetingClosed()));
        refused(Code.SWITCHING, CHAIR, on(new RecordingEvent.ModeSettled(false)));
        refused(Code.NOT_SEATED, new SeatId("99"));
    }
}
