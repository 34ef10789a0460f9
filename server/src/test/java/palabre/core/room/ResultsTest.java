package palabre.core.room;

import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.DEE;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.inMainRoom;
import static palabre.core.room.RoomScript.joined;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.agenda.AgendaEvent;
import palabre.core.floor.FloorEvent;
import palabre.core.policy.FloorPolicy;
import palabre.core.polls.PollEvent;
import palabre.core.polls.PollKind;
import palabre.core.polls.PollTerms;
import palabre.core.polls.Tally;
import palabre.core.results.NextMeeting;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.results.ResultsCommand;
import palabre.core.results.ResultsEvent;

/** What is written down, approved, and closed. */
class ResultsTest {
    private static final Result POINT =
            new Result(1, ResultKind.KEY_POINT, "One per cent", "", "", false, false);
    private static final Result ACTION =
            new Result(2, ResultKind.ACTION, "Draft", "Ana", "2026-12-24", false, false);
    private static final RoomEvent POINT_NOTED = on(new ResultsEvent.ResultNoted(POINT));
    private static final RoomEvent ACTION_NOTED = on(new ResultsEvent.ResultNoted(ACTION));
    private static final NextMeeting SPRING =
            new NextMeeting("2027-04-01T14:00", "Africa/Harare", "Harare");

    private static RoomCommand note(Optional<Integer> id, Result r) {
        return on(new ResultsCommand.NoteResult(id, r.kind(), r.text(), r.who(), r.due()));
    }

