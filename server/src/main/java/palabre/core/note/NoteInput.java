package palabre.core.note;

import palabre.core.Texts;

/**
 * What may stand in a note: letters and line feeds. Tabs, carriage returns and other control
 * characters are refused, and so are embeddings, overrides and isolates of the bidirectional
 * algorithm, which would turn the words around them ({@link Texts#isLine}). Whoever pastes or
 * imports has it cleaned first, or it would be refused again and again.
 */
public final class NoteInput {
    private static final String TAB = "    ";

    private NoteInput() {}

    /** Whether it may be inserted as it is. */
    public static boolean isClean(String text) {
        return Texts.isWhole(text) && text.codePoints().allMatch(c -> c == '\n' || fits(c));
    }

    private static boolean fits(int c) {
        return !Character.isISOControl(c)
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2066 && c <= 0x2069);
    }

    /**
     * The same with line feeds for every kind of line end, spaces for tabs, and without the rest.
     */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            switch (c) {
                case '\n', '\r', 0x0B, '\f', 0x85, 0x2028, 0x2029 -> clean.append('\n');
                case '\t' -> clean.append(TAB);
                default -> {
                    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                        clean.append('\uFFFD');
                    } else if (fits(c)) {
                        clean.appendCodePoint(c);
                    }
                }
            }
        }
        return clean.toString();
    }
}
