package palabre.core.room;

/** What has happened in the meeting beside its floor. */
public sealed interface MeetingEvent extends RoomEvent
        permits AgendaEvent, ResultsEvent, PollEvent, QuestionEvent, ContactEvent {}
