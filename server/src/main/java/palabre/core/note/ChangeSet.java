package palabre.core.note;

import java.util.Arrays;
import java.util.List;

/**
 * How a text becomes another: sections, from its beginning to its end, each of which keeps or
 * replaces so many characters. Lengths and places count UTF-16 units, as browsers do.
 *
 * <p>Sections are taken as they come: two that could be one stay two. Results equal those of {@code
 * ChangeSet} of {@code @codemirror/state} 6.7.6 section by section, which the tests ask it.
 */
public final class ChangeSet {
    private static final ChangeSet NOTHING = new ChangeSet(new int[0], new int[0], new String[0]);

    /** What a section is instead of the length of an insertion, when it keeps. */
    static final int KEEP = -1;

    private final int[] lengths;
    private final int[] insertions;
    private final String[] texts;
    private final int length;
    private final int newLength;

    /**
     * @param insertions the length of what comes instead, or {@link #KEEP}
     * @param texts what comes instead; empty where nothing does
     */
    ChangeSet(int[] lengths, int[] insertions, String[] texts) {
        this.lengths = lengths;
        this.insertions = insertions;
        this.texts = texts;
        int before = 0;
        int after = 0;
        for (int i = 0; i < lengths.length; i++) {
            before = Math.addExact(before, lengths[i]);
            after = Math.addExact(after, insertions[i] == KEEP ? lengths[i] : insertions[i]);
        }
        this.length = before;
        this.newLength = after;
    }

    /** No change of a text of this length. */
    public static ChangeSet none(int length) {
        return length == 0 ? NOTHING : new Sections().keep(length).done();
    }

    /**
     * In a text of {@code length}, {@code text} instead of what is from {@code from} to {@code to}.
     */
    public static ChangeSet replacing(int length, int from, int to, String text) {
        if (from < 0 || from > to || to > length) {
            throw new IllegalArgumentException(from + ".." + to + " of " + length);
        }
        Sections sections = new Sections();
        return sections.keep(from).replace(to - from, text).keep(length - to).done();
    }

    public static ChangeSet inserting(int length, int at, String text) {
        return replacing(length, at, at, text);
    }

    /** The length of the text that is changed. */
    public int length() {
        return length;
    }

    /** The length of the text that it becomes. */
    public int newLength() {
        return newLength;
    }

    /** How many sections there are. */
    public int sections() {
        return lengths.length;
    }

    /** How many characters of the old text a section is about. */
    public int length(int section) {
        return lengths[section];
    }

    public boolean keeps(int section) {
        return insertions[section] == KEEP;
    }

    /** How many characters a section puts in their place; {@link #KEEP} for one that keeps. */
    int inserted(int section) {
        return insertions[section];
    }

    /** What a section puts in their place; empty for one that keeps or deletes. */
    public String text(int section) {
        return texts[section];
    }

    /** Whether it changes nothing. */
    public boolean isEmpty() {
        return Arrays.stream(insertions).allMatch(i -> i == KEEP);
    }

    /** How many characters it brings. */
    public int brought() {
        return Arrays.stream(insertions).filter(i -> i > 0).sum();
    }

    /**
     * The same change for a text to which {@code other} has happened, which was made of the same
     * text. Of two that begin at one place the shorter goes first, so that an insertion precedes
     * what replaces; of two equally long ones this goes first when {@code before}. What is inserted
     * amid a deletion stays. {@code a.compose(b.map(a, !x))} equals {@code b.compose(a.map(b, x))}.
     */
    public ChangeSet map(ChangeSet other, boolean before) {
        if (other.length != length) {
            throw new IllegalArgumentException("changes of " + length + " and " + other.length);
        }
        return other.isPlain() ? this : Mapping.map(this, other, before);
    }

    /** Both as one: first this, then {@code next}, which is about what this makes. */
    public ChangeSet compose(ChangeSet next) {
        if (next.length != newLength) {
            throw new IllegalArgumentException("a change of " + next.length + " to " + newLength);
        }
        return isPlain() ? next : next.isPlain() ? this : Composition.compose(this, next);
    }

    /**
     * Whether it says in the shortest way that nothing changes; whatever meets it stays as it is.
     */
    private boolean isPlain() {
        return lengths.length == 0 || (lengths.length == 1 && insertions[0] == KEEP);
    }

    /** What brings {@code text} back, of which this is a change. */
    public ChangeSet invert(CharSequence text) {
        requireLength(text);
        int[] backLengths = new int[lengths.length];
        int[] backInsertions = new int[lengths.length];
        String[] backTexts = new String[lengths.length];
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            boolean keeps = insertions[i] == KEEP;
            backLengths[i] = keeps ? lengths[i] : insertions[i];
            backInsertions[i] = keeps ? KEEP : lengths[i];
            backTexts[i] = keeps ? "" : text.subSequence(at, at + lengths[i]).toString();
            at += lengths[i];
        }
        return new ChangeSet(backLengths, backInsertions, backTexts);
    }

    /** What {@code text} becomes. */
    public String apply(String text) {
        requireLength(text);
        StringBuilder made = new StringBuilder(newLength);
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            if (keeps(i)) {
                made.append(text, at, at + lengths[i]);
            } else {
                made.append(texts[i]);
            }
            at += lengths[i];
        }
        return made.toString();
    }

    private void requireLength(CharSequence text) {
        if (text.length() != length) {
            throw new IllegalArgumentException("a change of " + length + " to " + text.length());
        }
    }

    /**
     * Where a place of the old text is in the new one.
     *
     * @param after whether it stays behind what is inserted just there
     */
    public int mapPlace(int place, boolean after) {
        if (place < 0 || place > length) {
            throw new IllegalArgumentException("place " + place + " of " + length);
        }
        int from = 0;
        int made = 0;
        for (int i = 0; i < lengths.length; i++) {
            int to = from + lengths[i];
            if (keeps(i)) {
                if (to > place) {
                    return made + place - from;
                }
                made += lengths[i];
            } else {
                if (to > place || (to == place && !after && lengths[i] == 0)) {
                    return place == from || !after ? made : made + insertions[i];
                }
                made += insertions[i];
            }
            from = to;
        }
        return made;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChangeSet that
                && Arrays.equals(lengths, that.lengths)
                && Arrays.equals(insertions, that.insertions)
                && Arrays.equals(texts, that.texts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(lengths) + Arrays.hashCode(insertions))
                + List.of(texts).hashCode();
    }

    /** As on the wire, lines as they are. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("[");
        for (int i = 0; i < lengths.length; i++) {
            out.append(i == 0 ? "" : ",");
            out.append(keeps(i) ? "" + lengths[i] : "[" + lengths[i] + "|" + texts[i] + "]");
        }
        return out.append("]").toString();
    }
}
