package palabre.core.room;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import palabre.core.RequestId;
import palabre.core.SeatId;

/** Random commands of the kinds that {@link RandomRoomTest} and {@link RandomMeeting} leave out. */
final class RandomRest {
    private RandomRest() {}

    static RoomCommand command(Random random, Room room) {
        int n = 1 + random.nextInt(4);
        RequestId request =
                new RequestId(1 + random.nextLong(room.floor().line().requestsSoFar() + 2));
        return switch (random.nextInt(18)) {
            case 0 ->
                    new SeatCommand.Declare(
                            new Declared(Declared.Gender.WOMAN, Declared.AgeBand.UNSAID));
            case 1 ->
                    new FloorCommand.ChangeRequest(
                            Optional.empty(),
                            Optional.of("topic " + n),
                            Optional.empty(),
                            Optional.empty());
            case 2 -> new FloorCommand.ShowScreen(random.nextBoolean());
            case 3 -> new FloorCommand.OrderDeputies(List.of(new SeatId("2")));
            case 4 -> new DoorCommand.TellLobby("wait " + n);
            case 5 -> new DoorCommand.BeginPart(n, room, room.seats().keySet());
            case 6 -> new AgendaCommand.AddItem("Added " + n, 0);
            case 7 -> new AgendaCommand.MoveItem(n, Optional.empty());
            case 8 -> new ResultsCommand.RemoveResult(n);
            case 9 -> new ResultsCommand.MarkDone(n, random.nextBoolean());
            case 10 -> new ResultsCommand.ApproveResults();
            case 11 ->
                    new ResultsCommand.NoteResult(Optional.of(n), ResultKind.ACTION, "a", "", "");
            case 12 -> new FloorCommand.GrantFloor(request, true);
            case 13 ->
                    new ResultsCommand.CarryOver(
                            List.of(
                                    new Result(
                                            n, ResultKind.ACTION, "c" + n, "", "", true, false)));
            case 15 ->
                    random.nextInt(20) == 0
                            ? new ResultsCommand.EndMeeting()
                            : new FloorCommand.ChangePolicy(
                                    PolicyChange.NONE.ordering(OrderRule.BY_HAND), "");
            case 16 -> new FloorCommand.TellRestart(0);
            case 14 -> new QuestionCommand.PutQuestion("what " + n);
            default -> new RulesCommand.AcceptRules(room.rules().version());
        };
    }
}