    @Test
    void theChairAndTheSecretaryWriteDownAndNobodyElse() {
        given().when(CHAIR, note(Optional.empty(), POINT)).then(POINT_NOTED);
        given(joined(DEE, Role.SECRETARY))
                .when(DEE, note(Optional.empty(), POINT))
                .then(POINT_NOTED);
        given().when(ANA, note(Optional.empty(), POINT)).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void anEntryGetsAnotherTextAndStaysWhatItWasElse() {
        Result carried = new Result(1, ResultKind.ACTION, "Write", "Ben", "", true, true);
        given(on(new ResultsEvent.ResultNoted(carried)))
                .when(CHAIR, note(Optional.of(1), ACTION))
                .then(
                        on(
                                new ResultsEvent.ResultNoted(
                                        new Result(
                                                1,
                                                ResultKind.ACTION,
                                                "Draft",
                                                "Ana",
                                                "2026-12-24",
                                                true,
                                                true))));
    }

    @Test
    void anActionThatIsDoneAndBecomesADecisionIsDoneNoMore() {
        given(
                        on(
                                new ResultsEvent.ResultNoted(
                                        new Result(
                                                1, ResultKind.ACTION, "So", "", "", false, true))))
                .when(
                        CHAIR,
                        on(
                                new ResultsCommand.NoteResult(
                                        Optional.of(1), ResultKind.DECISION, "So", "", "")))
                .then(
                        on(
                                new ResultsEvent.ResultNoted(
                                        new Result(
                                                1,
                                                ResultKind.DECISION,
                                                "So",
                                                "",
                                                "",
                                                false,
                                                false))));
    }

    @Test
    void theSameTextAgainChangesNothing() {
        given(POINT_NOTED).when(CHAIR, note(Optional.of(1), POINT)).thenNothing();
    }

    @Test
    void nobodyChangesAnEntryThatIsNotThere() {
        given().when(CHAIR, note(Optional.of(1), POINT)).thenRefused(Code.UNKNOWN_RESULT);
    }

    @Test
    void anEntryIsTakenAway() {
        given(POINT_NOTED)
                .when(CHAIR, on(new ResultsCommand.RemoveResult(1)))
                .then(on(new ResultsEvent.ResultRemoved(1)));
        given(POINT_NOTED, on(new ResultsEvent.ResultRemoved(1)))
                .when(CHAIR, on(new ResultsCommand.RemoveResult(1)))
                .thenRefused(Code.UNKNOWN_RESULT);
    }

    @Test
    void aNumberIsNeverGivenTwice() {
        given(POINT_NOTED, ACTION_NOTED, on(new ResultsEvent.ResultRemoved(2)))
                .when(CHAIR, note(Optional.empty(), POINT))
                .then(
                        on(
                                new ResultsEvent.ResultNoted(
                                        new Result(
                                                3,
                                                ResultKind.KEY_POINT,
                                                "One per cent",
                                                "",
                                                "",
                                                false,
                                                false))));
    }

    @Test
    void anActionIsDoneOrIsNotAfterAll() {
        RoomScript script = given(POINT_NOTED, ACTION_NOTED);
        script.when(CHAIR, on(new ResultsCommand.MarkDone(2, true)))
                .then(on(new ResultsEvent.ResultNoted(ACTION.done(true))));
        script.when(CHAIR, on(new ResultsCommand.MarkDone(2, true))).thenNothing();
        script.when(CHAIR, on(new ResultsCommand.MarkDone(2, false))).then(ACTION_NOTED);
        script.when(CHAIR, on(new ResultsCommand.MarkDone(3, true)))
                .thenRefused(Code.UNKNOWN_RESULT);
    }

    @Test
    void onlyAnActionCanBeDone() {
        given(POINT_NOTED)
                .when(CHAIR, on(new ResultsCommand.MarkDone(1, true)))
                .thenRefused(Code.UNKNOWN_RESULT);
    }

    @Test
    void thatThereIsNoneIsSaidOnlyWhenThereIsNone() {
        RoomCommand none = on(new ResultsCommand.DeclareNone(ResultKind.ACTION));
        RoomScript script = given(POINT_NOTED).when(CHAIR, none);
        script.then(on(new ResultsEvent.NoneDeclared(ResultKind.ACTION)));
        script.when(CHAIR, none).thenNothing();
        given(ACTION_NOTED).when(CHAIR, none).thenRefused(Code.RESULTS_THERE);
    }

    @Test
    void theNextDateIsSetOrThatThereIsNone() {
        RoomScript script = given().when(CHAIR, on(new ResultsCommand.SetNext(SPRING)));
        script.then(on(new ResultsEvent.NextSet(SPRING)));
        script.when(CHAIR, on(new ResultsCommand.SetNext(SPRING))).thenNothing();
        script.when(CHAIR, on(new ResultsCommand.SetNext(NextMeeting.NEVER)))
                .then(on(new ResultsEvent.NextSet(NextMeeting.NEVER)));
        script.when(ANA, on(new ResultsCommand.SetNext(SPRING))).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void theResultsAreApprovedByNameAlsoOnceTheSessionIsOver() {
        RoomCommand approve = on(new ResultsCommand.ApproveResults());
        RoomScript script = given(POINT_NOTED).when(CHAIR, approve);
        script.then(on(new ResultsEvent.ResultsApproved(CHAIR, "P1")));
        script.when(CHAIR, approve).thenNothing();
        script.when(ANA, approve).thenRefused(Code.ROLE_MAY_NOT);
        given(joined(DEE, Role.SECRETARY), POINT_NOTED, on(new ResultsEvent.MeetingClosed()))
                .when(DEE, approve)
                .then(on(new ResultsEvent.ResultsApproved(DEE, "P8")));
    }

    @Test
    void aSessionClosesWithWhatRunsInIt() {
        PollTerms terms = new PollTerms("Again?", PollKind.RATING, List.of(), true, false);
        RoomScript script =
                inMainRoom(
                        POINT_NOTED,
                        ACTION_NOTED,
                        on(new ResultsEvent.NextSet(NextMeeting.NEVER)),
                        requested(1, ANA),
                        requested(2, BEN),
                        granted(1),
                        on(new AgendaEvent.ItemAdded(1, "Welcome", 0)),
                        on(new FloorEvent.ItemStarted("Welcome", 0, FloorPolicy.DEFAULT, 1)),
                        on(new PollEvent.PollOpened(1, terms)));
        RoomCommand close = on(new ResultsCommand.CloseMeeting());
        script.when(CHAIR, close)
                .then(
                        on(new FloorEvent.FloorReleased(no(1))),
                        on(new FloorEvent.FloorCancelled(no(2))),
                        on(
                                new PollEvent.PollClosed(
                                        1,
                                        new Tally(
                                                0,
                                                List.of(0, 0, 0, 0, 0),
                                                Map.of(),
                                                Map.of(),
                                                Map.of()))),
                        on(new AgendaEvent.ItemEnded(1)),
                        on(new ResultsEvent.MeetingClosed()));
        script.when(CHAIR, close).thenNothing();
    }

    @Test
    void aSessionIsNotClosedWithoutItsResultsNorFromAnotherRoom() {
        RoomCommand close = on(new ResultsCommand.CloseMeeting());
        inMainRoom(POINT_NOTED, ACTION_NOTED).when(CHAIR, close).thenRefused(Code.RESULTS_MISSING);
        given(POINT_NOTED, ACTION_NOTED).when(CHAIR, close).thenRefused(Code.NOT_MAIN_ROOM);
        inMainRoom().when(ANA, close).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void theServerEndsTheOtherRoomsWithoutAskingForResults() {
        RoomCommand end = on(new ResultsCommand.EndMeeting());
        given().when(SeatId.SERVER, end).then(on(new ResultsEvent.MeetingClosed()));
        given(on(new ResultsEvent.MeetingClosed())).when(SeatId.SERVER, end).thenNothing();
        given().when(CHAIR, end).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void whatWasLeftOpenIsBroughtUnderNumbersOfItsOwn() {
        RoomCommand bring =
                on(
                        new ResultsCommand.CarryOver(
                                List.of(
                                        new Result(
                                                7,
                                                ResultKind.ACTION,
                                                "Draft",
                                                "Ana",
                                                "2026-12-24",
                                                true,
                                                false))));
        given(POINT_NOTED)
                .when(SeatId.SERVER, bring)
                .then(
                        on(
                                new ResultsEvent.ResultNoted(
                                        new Result(
                                                2,
                                                ResultKind.ACTION,
                                                "Draft",
                                                "Ana",
                                                "2026-12-24",
                                                true,
                                                false))));
        given().when(CHAIR, bring).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void nothingIsWrittenDownOnceTheSessionIsOver() {
        List<RoomCommand> changes =
                List.of(
                        note(Optional.empty(), POINT),
                        on(new ResultsCommand.RemoveResult(1)),
                        on(new ResultsCommand.MarkDone(2, true)),
                        on(new ResultsCommand.DeclareNone(ResultKind.DECISION)),
                        on(new ResultsCommand.SetNext(SPRING)));
        for (RoomCommand change : changes) {
            given(POINT_NOTED, ACTION_NOTED, on(new ResultsEvent.MeetingClosed()))
                    .when(CHAIR, change)
                    .thenRefused(Code.SESSION_CLOSED);
        }
    }
}
