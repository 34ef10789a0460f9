package palabre.core.note;

import palabre.core.SeatId;

/** What has happened to a note. Each counts as a version, whether or not the text is another. */
public sealed interface NoteEvent {
    /** Precedes what somebody writes for the first time, or under another name than before. */
    record AuthorNamed(SeatId seat, String name) implements NoteEvent {}

    /**
     * @param base of which it was made; the change itself is of the version before this
     */
    record NoteChanged(SeatId seat, int tab, long base, ChangeSet change) implements NoteEvent {}

    /**
     * @param tab from which it was sent as a change, which now is none; else {@link Site#NO_TAB}
     * @param change of the version before this; one that changes nothing: a comment
     */
    record ProposalMade(
            int proposal,
            SeatId seat,
            int tab,
            ProposalCause cause,
            ChangeSet change,
            int from,
            int to,
            String words)
            implements NoteEvent {}

    /**
     * @param change of the version before this; what it inserts is the proposal's author's
     */
    record ProposalTaken(int proposal, SeatId author, ChangeSet change, SeatId by)
            implements NoteEvent {}

    record ProposalDeclined(int proposal, SeatId by) implements NoteEvent {}

    record WritingRuled(WriteRule rule, SeatId by) implements NoteEvent {}

    record NoteClosed(SeatId by) implements NoteEvent {}

    record NoteReopened(SeatId by) implements NoteEvent {}

    record VersionApproved(Approval approval) implements NoteEvent {}

    /**
     * @param sum {@link NoteText#sum}: a client whose text has another one keeps what is its own,
     *     and reads the note anew
     */
    record TextSummed(int length, String sum) implements NoteEvent {}
}
