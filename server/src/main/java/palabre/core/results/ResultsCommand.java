package palabre.core.results;

import java.util.List;
import java.util.Optional;

/** What the secretary and the chair write down. */
public sealed interface ResultsCommand {
    /** What is written down, and signed. */
    sealed interface Written extends ResultsCommand {}

    /** What ends the meeting: it ends the turns, the polls and the agenda too. */
    sealed interface Closing extends ResultsCommand {}

    /**
     * @param id of the entry that gets another text; a new one when empty
     */
    record NoteResult(Optional<Integer> id, ResultKind kind, String text, String who, String due)
            implements Written {}

    record RemoveResult(int id) implements Written {}

    /** An action is done, or is not after all. */
    record MarkDone(int id, boolean done) implements Written {}

    record DeclareNone(ResultKind kind) implements Written {}

    record SetNext(NextMeeting next) implements Written {}

    /** By the secretary and the chair. */
    record ApproveResults() implements Written {}

    /** By the chair of the main room: all rooms of the session. */
    record CloseMeeting() implements Closing {}

    /** The server brings the open actions of the session before: all of them, once. */
    record CarryOver(List<Result> entries) implements Written {
        public CarryOver {
            entries = List.copyOf(entries);
        }
    }

    /** The server: the session is over, so this room is. */
    record EndMeeting() implements Closing {}
}
