package palabre.core.note;

/**
 * A change that has happened, with what another of an older version needs in order to follow it.
 *
 * @param version of the note after it: its place in the log
 * @param before the text that it changed
 */
public record Step(long version, Site site, ChangeSet change, NoteText before) {
    /** A change of the same text, made elsewhere at {@code from}, as it is after this. */
    public ChangeSet follow(ChangeSet other, Site from) {
        return other.map(change, from.before(site));
    }
}
