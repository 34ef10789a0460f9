package palabre.core.results;

import palabre.core.SeatId;

/** What was written down, and that it is over. */
public sealed interface ResultsEvent {
    /** A new entry, or another text for one. */
    record ResultNoted(Result entry) implements ResultsEvent {}

    record ResultRemoved(int id) implements ResultsEvent {}

    /** It was said that there is none of these. */
    record NoneDeclared(ResultKind kind) implements ResultsEvent {}

    record NextSet(NextMeeting next) implements ResultsEvent {}

    /**
     * @param name of who approves, as the minutes will give it
     */
    record ResultsApproved(SeatId seat, String name) implements ResultsEvent {}

    /** The meeting is over: nobody speaks or votes any more. */
    record MeetingClosed() implements ResultsEvent {}
}
