package palabre.testing;

import java.util.Random;
import palabre.core.note.ChangeSet;
import palabre.core.note.Sections;

/** Texts and changes of them, of every kind; a seed makes the same ones again. */
public final class RandomChanges {
    private static final String[] SIGNS = {"a", "b", "c", "Z", "\n", "é", "ሀ", "😀", "ა", "م", " "};

    private final Random random;

    public RandomChanges(long seed) {
        random = new Random(seed);
    }

    public String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most + 1); n > 0; n--) {
            text.append(SIGNS[random.nextInt(SIGNS.length)]);
        }
        return text.toString();
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean maybe() {
        return random.nextBoolean();
    }

    /** Some sections that might have been one, and long as well as short ones. */
    public ChangeSet change(String text) {
        Sections sections = new Sections();
        int reach = 1 + random.nextInt(6);
        for (int at = 0; at < text.length() || random.nextInt(4) == 0; ) {
            int to = Math.min(text.length(), at + random.nextInt(reach + 1));
            if (to > 0 && to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to++;
            }
            boolean keeps = random.nextInt(5) < 2;
            String put = keeps || random.nextInt(3) == 0 ? "" : text(3);
            if (to - at + put.length() > 0) {
                sections.taken(to - at, keeps, put);
            }
            at = to;
        }
        return sections.done();
    }
}
