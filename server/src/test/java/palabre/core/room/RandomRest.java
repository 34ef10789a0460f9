package palabre.core.room;

import static palabre.testing.On.on;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.agenda.AgendaCommand;
import palabre.core.entry.RulesCommand;
import palabre.core.floor.FloorCommand;
import palabre.core.lobby.LobbyCommand;
import palabre.core.policy.OrderRule;
import palabre.core.policy.PolicyChange;
import palabre.core.questions.QuestionCommand;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.results.ResultsCommand;
import palabre.core.seats.Declared;
import palabre.core.seats.SeatCommand;

/** Random commands of the kinds that {@link RandomRoomTest} and {@link RandomMeeting} leave out. */
final class RandomRest {
    private RandomRest() {}

    static RoomCommand command(Random random, Room room) {
        int n = 1 + random.nextInt(4);
        RequestId request =
                new RequestId(1 + random.nextLong(room.floor().line().requestsSoFar() + 2));
        return switch (random.nextInt(18)) {
            case 0 ->
                    on(
                            new SeatCommand.Declare(
                                    new Declared(Declared.Gender.WOMAN, Declared.AgeBand.UNSAID)));
            case 1 ->
                    on(
                            new FloorCommand.ChangeRequest(
                                    Optional.empty(),
                                    Optional.of("topic " + n),
                                    Optional.empty(),
                                    Optional.empty()));
            case 2 -> on(new FloorCommand.ShowScreen(random.nextBoolean()));
            case 3 -> on(new FloorCommand.OrderDeputies(List.of(new SeatId("2"))));
            case 4 -> on(new LobbyCommand.TellLobby("wait " + n));
            case 5 -> new RoomCommand.BeginPart(n, room, room.seats().keySet());
            case 6 -> on(new AgendaCommand.AddItem("Added " + n, 0));
            case 7 -> on(new AgendaCommand.MoveItem(n, Optional.empty()));
            case 8 -> on(new ResultsCommand.RemoveResult(n));
            case 9 -> on(new ResultsCommand.MarkDone(n, random.nextBoolean()));
            case 10 -> on(new ResultsCommand.ApproveResults());
            case 11 ->
                    on(
                            new ResultsCommand.NoteResult(
                                    Optional.of(n), ResultKind.ACTION, "a", "", ""));
            case 12 -> on(new FloorCommand.GrantFloor(request, true));
            case 13 ->
                    on(
                            new ResultsCommand.CarryOver(
                                    List.of(
                                            new Result(
                                                    n,
                                                    ResultKind.ACTION,
                                                    "c" + n,
                                                    "",
                                                    "",
                                                    true,
                                                    false))));
            case 15 ->
                    random.nextInt(20) == 0
                            ? on(new ResultsCommand.EndMeeting())
                            : on(
                                    new FloorCommand.ChangePolicy(
                                            PolicyChange.NONE.ordering(OrderRule.BY_HAND), ""));
            case 16 -> on(new FloorCommand.TellRestart(0));
            case 14 -> on(new QuestionCommand.PutQuestion("what " + n));
            default -> on(new RulesCommand.AcceptRules(room.rules().version()));
        };
    }
}
