package palabre.core.note;

/** Makes a change of one that another precedes, when both were made of one text. */
final class Mapping {
    private final SectionCursor mine;
    private final SectionCursor theirs;
    private final boolean before;
    private final Sections made = new Sections();

    /** Whether what the section of mine inserts has its place already. */
    private boolean placed;

    private Mapping(ChangeSet mine, ChangeSet theirs, boolean before) {
        this.mine = new SectionCursor(mine);
        this.theirs = new SectionCursor(theirs);
        this.before = before;
    }

    static ChangeSet map(ChangeSet mine, ChangeSet theirs, boolean before) {
        return new Mapping(mine, theirs, before).run();
    }

    private ChangeSet run() {
        while (!(mine.done() && theirs.done())) {
            if (mine.keeps() && theirs.keeps()) {
                int both = Math.min(mine.left(), theirs.left());
                made.keep(both);
                take(both);
                theirs.forward(both);
            } else if (theirs.replaces() && theirsFirst()) {
                passTheirs();
            } else if (mine.replaces()) {
                placeMine();
            } else {
                throw new IllegalArgumentException("changes of texts of different length");
            }
        }
        return made.done();
    }

    private boolean theirsFirst() {
        return !mine.replaces()
                || placed
                || (mine.whole()
                        && (theirs.left() < mine.left()
                                || (theirs.left() == mine.left() && !before)));
    }

    /**
     * Keeps what they insert; what I do to what they take away comes to nothing, but my insertions.
     */
    private void passTheirs() {
        made.add(theirs.insertion(), ChangeSet.KEEP, "", false);
        int left = theirs.left();
        while (left > 0) {
            int piece = Math.min(mine.left(), left);
            if (mine.replaces() && !placed && mine.left() <= piece) {
                insertMine(0);
            }
            take(piece);
            left -= piece;
        }
        theirs.next();
    }

    /** Replaces what they have kept of my section, as far as they insert nothing within. */
    private void placeMine() {
        int kept = 0;
        int left = mine.left();
        while (left > 0) {
            if (theirs.keeps()) {
                int piece = Math.min(left, theirs.left());
                kept += piece;
                left -= piece;
                theirs.forward(piece);
            } else if (theirs.deletes() && theirs.left() < left) {
                left -= theirs.left();
                theirs.next();
            } else {
                break;
            }
        }
        if (placed) {
            made.add(kept, 0, "", false);
        } else {
            insertMine(kept);
        }
        take(mine.left() - left);
    }

    private void insertMine(int instead) {
        made.add(instead, mine.insertion(), mine.text(), false);
        placed = true;
    }

    private void take(int length) {
        if (length == mine.left()) {
            placed = false;
        }
        mine.forward(length);
    }
}
