package palabre.core.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import palabre.testing.RandomChanges;

class NoteTextTest {
    private static final long SEED = Long.getLong("palabre.seed", 7);

    /** The same without a tree: each character beside its author. */
    private record Plain(String text, List<Integer> authors) {
        Plain apply(ChangeSet change, int author) {
            List<Integer> made = new ArrayList<>();
            int at = 0;
            for (int i = 0; i < change.sections(); i++) {
                if (change.keeps(i)) {
                    made.addAll(authors.subList(at, at + change.length(i)));
                } else {
                    made.addAll(Collections.nCopies(change.text(i).length(), author));
                }
                at += change.length(i);
            }
            return new Plain(change.apply(text), made);
        }
    }

    private static List<Integer> authors(NoteText text) {
        return text.stretches().stream()
                .flatMap(s -> IntStream.range(0, s.length()).mapToObj(i -> s.author()))
                .toList();
    }

    private static void same(NoteText text, Plain plain, String as) {
        assertThat(text.toString()).as(as).isEqualTo(plain.text());
        assertThat(authors(text)).as(as).isEqualTo(plain.authors());
    }

    private static ChangeSet next(RandomChanges random, NoteText text) {
        int length = text.length();
        int from = random.below(length + 1);
        boolean shrink = length > 6_000;
        int to = Math.min(length, from + random.below(random.maybe() ? 4 : shrink ? 3_000 : 40));
        return random.below(40) == 0
                ? random.change(text.toString())
                : ChangeSet.replacing(
                        length, from, to, random.text(random.below(60) == 0 ? 2_000 : 5));
    }

    @Test
    void everyVersionIsWhatTheChangesMakeAndStaysSo() {
        System.out.println("NoteTextTest: seed " + SEED);
        RandomChanges random = new RandomChanges(SEED);
        NoteText text = NoteText.EMPTY;
        Plain plain = new Plain("", List.of());
        List<NoteText> kept = new ArrayList<>();
        List<Plain> expected = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            ChangeSet change = next(random, text);
            int author = random.below(4);
            text = text.apply(change, author);
            plain = plain.apply(change, author);
            if (i % 100 == 0) {
                same(text, plain, "seed " + SEED + ", change " + i);
                kept.add(text);
                expected.add(plain);
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            same(kept.get(i), expected.get(i), "version " + i);
        }
    }

    @Test
    void itStaysFlatWhereverOneTypes() {
        NoteText atTheEnd = NoteText.EMPTY;
        NoteText atTheBeginning = NoteText.EMPTY;
        for (int i = 0; i < 20_000; i++) {
            atTheEnd = atTheEnd.apply(ChangeSet.inserting(i, i, "a"), 1);
            atTheBeginning = atTheBeginning.apply(ChangeSet.inserting(i, 0, "b"), i % 2);
        }
        assertThat(atTheEnd.height()).isLessThan(12);
        assertThat(atTheBeginning.height()).isLessThan(12);
        assertThat(atTheEnd.stretches()).containsExactly(new NoteText.Stretch(20_000, 1));
        assertThat(atTheBeginning.stretches()).hasSize(20_000);
        NoteText less = atTheEnd;
        while (less.length() > 10) {
            less = less.apply(ChangeSet.replacing(less.length(), 5, 9, ""), 1);
        }
        assertThat(less.height()).isZero();
    }

    @Test
    void anEdgeIsBetweenWholeCharacters() {
        NoteText text = NoteText.of("a😀b", 1);
        assertThat(text.takes(ChangeSet.inserting(4, 2, "x"))).isFalse();
        assertThat(text.takes(ChangeSet.replacing(4, 0, 2, ""))).isFalse();
        assertThat(text.takes(ChangeSet.replacing(4, 1, 3, "x"))).isTrue();
        assertThat(text.takes(ChangeSet.none(3))).isFalse();
        assertThat(text.takes(ChangeSet.inserting(4, 4, "x"))).isTrue();
    }

    /** A character may lie across two pieces of the tree; nobody sees that. */
    @Test
    void itIsReadAsOneString() {
        String long1 = IntStream.range(0, 2_000).mapToObj(i -> "é😀").collect(Collectors.joining());
        NoteText text = NoteText.of(long1, 1);
        assertThat(text.toString()).isEqualTo(long1);
        assertThat(text.subSequence(1_000, 3_000)).isEqualTo(long1.substring(1_000, 3_000));
        assertThat(text.says(long1)).isTrue();
        assertThat(text.says(long1 + "x")).isFalse();
        assertThatThrownBy(() -> text.apply(ChangeSet.none(5), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A client that sums up otherwise would find a difference where none is. */
    @Test
    void theSumIsThatOfTheProtocol() {
        assertThat(NoteText.EMPTY.sum()).isEqualTo("811c9dc500000000");
        assertThat(NoteText.of("a", 1).sum()).isEqualTo("2b24d04400000061");
        assertThat(NoteText.of("aé😀ሀ", 1).sum()).isEqualTo("c58a871409078355");
        assertThat(NoteText.of("ab", 1).sum()).isNotEqualTo(NoteText.of("ba", 1).sum());
    }
}
