package palabre.core.note;

import java.util.ArrayList;
import java.util.List;

/**
 * A text and who wrote each stretch of it. It is never changed: a change makes another, which
 * shares almost all with it, so that old versions cost little. A change costs as much for a long
 * text as for a short one, but for a logarithm.
 */
public final class NoteText implements CharSequence {
    public static final NoteText EMPTY = new NoteText(Rope.EMPTY);

    /**
     * What one author wrote in a row.
     *
     * @param author a number; whose it is the {@link Note} knows
     */
    public record Stretch(int length, int author) {}

    private final Rope rope;

    private NoteText(Rope rope) {
        this.rope = rope;
    }

    public static NoteText of(String text, int author) {
        return new NoteText(Rope.of(text, author));
    }

    /** What becomes of it; what is inserted is the author's. */
    public NoteText apply(ChangeSet change, int author) {
        if (change.length() != length()) {
            throw new IllegalArgumentException(
                    "a change of " + change.length() + " to " + length());
        }
        Rope made = rope;
        int at = 0;
        for (int i = 0; i < change.sections(); i++) {
            int length = change.length(i);
            if (change.keeps(i)) {
                at += length;
            } else {
                String put = change.text(i);
                made = Rope.splice(made, at, at + length, Rope.of(put, author));
                at += put.length();
            }
        }
        return new NoteText(made);
    }

    /** Whether all edges of the change are between whole characters of this text. */
    public boolean takes(ChangeSet change) {
        int at = 0;
        for (int i = 0; i < change.sections(); i++) {
            at += change.length(i);
            if (at > 0
                    && at < length()
                    && Character.isLowSurrogate(charAt(at))
                    && Character.isHighSurrogate(charAt(at - 1))) {
                return false;
            }
        }
        return at == length();
    }

    /** Who wrote what, from the beginning to the end; neighbours are of different authors. */
    public List<Stretch> stretches() {
        List<Stretch> all = new ArrayList<>();
        Rope.between(
                rope,
                0,
                length(),
                piece -> {
                    for (int i = 0; i < piece.runs().length; i += 2) {
                        add(all, new Stretch(piece.runs()[i], piece.runs()[i + 1]));
                    }
                });
        return all;
    }

    private static void add(List<Stretch> all, Stretch next) {
        if (!all.isEmpty() && all.getLast().author() == next.author()) {
            Stretch last = all.removeLast();
            all.add(new Stretch(last.length() + next.length(), next.author()));
        } else {
            all.add(next);
        }
    }

    /** How many pieces are on the way from the root to the farthest. */
    int height() {
        return rope.height();
    }

    @Override
    public int length() {
        return rope.length();
    }

    @Override
    public char charAt(int place) {
        return Rope.at(rope, place);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        Rope.between(rope, from, to, piece -> text.append(piece.text()));
        return text.toString();
    }

    @Override
    public String toString() {
        return subSequence(0, length()).toString();
    }

    /**
     * A short sum of the text, by which a client finds that its own is another: eight hexadecimal
     * digits of FNV-1a over the UTF-16 units (32 bits; low byte, then high byte), then eight of
     * {@code h = 31 h + unit} (32 bits), both from 0x811c9dc5 and 0.
     */
    public String sum() {
        Sum sum = new Sum();
        Rope.between(rope, 0, length(), piece -> sum.add(piece.text()));
        return "%08x%08x".formatted(sum.fnv, sum.polynomial);
    }

    private static final class Sum {
        private static final int PRIME = 16_777_619;
        private int fnv = 0x811c9dc5;
        private int polynomial;

        void add(String text) {
            for (int i = 0; i < text.length(); i++) {
                int unit = text.charAt(i);
                fnv = (fnv ^ (unit & 0xff)) * PRIME;
                fnv = (fnv ^ (unit >> 8)) * PRIME;
                polynomial = 31 * polynomial + unit;
            }
        }
    }

    /** Whether the texts are the same, whoever wrote them. */
    public boolean says(CharSequence other) {
        return CharSequence.compare(this, other) == 0;
    }
}
