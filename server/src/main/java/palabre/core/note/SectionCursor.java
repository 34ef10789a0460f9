package palabre.core.note;

/**
 * Walks through the sections of a change set, which may be taken in several steps: through the old
 * text ({@link #forward}) or through the new one ({@link #forwardNew}).
 */
final class SectionCursor {
    private final ChangeSet set;
    private int next;
    private int left;
    private int insertion;
    private int taken;
    private boolean done;

    SectionCursor(ChangeSet set) {
        this.set = set;
        next();
    }

    void next() {
        taken = 0;
        done = next == set.sections();
        left = done ? 0 : set.length(next);
        insertion = done ? ChangeSet.KEEP - 1 : set.inserted(next);
        next++;
    }

    boolean done() {
        return done;
    }

    boolean keeps() {
        return insertion == ChangeSet.KEEP;
    }

    boolean replaces() {
        return insertion >= 0;
    }

    boolean deletes() {
        return insertion == 0;
    }

    /** What is left of the section in the old text. */
    int left() {
        return left;
    }

    /** What is left of the section in the new text. */
    int leftNew() {
        return keeps() ? left : insertion;
    }

    /** Whether nothing of the section has been taken. */
    boolean whole() {
        return taken == 0;
    }

    int insertion() {
        return insertion;
    }

    String text() {
        return set.text(next - 1);
    }

    /** The next characters of what is inserted. */
    String text(int length) {
        return text().substring(taken, taken + length);
    }

    /** Takes so many characters of the old text. */
    void forward(int length) {
        if (length == left) {
            next();
        } else {
            left -= length;
            taken += length;
        }
    }

    /** Takes so many characters of the new text. */
    void forwardNew(int length) {
        if (keeps()) {
            forward(length);
        } else if (length == insertion) {
            next();
        } else {
            insertion -= length;
            taken += length;
        }
    }
}
