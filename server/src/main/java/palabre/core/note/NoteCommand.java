package palabre.core.note;

/** What is asked of a note. */
public sealed interface NoteCommand {
    /**
     * By everybody but observers. From who may not write into it, or when it is too late, it
     * becomes a proposal.
     *
     * @param tab from 1, or {@link Site#NO_TAB} for a form
     * @param base the version of which the change was made
     */
    record Change(int tab, long base, ChangeSet change) implements NoteCommand {}

    /**
     * By everybody but observers.
     *
     * @param words why; may be empty
     */
    record Propose(long base, ChangeSet change, String words) implements NoteCommand {}

    /** By everybody but observers: about what is from {@code from} to {@code to}. */
    record Comment(long base, int from, int to, String words) implements NoteCommand {}

    /** By who leads the notes. */
    record TakeProposal(int proposal) implements NoteCommand {}

    /** By who leads the notes, and by its author. */
    record DeclineProposal(int proposal) implements NoteCommand {}

    /** By who leads the notes. */
    record RuleWriting(WriteRule rule) implements NoteCommand {}

    /** By who leads the notes, and by the server when the session is over. */
    record CloseNote() implements NoteCommand {}

    /** By who leads the notes. */
    record ReopenNote() implements NoteCommand {}

    /** By who leads the notes: as the minutes. */
    record ApproveVersion(long version) implements NoteCommand {}

    /** By the server, now and then. */
    record SumText() implements NoteCommand {}
}
