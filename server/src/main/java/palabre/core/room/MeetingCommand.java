package palabre.core.room;

/** What somebody asks of the meeting beside its floor. */
public sealed interface MeetingCommand extends RoomCommand
        permits AgendaCommand, ResultsCommand, PollCommand, QuestionCommand, ContactCommand {}
