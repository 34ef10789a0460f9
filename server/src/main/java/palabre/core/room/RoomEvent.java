package palabre.core.room;

import palabre.core.agenda.AgendaEvent;
import palabre.core.breakouts.BreakoutEvent;
import palabre.core.contacts.ContactEvent;
import palabre.core.entry.RulesEvent;
import palabre.core.floor.FloorEvent;
import palabre.core.lobby.LobbyEvent;
import palabre.core.polls.PollEvent;
import palabre.core.publicview.PublicViewEvent;
import palabre.core.questions.QuestionEvent;
import palabre.core.recording.RecordingEvent;
import palabre.core.results.ResultsEvent;
import palabre.core.seats.SeatEvent;

/** What has happened in a room: the words of one feature, held by the room's. */
public sealed interface RoomEvent {
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

    /** What has happened at the doors: who waits, where people are sent, what the room becomes. */
    sealed interface OnDoors extends RoomEvent {}

    record OnLobby(LobbyEvent event) implements OnDoors {}

    record OnRecording(RecordingEvent event) implements OnDoors {}

    record OnPublicView(PublicViewEvent event) implements OnDoors {}

    record OnBreakouts(BreakoutEvent event) implements OnDoors {}

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

    static RoomEvent of(LobbyEvent event) {
        return new OnLobby(event);
    }

    static RoomEvent of(RecordingEvent event) {
        return new OnRecording(event);
    }

    static RoomEvent of(PublicViewEvent event) {
        return new OnPublicView(event);
    }

    static RoomEvent of(BreakoutEvent event) {
        return new OnBreakouts(event);
    }
}
