package palabre.core.room;

import java.util.List;
import java.util.Optional;

/** What the secretary and the chair write down. */
public sealed interface ResultsCommand extends MeetingCommand {
    /**
     * @param id of the entry that gets another text; a new one when empty
     */
    record NoteResult(Optional<Integer> id, ResultKind kind, String text, String who, String due)
            implements ResultsCommand {}

    record RemoveResult(int id) implements ResultsCommand {}

    /** An action is done, or is not after all. */
    record MarkDone(int id, boolean done) implements ResultsCommand {}

    record DeclareNone(ResultKind kind) implements ResultsCommand {}

    record SetNext(NextMeeting next) implements ResultsCommand {}

    /** By the secretary and the chair. */
    record ApproveResults() implements ResultsCommand {}

    /** By the chair of the main room: all rooms of the session. */
    record CloseMeeting() implements ResultsCommand {}

    /** The server brings the open actions of the session before: all of them, once. */
    record CarryOver(List<Result> entries) implements ResultsCommand {
        public CarryOver {
            entries = List.copyOf(entries);
        }
    }

    /** The server: the session is over, so this room is. */
    record EndMeeting() implements ResultsCommand {}
}
