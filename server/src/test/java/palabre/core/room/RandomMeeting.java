package palabre.core.room;

import static palabre.testing.On.on;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.agenda.AgendaCommand;
import palabre.core.agenda.AgendaEntry;
import palabre.core.breakouts.BreakoutCommand;
import palabre.core.breakouts.WorkingGroup;
import palabre.core.contacts.ContactCommand;
import palabre.core.lobby.LobbyCommand;
import palabre.core.policy.OrderRule;
import palabre.core.polls.PollCommand;
import palabre.core.polls.PollKind;
import palabre.core.polls.PollTerms;
import palabre.core.publicview.PublicViewCommand;
import palabre.core.questions.QuestionCommand;
import palabre.core.recording.RecordingCommand;
import palabre.core.results.NextMeeting;
import palabre.core.results.ResultKind;
import palabre.core.results.ResultsCommand;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;

/** Random commands about agenda, results, polls, questions and contacts. */
final class RandomMeeting {
    private RandomMeeting() {}

    static RoomCommand command(Random random, SeatId seat) {
        int n = 1 + random.nextInt(4);
        ResultKind kind = List.of(ResultKind.values()).get(random.nextInt(3));
        return switch (random.nextInt(35)) {
            case 0 ->
                    on(
                            new AgendaCommand.LayAgenda(
                                    List.of(
                                            AgendaEntry.planned(
                                                    1, "A", 60_000, "", Optional.empty(), 0),
                                            AgendaEntry.planned(
                                                    2,
                                                    "B",
                                                    0,
                                                    "Ana",
                                                    Optional.of(OrderRule.BY_HAND),
                                                    30)),
                                    random.nextInt(3)));
            case 1, 2 -> on(new AgendaCommand.BeginItem(n));
            case 3 -> on(new AgendaCommand.AddItem("I" + n, n * 10_000L));
            case 4 -> on(new AgendaCommand.EndItem(n));
            case 5 -> on(new AgendaCommand.ExtendItem(n, 5_000));
            case 6 -> on(new AgendaCommand.SkipItem(n));
            case 7 ->
                    on(
                            new AgendaCommand.MoveItem(
                                    n,
                                    random.nextBoolean()
                                            ? Optional.empty()
                                            : Optional.of(1 + random.nextInt(4))));
            case 8 ->
                    on(
                            new ResultsCommand.NoteResult(
                                    random.nextBoolean() ? Optional.empty() : Optional.of(n),
                                    kind,
                                    "text",
                                    "who",
                                    ""));
            case 9 -> on(new ResultsCommand.RemoveResult(n));
            case 10 -> on(new ResultsCommand.DeclareNone(kind));
            case 11 -> on(new ResultsCommand.SetNext(NextMeeting.NEVER));
            case 12 -> on(new ResultsCommand.ApproveResults());
            case 13 ->
                    random.nextInt(20) == 0
                            ? on(new ResultsCommand.EndMeeting())
                            : on(new ResultsCommand.CloseMeeting());
            case 14 ->
                    on(
                            new PollCommand.OpenPoll(
                                    new PollTerms(
                                            "Q",
                                            n == 1 ? PollKind.RATING : PollKind.RANKING,
                                            n == 1 ? List.of() : List.of("a", "b", "c"),
                                            random.nextBoolean(),
                                            random.nextBoolean())));
            case 15, 16 ->
                    on(
                            new PollCommand.Vote(
                                    n, List.of(random.nextInt(4)), List.of(), Optional.empty()));
            case 17 -> on(new PollCommand.ClosePoll(n));
            case 18 -> on(new QuestionCommand.PutQuestion("why " + n));
            case 19 -> on(new QuestionCommand.PublishQuestion(n));
            case 20 -> on(new QuestionCommand.Upvote(n));
            case 21 ->
                    random.nextBoolean()
                            ? on(new QuestionCommand.AnswerQuestion(n))
                            : on(new QuestionCommand.DismissQuestion(n));
            case 22 -> on(new ContactCommand.WriteCard(random.nextBoolean() ? "" : "card " + n));
            case 24 ->
                    random.nextBoolean()
                            ? on(new LobbyCommand.OpenLobby())
                            : on(new LobbyCommand.CloseLobby());
            case 25 -> on(new LobbyCommand.Admit(seat));
            case 26 ->
                    random.nextBoolean()
                            ? on(new LobbyCommand.AdmitAll())
                            : on(new LobbyCommand.RefuseEntry(seat));
            case 27 ->
                    on(new SeatCommand.TakeSeat(Person.named("W", Role.PARTICIPANT), false, true));
            case 28 -> on(new RecordingCommand.ProposeMode(random.nextBoolean()));
            case 29 -> on(new RecordingCommand.AgreeToMode());
            case 30 ->
                    random.nextBoolean()
                            ? on(new RecordingCommand.InsistOnMode())
                            : on(new RecordingCommand.DropMode());
            case 31 ->
                    n == 1
                            ? on(new SeatCommand.HandSeat(seat, SeatId.holder(seat.link(), 2), 1))
                            : on(new RecordingCommand.SettleMode(Set.of(seat)));
            case 32 ->
                    on(
                            new PublicViewCommand.SetPublicView(
                                    random.nextBoolean(), 5_000L * random.nextInt(2)));
            case 33 ->
                    on(
                            new BreakoutCommand.LayGroups(
                                    List.of(
                                            new WorkingGroup(
                                                    new RoomId("g"),
                                                    "G",
                                                    List.of("A"),
                                                    Optional.empty())),
                                    Optional.of(new RoomId("plenary")),
                                    random.nextInt(3)));
            default ->
                    random.nextInt(3) == 0
                            ? on(new ContactCommand.UnwantContact(seat))
                            : on(new ContactCommand.WantContact(seat));
        };
    }
}
