package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CAM;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.WATCHER;
import static palabre.core.room.RoomScript.given;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Audience;
import palabre.core.Code;
import palabre.core.SeatId;
import palabre.core.agenda.Agenda;
import palabre.core.agenda.AgendaCommand;
import palabre.core.agenda.AgendaEntry;
import palabre.core.agenda.AgendaEvent;
import palabre.core.contacts.ContactCommand;
import palabre.core.floor.FloorCommand;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.OrderRule;
import palabre.core.policy.RequestKind;
import palabre.core.polls.PollCommand;
import palabre.core.polls.PollEvent;
import palabre.core.polls.PollKind;
import palabre.core.polls.PollTerms;
import palabre.core.polls.Tally;
import palabre.core.questions.Question;
import palabre.core.questions.QuestionCommand;
import palabre.core.results.NextMeeting;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.results.ResultsCommand;

/** Agenda, polls, questions, results and contacts, in sentences. */
class MeetingTest {
    private static final RoomEvent LAID =
            on(
                    new AgendaEvent.AgendaLaid(
                            List.of(
                                    AgendaEntry.planned(
                                            1,
                                            "Welcome",
                                            600_000,
                                            "",
                                            Optional.of(OrderRule.BY_HAND),
                                            60),
                                    AgendaEntry.planned(
                                            2, "Funding", 1_200_000, "", Optional.empty(), 0)),
                            0));
    private static final PollTerms WHERE =
            new PollTerms("Where next?", PollKind.SINGLE, List.of("Accra", "Quito"), true, false);

    private static RoomEvent opened(PollTerms terms) {
        return on(new PollEvent.PollOpened(1, terms));
    }

    private static RoomCommand vote(Integer... choices) {
        return on(new PollCommand.Vote(1, List.of(choices), List.of(), Optional.empty()));
    }

    @Test
    void anItemBringsItsOwnRulesAndEndsTheOneBefore() {
        Room room =
                given(LAID)
                        .when(CHAIR, on(new AgendaCommand.BeginItem(1)))
                        .when(CHAIR, on(new AgendaCommand.BeginItem(2)))
                        .room();
        assertThat(room.meeting().agenda().item(1).orElseThrow().endedMs()).isEqualTo(2_000);
        assertThat(room.meeting().agenda().current().orElseThrow().title()).isEqualTo("Funding");
        assertThat(room.floor().policy().order()).isEqualTo(FloorPolicy.DEFAULT.order());
        Room first = given(LAID).when(CHAIR, on(new AgendaCommand.BeginItem(1))).room();
        assertThat(first.floor().policy().order()).isEqualTo(OrderRule.BY_HAND);
        assertThat(first.floor().policy().turnMs().get(RequestKind.SPEECH)).isEqualTo(60_000);
    }

    @Test
    void howLateTheMeetingIsFollowsFromPlannedAndActual() {
        Agenda agenda =
                given(LAID)
                        .when(CHAIR, on(new AgendaCommand.BeginItem(1)))
                        .room()
                        .meeting()
                        .agenda();
        assertThat(agenda.lateMs(2_000)).isZero();
        assertThat(agenda.lateMs(2_000 + 600_000)).isZero();
        assertThat(agenda.lateMs(2_000 + 660_000)).isEqualTo(60_000);
        Agenda extended =
                given(LAID)
                        .when(CHAIR, on(new AgendaCommand.BeginItem(1)))
                        .when(CHAIR, on(new AgendaCommand.ExtendItem(1, 120_000)))
                        .room()
                        .meeting()
                        .agenda();
        assertThat(extended.lateMs(2_000)).isEqualTo(120_000);
        Agenda skipped =
                given(LAID)
                        .when(CHAIR, on(new AgendaCommand.BeginItem(1)))
                        .when(CHAIR, on(new AgendaCommand.SkipItem(2)))
                        .room()
                        .meeting()
                        .agenda();
        assertThat(skipped.lateMs(2_000)).isEqualTo(-1_200_000);
    }

