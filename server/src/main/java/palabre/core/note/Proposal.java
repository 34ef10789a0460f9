package palabre.core.note;

import palabre.core.SeatId;

/**
 * What somebody would change, or has to say about a place. It stands at its place in the newest
 * text, wherever that moves.
 *
 * @param id counted from 1 in its note
 * @param change of the newest text; one that changes nothing: a comment
 * @param from where what it is about begins in the newest text
 * @param to where that ends
 * @param words what its author says about it; may be empty unless it is a comment
 */
public record Proposal(
        int id,
        SeatId author,
        ProposalCause cause,
        ChangeSet change,
        int from,
        int to,
        String words,
        long atMs) {
    /** The longest comment, in characters. */
    public static final int WORDS_MAX = 2_000;

    /** How many may wait in a note. */
    public static final int MOST = 200;

    /** How many of one seat. */
    public static final int MOST_OF_SEAT = 50;

    public boolean comments() {
        return change.isEmpty();
    }

    /** Where it counts as written from: no tab of its author's is meant. */
    Site site() {
        return new Site(author, Site.NO_TAB);
    }

    Proposal after(Step step) {
        ChangeSet mapped = change.map(step.change(), site().before(step.site()));
        int start = step.change().mapPlace(from, true);
        int end = Math.max(start, step.change().mapPlace(to, false));
        return new Proposal(id, author, cause, mapped, start, end, words, atMs);
    }

    /** From the first to the last character that a change takes away, or where it inserts. */
    static int[] reach(ChangeSet change) {
        int from = -1;
        int to = 0;
        int at = 0;
        for (int i = 0; i < change.sections(); i++) {
            int end = at + change.length(i);
            if (!change.keeps(i)) {
                from = from < 0 ? at : from;
                to = end;
            }
            at = end;
        }
        return new int[] {Math.max(from, 0), to};
    }
}
