package palabre.core.note;

/** Makes one change of two that follow one another. */
final class Composition {
    private final SectionCursor first;
    private final SectionCursor second;
    private final Sections made = new Sections();

    /** Whether a replacement is not at its end, and what comes next belongs to it. */
    private boolean open;

    private Composition(ChangeSet first, ChangeSet second) {
        this.first = new SectionCursor(first);
        this.second = new SectionCursor(second);
    }

    static ChangeSet compose(ChangeSet first, ChangeSet second) {
        return new Composition(first, second).run();
    }

    private ChangeSet run() {
        while (!(first.done() && second.done())) {
            if (first.deletes()) {
                made.add(first.left(), 0, "", open);
                first.next();
            } else if (!second.done() && second.left() == 0) {
                made.add(0, second.insertion(), second.text(), open);
                second.next();
            } else if (first.done() || second.done()) {
                throw new IllegalArgumentException("changes that do not follow one another");
            } else {
                step(Math.min(first.leftNew(), second.left()));
            }
        }
        return made.done();
    }

    private void step(int length) {
        int sections = made.count();
        if (first.keeps()) {
            if (second.keeps()) {
                made.add(length, ChangeSet.KEEP, "", open);
            } else {
                replace(length);
            }
        } else if (second.keeps()) {
            made.add(first.whole() ? first.left() : 0, length, first.text(length), open);
        } else {
            replace(first.whole() ? first.left() : 0);
        }
        boolean goesOn =
                first.insertion() > length || (second.replaces() && second.left() > length);
        open = goesOn && (open || made.count() > sections);
        first.forwardNew(length);
        second.forward(length);
    }

    /** What the second inserts stands at the beginning of what it takes away. */
    private void replace(int instead) {
        if (second.whole()) {
            made.add(instead, second.insertion(), second.text(), open);
        } else {
            made.add(instead, 0, "", open);
        }
    }
}
