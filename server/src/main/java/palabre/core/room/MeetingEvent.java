package palabre.core.room;

import palabre.core.agenda.AgendaEvent;
import palabre.core.contacts.ContactEvent;
import palabre.core.polls.PollEvent;
import palabre.core.questions.QuestionEvent;
import palabre.core.results.ResultsEvent;

/** What has happened to what a meeting has beside its floor. */
public sealed interface MeetingEvent extends RoomEvent {
    record OnAgenda(AgendaEvent event) implements MeetingEvent {}

    record OnResults(ResultsEvent event) implements MeetingEvent {}

    record OnPolls(PollEvent event) implements MeetingEvent {}

    record OnQuestions(QuestionEvent event) implements MeetingEvent {}

    record OnContacts(ContactEvent event) implements MeetingEvent {}

    static MeetingEvent of(AgendaEvent event) {
        return new OnAgenda(event);
    }

    static MeetingEvent of(ResultsEvent event) {
        return new OnResults(event);
    }

    static MeetingEvent of(PollEvent event) {
        return new OnPolls(event);
    }

    static MeetingEvent of(QuestionEvent event) {
        return new OnQuestions(event);
    }

    static MeetingEvent of(ContactEvent event) {
        return new OnContacts(event);
    }
}
