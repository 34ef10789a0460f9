package palabre.core.room;

import java.util.Set;
import palabre.core.SeatId;
import palabre.core.agenda.AgendaCommand;
import palabre.core.breakouts.BreakoutCommand;
import palabre.core.contacts.ContactCommand;
import palabre.core.coordination.CoordinationCommand;
import palabre.core.entry.RulesCommand;
import palabre.core.floor.FloorCommand;
import palabre.core.lobby.LobbyCommand;
import palabre.core.polls.PollCommand;
import palabre.core.publicview.PublicViewCommand;
import palabre.core.questions.QuestionCommand;
import palabre.core.recording.RecordingCommand;
import palabre.core.results.ResultsCommand;
import palabre.core.seats.SeatCommand;

/** What somebody asks of a room: the words of one feature, held by the room's. */
public sealed interface RoomCommand {
    record OnSeats(SeatCommand command) implements RoomCommand {}

    record OnRules(RulesCommand command) implements RoomCommand {}

    record OnFloor(FloorCommand command) implements RoomCommand {}

    /** What is asked about what a meeting has beside its floor. */
    sealed interface OnMeeting extends RoomCommand {}

    record OnAgenda(AgendaCommand command) implements OnMeeting {}

    record OnResults(ResultsCommand command) implements OnMeeting {}

    record OnPolls(PollCommand command) implements OnMeeting {}

    record OnQuestions(QuestionCommand command) implements OnMeeting {}

    record OnContacts(ContactCommand command) implements OnMeeting {}

    /** What is asked about how one comes in, and what becomes of the room. */
    sealed interface OnDoors extends RoomCommand {}

    record OnLobby(LobbyCommand command) implements OnDoors {}

    record OnRecording(RecordingCommand command) implements OnDoors {}

    record OnPublicView(PublicViewCommand command) implements OnDoors {}

    record OnBreakouts(BreakoutCommand command) implements OnDoors {}

    record OnCoordination(CoordinationCommand command) implements RoomCommand {}

    /**
     * By the server: the room goes on here as it was under the other mode.
     *
     * @param part the part that begins, by {@link Charter#part}
     * @param before the room as it was; nothing but who is in it and its doors passes over
     * @param carried who goes on here
     */
    record BeginPart(int part, Room before, Set<SeatId> carried) implements RoomCommand {
        public BeginPart {
            carried = Set.copyOf(carried);
        }
    }

    static RoomCommand of(SeatCommand command) {
        return new OnSeats(command);
    }

    static RoomCommand of(RulesCommand command) {
        return new OnRules(command);
    }

    static RoomCommand of(FloorCommand command) {
        return new OnFloor(command);
    }

    static RoomCommand of(AgendaCommand command) {
        return new OnAgenda(command);
    }

    static RoomCommand of(ResultsCommand command) {
        return new OnResults(command);
    }

    static RoomCommand of(PollCommand command) {
        return new OnPolls(command);
    }

    static RoomCommand of(QuestionCommand command) {
        return new OnQuestions(command);
    }

    static RoomCommand of(ContactCommand command) {
        return new OnContacts(command);
    }

    static RoomCommand of(LobbyCommand command) {
        return new OnLobby(command);
    }

    static RoomCommand of(RecordingCommand command) {
        return new OnRecording(command);
    }

    static RoomCommand of(PublicViewCommand command) {
        return new OnPublicView(command);
    }

    static RoomCommand of(BreakoutCommand command) {
        return new OnBreakouts(command);
    }

    static RoomCommand of(CoordinationCommand command) {
        return new OnCoordination(command);
    }
}
