package palabre.core.room;

import palabre.core.agenda.AgendaCommand;
import palabre.core.contacts.ContactCommand;
import palabre.core.polls.PollCommand;
import palabre.core.questions.QuestionCommand;
import palabre.core.results.ResultsCommand;

/** What is asked about what a meeting has beside its floor. */
public sealed interface MeetingCommand extends RoomCommand {
    record OnAgenda(AgendaCommand command) implements MeetingCommand {}

    record OnResults(ResultsCommand command) implements MeetingCommand {}

    record OnPolls(PollCommand command) implements MeetingCommand {}

    record OnQuestions(QuestionCommand command) implements MeetingCommand {}

    record OnContacts(ContactCommand command) implements MeetingCommand {}

    static MeetingCommand of(AgendaCommand command) {
        return new OnAgenda(command);
    }

    static MeetingCommand of(ResultsCommand command) {
        return new OnResults(command);
    }

    static MeetingCommand of(PollCommand command) {
        return new OnPolls(command);
    }

    static MeetingCommand of(QuestionCommand command) {
        return new OnQuestions(command);
    }

    static MeetingCommand of(ContactCommand command) {
        return new OnContacts(command);
    }
}
