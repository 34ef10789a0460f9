package palabre.core.room;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;

/** Random commands about agenda, results, polls, questions and contacts. */
final class RandomMeeting {
    private RandomMeeting() {}

    static RoomCommand command(Random random, SeatId seat) {
        int n = 1 + random.nextInt(4);
        ResultKind kind = List.of(ResultKind.values()).get(random.nextInt(3));
        return switch (random.nextInt(35)) {
            case 0 ->
                    new AgendaCommand.LayAgenda(
                            List.of(
                                    AgendaEntry.planned(1, "A", 60_000, "", Optional.empty(), 0),
                                    AgendaEntry.planned(
                                            2, "B", 0, "Ana", Optional.of(OrderRule.BY_HAND), 30)),
                            random.nextInt(3));
            case 1, 2 -> new AgendaCommand.BeginItem(n);
            case 3 -> new AgendaCommand.AddItem("I" + n, n * 10_000L);
            case 4 -> new AgendaCommand.EndItem(n);
            case 5 -> new AgendaCommand.ExtendItem(n, 5_000);
            case 6 -> new AgendaCommand.SkipItem(n);
            case 7 ->
                    new AgendaCommand.MoveItem(
                            n,
                            random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of(1 + random.nextInt(4)));
            case 8 ->
                    new ResultsCommand.NoteResult(
                            random.nextBoolean() ? Optional.empty() : Optional.of(n),
                            kind,
                            "text",
                            "who",
                            "");
            case 9 -> new ResultsCommand.RemoveResult(n);
            case 10 -> new ResultsCommand.DeclareNone(kind);
            case 11 -> new ResultsCommand.SetNext(NextMeeting.NEVER);
            case 12 -> new ResultsCommand.ApproveResults();
            case 13 ->
                    random.nextInt(20) == 0
                            ? new ResultsCommand.EndMeeting()
                            : new ResultsCommand.CloseMeeting();
            case 14 ->
                    new PollCommand.OpenPoll(
                            new PollTerms(
                                    "Q",
                                    n == 1 ? PollKind.RATING : PollKind.RANKING,
                                    n == 1 ? List.of() : List.of("a", "b", "c"),
                                    random.nextBoolean(),
                                    random.nextBoolean()));
            case 15, 16 ->
                    new PollCommand.Vote(
                            n, List.of(random.nextInt(4)), List.of(), Optional.empty());
            case 17 -> new PollCommand.ClosePoll(n);
            case 18 -> new QuestionCommand.PutQuestion("why " + n);
            case 19 -> new QuestionCommand.PublishQuestion(n);
            case 20 -> new QuestionCommand.Upvote(n);
            case 21 ->
                    random.nextBoolean()
                            ? new QuestionCommand.AnswerQuestion(n)
                            : new QuestionCommand.DismissQuestion(n);
            case 22 -> new ContactCommand.WriteCard(random.nextBoolean() ? "" : "card " + n);
            case 24 ->
                    random.nextBoolean()
                            ? new DoorCommand.OpenLobby()
                            : new DoorCommand.CloseLobby();
            case 25 -> new DoorCommand.Admit(seat);
            case 26 ->
                    random.nextBoolean()
                            ? new DoorCommand.AdmitAll()
                            : new DoorCommand.RefuseEntry(seat);
            case 27 -> new SeatCommand.TakeSeat(Person.named("W", Role.PARTICIPANT), false, true);
            case 28 -> new DoorCommand.ProposeMode(random.nextBoolean());
            case 29 -> new DoorCommand.AgreeToMode();
            case 30 ->
                    random.nextBoolean()
                            ? new DoorCommand.InsistOnMode()
                            : new DoorCommand.DropMode();
            case 31 ->
                    n == 1
                            ? new SeatCommand.HandSeat(seat, SeatId.holder(seat.link(), 2), 1)
                            : new DoorCommand.SettleMode(Set.of(seat));
            case 32 ->
                    new DoorCommand.SetPublicView(random.nextBoolean(), 5_000L * random.nextInt(2));
            case 33 ->
                    new DoorCommand.LayGroups(
                            List.of(
                                    new DoorEvent.WorkingGroup(
                                            new RoomId("g"), "G", List.of("A"), Optional.empty())),
                            Optional.of(new RoomId("plenary")),
                            random.nextInt(3));
            default ->
                    random.nextInt(3) == 0
                            ? new ContactCommand.UnwantContact(seat)
                            : new ContactCommand.WantContact(seat);
        };
    }
}
