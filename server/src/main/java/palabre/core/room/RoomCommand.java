package palabre.core.room;

import palabre.core.agenda.AgendaCommand;
import palabre.core.contacts.ContactCommand;
import palabre.core.entry.RulesCommand;
import palabre.core.floor.FloorCommand;
import palabre.core.polls.PollCommand;
import palabre.core.questions.QuestionCommand;
import palabre.core.results.ResultsCommand;
import palabre.core.seats.SeatCommand;

/** What somebody asks of a room: the words of one feature, held by the room's. */
public sealed interface RoomCommand
        permits RoomCommand.OnSeats,
                RoomCommand.OnRules,
                RoomCommand.OnFloor,
                RoomCommand.OnMeeting,
                DoorCommand,
                CoordinationCommand {
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
}