    @Test
    void onlyWhatIsAheadCanBeMovedOrSkipped() {
        given(LAID)
                .when(CHAIR, on(new AgendaCommand.BeginItem(1)))
                .when(CHAIR, on(new AgendaCommand.SkipItem(1)))
                .thenRefused(Code.ITEM_PAST);
        given(LAID)
                .when(CHAIR, on(new AgendaCommand.MoveItem(2, Optional.empty())))
                .then(on(new AgendaEvent.ItemMoved(2, Optional.empty())));
        given(LAID)
                .when(CHAIR, on(new AgendaCommand.MoveItem(2, Optional.of(9))))
                .thenRefused(Code.UNKNOWN_ITEM);
        given(LAID).when(ANA, on(new AgendaCommand.BeginItem(1))).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void aPlanIsLaidUntilTheChairHasChangedTheAgenda() {
        var other = on(new AgendaCommand.LayAgenda(List.of(), 0));
        given(LAID).when(SeatId.SERVER, other).then(on(new AgendaEvent.AgendaLaid(List.of(), 0)));
        List<RoomCommand> changes =
                List.of(
                        on(new AgendaCommand.AddItem("Lunch", 0)),
                        on(new AgendaCommand.MoveItem(2, Optional.empty())),
                        on(new AgendaCommand.SkipItem(1)),
                        on(new AgendaCommand.ExtendItem(1, 60_000)),
                        on(new AgendaCommand.BeginItem(1)),
                        on(new FloorCommand.StartItem("Now", 0, Optional.empty())));
        for (RoomCommand change : changes) {
            given(LAID).when(CHAIR, change).when(SeatId.SERVER, other).then();
        }
    }

    @Test
    void whatWasLeftOpenIsBroughtOnceAndAsAWhole() {
        Result a = new Result(7, ResultKind.ACTION, "Write", "Ana", "", true, false);
        Result b = new Result(9, ResultKind.ACTION, "Write", "Ana", "2027", true, false);
        var both = on(new ResultsCommand.CarryOver(List.of(a, b)));
        var note =
                on(
                        new ResultsCommand.NoteResult(
                                Optional.empty(), ResultKind.DECISION, "So", "", ""));
        RoomScript script = given().when(CHAIR, note).when(SeatId.SERVER, both);
        assertThat(script.room().meeting().results().entries())
                .extracting(Result::due)
                .containsExactly("", "", "2027");
        script.when(CHAIR, on(new ResultsCommand.RemoveResult(2)))
                .when(CHAIR, on(new ResultsCommand.RemoveResult(3)))
                .when(SeatId.SERVER, both)
                .then();
    }

    @Test
    void aVoteIsCountedOnceHoweverOftenItIsCast() {
        Room room =
                given(opened(WHERE))
                        .when(ANA, vote(0))
                        .when(ANA, vote(1))
                        .when(BEN, vote(1))
                        .room();
        Tally tally = room.meeting().polls().poll(1).orElseThrow().standing();
        assertThat(tally.votes()).isEqualTo(2);
        assertThat(tally.counts()).containsExactly(0, 2);
        assertThat(tally.by()).isEmpty();
    }

    @Test
    void nobodyVotesAfterClosingNorWithoutBeingAsked() {
        given(opened(WHERE))
                .when(CHAIR, on(new PollCommand.ClosePoll(1)))
                .when(ANA, vote(0))
                .thenRefused(Code.POLL_CLOSED);
        given(opened(WHERE)).when(WATCHER, vote(0)).thenRefused(Code.ROLE_MAY_NOT);
        given(opened(WHERE)).when(CHAIR, vote(0)).thenRefused(Code.ROLE_MAY_NOT);
        given(opened(WHERE)).when(ANA, vote(2)).thenRefused(Code.BAD_BALLOT);
        given(opened(WHERE)).when(ANA, vote(0, 1)).thenRefused(Code.BAD_BALLOT);
        given(opened(WHERE))
                .when(ANA, on(new PollCommand.Vote(1, List.of(0), List.of(), Optional.of(BEN))))
                .thenRefused(Code.NOT_YOURS);
    }

    @Test
    void rankingCountsPointsAndWordsAreCountedAsTheyAreMeant() {
        PollTerms rank = new PollTerms("?", PollKind.RANKING, List.of("a", "b", "c"), false, true);
        Room room = given(opened(rank)).when(ANA, vote(2, 0)).when(BEN, vote(0, 1, 2)).room();
        Tally tally = room.meeting().polls().poll(1).orElseThrow().standing();
        assertThat(tally.counts()).containsExactly(3, 1, 2);
        assertThat(tally.by().get(ANA)).containsExactly(2, 0);
        PollTerms words = new PollTerms("?", PollKind.WORDS, List.of(), true, false);
        Room said =
                given(opened(words))
                        .when(
                                ANA,
                                on(
                                        new PollCommand.Vote(
                                                1,
                                                List.of(),
                                                List.of("Trust", "time"),
                                                Optional.empty())))
                        .when(
                                BEN,
                                on(
                                        new PollCommand.Vote(
                                                1, List.of(), List.of("trust "), Optional.empty())))
                        .room();
        assertThat(said.meeting().polls().poll(1).orElseThrow().standing().words())
                .containsEntry("trust", 2)
                .containsEntry("time", 1);
    }

    @Test
    void whatSomebodyVotedIsSeenByNobodyBeforeTheEnd() {
        Room room = given(opened(WHERE)).when(ANA, vote(0)).room();
        for (Audience audience : Audience.values()) {
            assertThat(
                            Visibility.of(audience, room)
                                    .meeting()
                                    .polls()
                                    .poll(1)
                                    .orElseThrow()
                                    .ballots())
                    .isEmpty();
        }
    }

    @Test
    void aQuestionIsTheChairsUntilItIsPublished() {
        RoomScript asked = given().when(WATCHER, on(new QuestionCommand.PutQuestion("Why?")));
        assertThat(Visibility.of(Audience.MEMBER, asked.room()).meeting().questions().all())
                .isEmpty();
        assertThat(Visibility.of(Audience.CHAIR, asked.room()).meeting().questions().all())
                .hasSize(1);
        asked.when(ANA, on(new QuestionCommand.Upvote(1))).thenRefused(Code.UNKNOWN_QUESTION);
        asked.when(ANA, on(new QuestionCommand.PublishQuestion(1))).thenRefused(Code.ROLE_MAY_NOT);
        Room shown =
                asked.when(CHAIR, on(new QuestionCommand.PublishQuestion(1)))
                        .when(ANA, on(new QuestionCommand.Upvote(1)))
                        .when(ANA, on(new QuestionCommand.Upvote(1)))
                        .room();
        assertThat(shown.meeting().questions().question(1).orElseThrow().ups())
                .containsExactly(ANA);
        Question seen =
                Visibility.of(Audience.MEMBER, shown)
                        .meeting()
                        .questions()
                        .question(1)
                        .orElseThrow();
        assertThat(seen.seat()).isEqualTo(Question.NOBODY);
        assertThat(seen.ups()).isEmpty();
    }

    @Test
    void contactsAreGivenOnlyWhenBothWantIt() {
        RoomScript script =
                given().when(ANA, on(new ContactCommand.WriteCard("ana@example.org")))
                        .when(BEN, on(new ContactCommand.WriteCard("+263 1")))
                        .when(ANA, on(new ContactCommand.WantContact(BEN)));
        assertThat(cardsOf(script, ANA)).isEmpty();
        assertThat(cardsOf(script, BEN)).isEmpty();
        script.when(BEN, on(new ContactCommand.WantContact(ANA)));
        assertThat(cardsOf(script, ANA)).containsEntry(BEN, "+263 1");
        assertThat(cardsOf(script, BEN)).containsEntry(ANA, "ana@example.org");
        assertThat(cardsOf(script, CAM)).isEmpty();
        script.when(ANA, on(new ContactCommand.UnwantContact(BEN)));
        assertThat(cardsOf(script, BEN)).isEmpty();
        script.when(ANA, on(new ContactCommand.WantContact(WATCHER)))
                .thenRefused(Code.UNKNOWN_SEAT);
    }

    private static java.util.Map<SeatId, String> cardsOf(RoomScript script, SeatId seat) {
        return script.room().meeting().contacts().givenTo(seat);
    }

    @Test
    void aMeetingClosesOnlyWithItsResultsAndThenNobodySpeaks() {
        RoomCommand point =
                on(
                        new ResultsCommand.NoteResult(
                                Optional.empty(), ResultKind.KEY_POINT, "One per cent", "", ""));
        given().when(CHAIR, on(new ResultsCommand.CloseMeeting())).thenRefused(Code.NOT_MAIN_ROOM);
        RoomScript script = RoomScript.inMainRoom().when(ANA, RoomScript.ask()).when(CHAIR, point);
        script.when(CHAIR, on(new ResultsCommand.CloseMeeting())).thenRefused(Code.RESULTS_MISSING);
        script.when(ANA, on(new ResultsCommand.DeclareNone(ResultKind.ACTION)))
                .thenRefused(Code.ROLE_MAY_NOT);
        Room room =
                script.when(CHAIR, on(new ResultsCommand.DeclareNone(ResultKind.ACTION)))
                        .when(CHAIR, on(new ResultsCommand.SetNext(NextMeeting.NEVER)))
                        .when(CHAIR, on(new ResultsCommand.CloseMeeting()))
                        .room();
        assertThat(room.meeting().closed()).isTrue();
        assertThat(room.floor().line().waiting()).isEmpty();
        script.when(ANA, RoomScript.ask()).thenRefused(Code.SESSION_CLOSED);
        script.when(CHAIR, point).thenRefused(Code.SESSION_CLOSED);
    }

    @Test
    void approvalIsOfTheTextAsItWas() {
        RoomScript script =
                RoomScript.inMainRoom().when(CHAIR, on(new ResultsCommand.ApproveResults()));
        assertThat(script.room().meeting().results().approved()).containsKey(CHAIR);
        script.when(
                CHAIR,
                on(
                        new ResultsCommand.NoteResult(
                                Optional.empty(),
                                ResultKind.ACTION,
                                "Draft",
                                "Ana",
                                "2026-12-24")));
        assertThat(script.room().meeting().results().approved()).isEmpty();
    }
}
