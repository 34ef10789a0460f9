package palabre.core.room;

import java.util.Optional;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.agenda.AgendaCommand;
import palabre.core.entry.RulesCommand;
import palabre.core.floor.FloorCommand;
import palabre.core.polls.PollCommand;
import palabre.core.questions.QuestionCommand;
import palabre.core.recording.RecordingCommand;
import palabre.core.results.ResultsCommand;
import palabre.core.seats.SeatCommand;

/**
 * Whose act a command is. Every command is asked here before it is decided, and a new one does not
 * compile until {@link #of} names its act.
 */
public enum Act {
    /** Of the server alone. */
    SERVER,
    /** Of the server, in the name of somebody who comes. */
    DOOR,
    /** Of everybody who has a seat; on whose behalf, its own rules say. */
    SEATED,
    /** Of the secretary, and of who presides. */
    RECORD,
    /** In one's own name: of the secretary, and of all who could preside. */
    SIGNATURE,
    /** Of who presides. */
    CHAIR,
    /** It concerns other rooms too: the session decides on it, and asks who presides. */
    CONDUCT;

    /** Whose act this command is. */
    public static Act of(RoomCommand command) {
        return switch (command) {
            case RoomCommand.OnSeats c -> of(c.command());
            case RoomCommand.OnRules(RulesCommand.LayRules _) -> SERVER;
            case RoomCommand.OnRules(RulesCommand.AcceptRules _) -> SEATED;
            case RoomCommand.OnFloor c -> of(c.command());
            case RoomCommand.OnLobby _, RoomCommand.OnPublicView _ -> CHAIR;
            case RoomCommand.OnRecording c -> of(c.command());
            case RoomCommand.OnBreakouts _, RoomCommand.BeginPart _ -> SERVER;
            case RoomCommand.OnAgenda c -> of(c.command());
            case RoomCommand.OnResults c -> of(c.command());
            case RoomCommand.OnPolls c -> of(c.command());
            case RoomCommand.OnQuestions c -> of(c.command());
            case RoomCommand.OnContacts _ -> SEATED;
            case RoomCommand.OnCoordination _ -> CONDUCT;
        };
    }

    private static Act of(SeatCommand command) {
        return switch (command) {
            case SeatCommand.TakeSeat _ -> DOOR;
            case SeatCommand.ReportPresence _, SeatCommand.HandSeat _ -> SERVER;
            case SeatCommand.LeaveSeat _, SeatCommand.Rename _, SeatCommand.Declare _ -> SEATED;
            case SeatCommand.RemoveSeat _, SeatCommand.ChangeRole _ -> CHAIR;
        };
    }

    private static Act of(FloorCommand command) {
        return switch (command) {
            case FloorCommand.ByServer _ -> SERVER;
            case FloorCommand.ByPeople _, FloorCommand.TakeChair _ -> SEATED;
            case FloorCommand.ByChair _ -> CHAIR;
        };
    }

    private static Act of(RecordingCommand command) {
        return switch (command) {
            case RecordingCommand.ByChair _ -> CHAIR;
            case RecordingCommand.AgreeToMode _ -> SEATED;
            case RecordingCommand.SettleMode _ -> SERVER;
        };
    }

    private static Act of(AgendaCommand command) {
        return switch (command) {
            case AgendaCommand.LayAgenda _ -> SERVER;
            case AgendaCommand.BeginItem _, AgendaCommand.AddItem _, AgendaCommand.EndItem _ ->
                    CHAIR;
            case AgendaCommand.ExtendItem _, AgendaCommand.SkipItem _, AgendaCommand.MoveItem _ ->
                    CHAIR;
        };
    }

    private static Act of(ResultsCommand command) {
        return switch (command) {
            case ResultsCommand.CarryOver _, ResultsCommand.EndMeeting _ -> SERVER;
            case ResultsCommand.NoteResult _, ResultsCommand.RemoveResult _ -> RECORD;
            case ResultsCommand.MarkDone _, ResultsCommand.DeclareNone _ -> RECORD;
            case ResultsCommand.SetNext _ -> RECORD;
            case ResultsCommand.ApproveResults _ -> SIGNATURE;
            case ResultsCommand.CloseMeeting _ -> CHAIR;
        };
    }

    private static Act of(PollCommand command) {
        return switch (command) {
            case PollCommand.Vote _ -> SEATED;
            case PollCommand.OpenPoll _, PollCommand.ClosePoll _ -> CHAIR;
        };
    }

    private static Act of(QuestionCommand command) {
        return switch (command) {
            case QuestionCommand.PutQuestion _, QuestionCommand.Upvote _ -> SEATED;
            case QuestionCommand.PublishQuestion _,
                    QuestionCommand.AnswerQuestion _,
                    QuestionCommand.DismissQuestion _ ->
                    CHAIR;
        };
    }

    /** Why it is not this actor's; empty when it is. */
    Optional<Code> mayNot(Room room, SeatId actor) {
        if (this == DOOR) {
            return Optional.empty();
        }
        if (this == SERVER) {
            return actor.equals(SeatId.SERVER) ? Optional.empty() : Optional.of(Code.ROLE_MAY_NOT);
        }
        Optional<Role> role = room.role(actor);
        if (role.isEmpty()) {
            boolean removed = room.removed().contains(actor.value());
            return Optional.of(removed ? Code.REMOVED : Code.NOT_SEATED);
        }
        boolean secretary = role.get() == Role.SECRETARY;
        return switch (this) {
            case CHAIR -> Presiding.mayNot(room, actor);
            case RECORD -> secretary ? Optional.empty() : Presiding.mayNot(room, actor);
            case SIGNATURE ->
                    secretary || role.get().chairs()
                            ? Optional.empty()
                            : Optional.of(Code.ROLE_MAY_NOT);
            case SEATED, CONDUCT, SERVER, DOOR -> Optional.empty();
        };
    }
}
