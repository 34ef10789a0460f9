package palabre.core.room;

import palabre.core.agenda.AgendaEvent;
import palabre.core.contacts.ContactEvent;
import palabre.core.entry.RulesEvent;
import palabre.core.floor.FloorEvent;
import palabre.core.polls.PollEvent;
import palabre.core.questions.QuestionEvent;
import palabre.core.results.ResultsEvent;
import palabre.core.seats.SeatEvent;

/** What has happened in a room: the words of one feature, held by the room's. */
public sealed interface RoomEvent
        permits RoomEvent.OnSeats,
                RoomEvent.OnRules,
                RoomEvent.OnFloor,
                RoomEvent.OnMeeting,
                DoorEvent {
    record OnSeats(SeatEvent event) implements RoomEvent {}

    record OnRules(RulesEvent event) implements RoomEvent {}

    record OnFloor(FloorEvent event) implements RoomEvent {}

    /** What has happened to what a meeting has beside its floor. */
    sealed interface OnMeeting extends RoomEvent {}

    record OnAgenda(AgendaEvent event) implements OnMeeting {}

    record OnResults(ResultsEvent event) implements OnMeeting {}

    record OnPolls(PollEvent event) implements OnMeeting {}

    record OnQuestions(QuestionEvent event) implements OnMeeting {}

    record OnContacts(ContactEvent event) implements OnMeeting {}

    static RoomEvent of(SeatEvent event) {
        return new OnSeats(event);
    }

    static RoomEvent of(RulesEvent event) {
        return new OnRules(event);
    }

    static RoomEvent of(FloorEvent event) {
        return new OnFloor(event);
    }

    static RoomEvent of(AgendaEvent event) {
        return new OnAgenda(event);
    }

    static RoomEvent of(ResultsEvent event) {
        return new OnResults(event);
    }

    static RoomEvent of(PollEvent event) {
        return new OnPolls(event);
    }

    static RoomEvent of(QuestionEvent event) {
        return new OnQuestions(event);
    }

    static RoomEvent of(ContactEvent event) {
        return new OnContacts(event);
    }
}
