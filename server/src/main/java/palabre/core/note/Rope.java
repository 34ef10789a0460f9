package palabre.core.note;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A text as a balanced tree of short pieces, never changed: what becomes of it shares all pieces
 * but those on the way to what is different. Heights of siblings differ by one at most (an AVL tree
 * that is taken apart and joined again).
 */
sealed interface Rope {
    /** Above it a piece is parted; two that fit in together are made one. */
    int PIECE_MAX = 512;

    /** A piece that becomes shorter is joined with its neighbour. */
    int PIECE_MIN = PIECE_MAX / 8;

    int length();

    int height();

    /**
     * @param runs who wrote it: so many characters, an author's number, and so on
     */
    record Piece(String text, int[] runs) implements Rope {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public int height() {
            return 0;
        }

        Piece slice(int from, int to) {
            return from == 0 && to == text.length()
                    ? this
                    : new Piece(text.substring(from, to), Runs.slice(runs, from, to));
        }

        Piece with(Piece next) {
            return new Piece(text + next.text, Runs.join(runs, next.runs));
        }

        /** Another piece in the place of what is from {@code from} to {@code to}. */
        Piece splice(int from, int to, Piece put) {
            String made = text.substring(0, from) + put.text + text.substring(to);
            int[] head = Runs.join(Runs.slice(runs, 0, from), put.runs);
            return new Piece(made, Runs.join(head, Runs.slice(runs, to, text.length())));
        }
    }

    record Fork(Rope left, Rope right, int length, int height) implements Rope {
        Fork(Rope left, Rope right) {
            this(
                    left,
                    right,
                    left.length() + right.length(),
                    1 + Math.max(left.height(), right.height()));
        }
    }

    Piece EMPTY = new Piece("", new int[0]);

    static Rope of(String text, int author) {
        if (text.length() <= PIECE_MAX) {
            return text.isEmpty() ? EMPTY : new Piece(text, new int[] {text.length(), author});
        }
        int half = text.length() / 2;
        return new Fork(of(text.substring(0, half), author), of(text.substring(half), author));
    }

    /** {@code put} in the place of what is from {@code from} to {@code to}. */
    static Rope splice(Rope rope, int from, int to, Rope put) {
        Rope within = put instanceof Piece piece ? within(rope, from, to, piece, true) : null;
        return within != null ? within : join(join(head(rope, from), put), tail(rope, to));
    }

    /** As {@link #splice} when one piece alone is touched, and stays one; else null. */
    private static @Nullable Rope within(Rope rope, int from, int to, Piece put, boolean root) {
        return switch (rope) {
            case Piece piece -> {
                int length = piece.length() - (to - from) + put.length();
                boolean fits = length <= PIECE_MAX && (root || length >= PIECE_MIN);
                yield fits ? piece.splice(from, to, put) : null;
            }
            case Fork fork -> {
                int middle = fork.left.length();
                if (to <= middle) {
                    Rope left = within(fork.left, from, to, put, false);
                    yield left == null ? null : new Fork(left, fork.right);
                }
                if (from < middle) {
                    yield null;
                }
                Rope right = within(fork.right, from - middle, to - middle, put, false);
                yield right == null ? null : new Fork(fork.left, right);
            }
        };
    }

    static Rope head(Rope rope, int to) {
        return switch (rope) {
            case Piece piece -> piece.slice(0, to);
            case Fork f when to == f.length -> f;
            case Fork f when to <= f.left.length() -> head(f.left, to);
            case Fork f -> join(f.left, head(f.right, to - f.left.length()));
        };
    }

    static Rope tail(Rope rope, int from) {
        return switch (rope) {
            case Piece piece -> piece.slice(from, piece.length());
            case Fork f when from == 0 -> f;
            case Fork f when from >= f.left.length() -> tail(f.right, from - f.left.length());
            case Fork f -> join(tail(f.left, from), f.right);
        };
    }

    static Rope join(Rope left, Rope right) {
        if (left.length() == 0) {
            return right;
        }
        if (right.length() == 0) {
            return left;
        }
        if (left instanceof Piece l && right instanceof Piece r) {
            return l.length() + r.length() <= PIECE_MAX ? l.with(r) : new Fork(l, r);
        }
        if (left instanceof Fork f && (right.height() == 0 || f.height > right.height() + 1)) {
            return balanced(f.left, join(f.right, right));
        }
        if (right instanceof Fork f && (left.height() == 0 || f.height > left.height() + 1)) {
            return balanced(join(left, f.left), f.right);
        }
        return new Fork(left, right);
    }

    /** Two whose heights differ by two at most, turned where that is needed. */
    private static Rope balanced(Rope left, Rope right) {
        if (left instanceof Fork l && l.height > right.height() + 1) {
            if (l.left.height() < l.right.height() && l.right instanceof Fork inner) {
                return new Fork(new Fork(l.left, inner.left), new Fork(inner.right, right));
            }
            return new Fork(l.left, new Fork(l.right, right));
        }
        if (right instanceof Fork r && r.height > left.height() + 1) {
            if (r.right.height() < r.left.height() && r.left instanceof Fork inner) {
                return new Fork(new Fork(left, inner.left), new Fork(inner.right, r.right));
            }
            return new Fork(new Fork(left, r.left), r.right);
        }
        return new Fork(left, right);
    }

    static char at(Rope rope, int place) {
        return switch (rope) {
            case Piece piece -> piece.text.charAt(place);
            case Fork f when place < f.left.length() -> at(f.left, place);
            case Fork f -> at(f.right, place - f.left.length());
        };
    }

    /** Tells the parts of the pieces between two places, in order. */
    static void between(Rope rope, int from, int to, Consumer<Piece> each) {
        switch (rope) {
            case Piece piece -> {
                if (from < to) {
                    each.accept(piece.slice(from, to));
                }
            }
            case Fork f -> {
                int middle = f.left.length();
                if (from < middle) {
                    between(f.left, from, Math.min(to, middle), each);
                }
                if (to > middle) {
                    between(f.right, Math.max(from, middle) - middle, to - middle, each);
                }
            }
        }
    }
}
