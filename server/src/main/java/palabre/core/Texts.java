package palabre.core;

/**
 * Bounds on what people write. A text is counted in code points, and is whole: no lone surrogate.
 */
public final class Texts {
    /** The longest name of a person, team, sector or site, in code points. */
    public static final int NAME_MAX = 80;

    /** The longest topic line or title, in code points. */
    public static final int LINE_MAX = 200;

    private Texts() {}

    /** Whether every surrogate in the text has its partner. */
    public static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            } else if (Character.isLowSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * One line: whole, at most {@code max} code points, without control characters, and without the
     * explicit embeddings, overrides and isolates of the bidirectional algorithm (Unicode UAX 9,
     * section 2), by which a name could turn the words around it. Plain marks, which Arabic needs,
     * may stay.
     */
    public static boolean isLine(String text, int max) {
        return isWhole(text)
                && text.codePointCount(0, text.length()) <= max
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) || turns(c));
    }

    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    static String line(String text, int max, String what) {
        if (!isLine(text, max)) {
            throw new IllegalArgumentException(what + " is not one line of at most " + max);
        }
        return text;
    }

    /** Several lines, each as {@link #isLine} wants it, parted by line feeds. */
    public static boolean isText(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                && text.lines().allMatch(line -> isLine(line, max));
    }

    /** The text itself, checked as one of several lines. */
    public static String text(String text, int max) {
        if (!isText(text, max)) {
            throw new IllegalArgumentException("not a text of at most " + max);
        }
        return text;
    }

    /** The beginning of a title, so that something can be added to it. */
    public static String shortened(String title) {
        int most = LINE_MAX - 20;
        return title.codePointCount(0, title.length()) <= most
                ? title
                : title.substring(0, title.offsetByCodePoints(0, most));
    }

    /** The text itself, checked as a name. */
    public static String name(String text) {
        return line(text, NAME_MAX, "name");
    }

    /** The text itself, checked as a topic or title. */
    public static String title(String text) {
        return line(text, LINE_MAX, "title");
    }
}
