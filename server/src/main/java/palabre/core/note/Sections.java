package palabre.core.note;

import java.util.Arrays;

/** Makes a change set of sections that come one after another, from the beginning of the text. */
public final class Sections {
    private int[] lengths = new int[4];
    private int[] insertions = new int[4];
    private String[] texts = new String[4];
    private int count;

    /** A section as it is, though it could be one with the section before. */
    public Sections taken(int length, boolean keeps, String text) {
        if (length < 0 || length + text.length() == 0) {
            throw new IllegalArgumentException("a section without length");
        }
        return append(length, keeps ? ChangeSet.KEEP : text.length(), text);
    }

    /** Keeps so many characters; with the section before, when that keeps too. */
    public Sections keep(int length) {
        return add(length, ChangeSet.KEEP, "", false);
    }

    /** Puts {@code text} in the place of so many characters. */
    public Sections replace(int length, String text) {
        return add(length, text.length(), text, false);
    }

    int count() {
        return count;
    }

    /**
     * Adds a section; to the one before when both keep, both delete or both insert, or when they
     * are to be one.
     *
     * @param join whether it belongs to the section before, whatever that is
     */
    Sections add(int length, int insertion, String text, boolean join) {
        if (length == 0 && insertion <= 0) {
            return this;
        }
        int last = count - 1;
        if (last >= 0 && insertion <= 0 && insertion == insertions[last]) {
            lengths[last] += length;
        } else if (last >= 0 && length == 0 && lengths[last] == 0) {
            insertions[last] += insertion;
            texts[last] += text;
        } else if (join && last >= 0) {
            lengths[last] += length;
            insertions[last] += insertion;
            texts[last] += text;
        } else {
            append(length, insertion, text);
        }
        return this;
    }

    private Sections append(int length, int insertion, String text) {
        if (count == lengths.length) {
            lengths = Arrays.copyOf(lengths, 2 * count);
            insertions = Arrays.copyOf(insertions, 2 * count);
            texts = Arrays.copyOf(texts, 2 * count);
        }
        lengths[count] = length;
        insertions[count] = insertion;
        texts[count] = text;
        count++;
        return this;
    }

    /**
     * @throws ArithmeticException when a length does not fit
     */
    public ChangeSet done() {
        return new ChangeSet(
                Arrays.copyOf(lengths, count),
                Arrays.copyOf(insertions, count),
                Arrays.copyOf(texts, count));
    }
}
