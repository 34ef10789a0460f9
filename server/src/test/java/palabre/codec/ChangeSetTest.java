package palabre.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import palabre.core.note.ChangeSet;
import palabre.testing.CodeMirror;
import palabre.testing.RandomChanges;

/**
 * Change sets are those of {@code @codemirror/state}; more cases: {@code
 * -Dpalabre.changes=1000000}.
 */
class ChangeSetTest {
    private static final int CASES = Integer.getInteger("palabre.changes", 10_000);
    private static final long SEED = Long.getLong("palabre.seed", 13);
    private static final int AT_ONCE = 500;

    private static ChangeSet read(JsonNode json) {
        try {
            return ChangeSetCodec.read(json);
        } catch (Unreadable e) {
            throw new AssertionError(json.toString(), e);
        }
    }

    private static ChangeSet read(String json) throws Unreadable {
        return ChangeSetCodec.read(Json.parse(json));
    }

    @Test
    void everyResultIsTheLibrarysSectionBySection() {
        System.out.println("ChangeSetTest: " + CASES + " cases, seed " + SEED);
        RandomChanges random = new RandomChanges(SEED);
        for (int done = 0; done < CASES; done += AT_ONCE) {
            ArrayNode cases = Json.array();
            ArrayNode ours = Json.array();
            for (int i = 0; i < AT_ONCE; i++) {
                oneCase(random, cases.addArray(), ours.addArray());
            }
            JsonNode theirs = CodeMirror.answers(cases);
            if (!theirs.equals(ours)) {
                for (int i = 0; i < AT_ONCE; i++) {
                    assertThat(ours.get(i).toString())
                            .as("seed %d, case %d: %s", SEED, done + i, cases.get(i))
                            .isEqualTo(theirs.get(i).toString());
                }
            }
        }
    }

    /** All of it is read from JSON, as the library reads it. */
    private static void oneCase(RandomChanges random, ArrayNode asked, ArrayNode ours) {
        String text = random.text(random.below(4) == 0 ? 40 : 8);
        ChangeSet a = read(ChangeSetCodec.write(random.change(text)));
        ChangeSet b = read(ChangeSetCodec.write(random.change(text)));
        ChangeSet next = random.change(a.apply(text));
        boolean before = random.maybe();
        int place = random.below(text.length() + 1);
        asked.add(text).add(ChangeSetCodec.write(a)).add(ChangeSetCodec.write(b));
        asked.add(ChangeSetCodec.write(next)).add(before).add(place);

        ChangeSet aAfter = a.map(b, before);
        ChangeSet bAfter = b.map(a, !before);
        ours.add(ChangeSetCodec.write(aAfter)).add(ChangeSetCodec.write(bAfter));
        ours.add(ChangeSetCodec.write(a.compose(next))).add(ChangeSetCodec.write(a.invert(text)));
        ours.add(a.apply(text)).add(a.mapPlace(place, false)).add(a.mapPlace(place, true));
        ours.add(ChangeSetCodec.write(a));

        assertThat(bAfter.apply(a.apply(text))).isEqualTo(aAfter.apply(b.apply(text)));
        assertThat(a.invert(text).apply(a.apply(text))).isEqualTo(text);
        assertThat(a.compose(next).apply(text)).isEqualTo(next.apply(a.apply(text)));
    }

    /** The shorter goes first; only of two that are equally long one says which. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[[2,'x'],2]; [[0,'y'],4]; true;  [1,[2,'x'],2]",
                "[[0,'x'],4]; [[0,'y'],4]; true;  [[0,'x'],5]",
                "[[0,'x'],4]; [[0,'y'],4]; false; [1,[0,'x'],4]",
                "[[2,'x'],2]; [[2,'y'],2]; true;  [[0,'x'],3]",
                "[2,[0,'x'],2]; [1,[2],1]; true;  [1,[0,'x'],1]",
            },
            quoteCharacter = '`')
    void tiesAreSettledByLengthFirst(String a, String b, boolean before, String mapped)
            throws Unreadable {
        ChangeSet made = read(a.replace('\'', '"')).map(read(b.replace('\'', '"')), before);
        assertThat(ChangeSetCodec.write(made).toString()).isEqualTo(mapped.replace('\'', '"'));
    }

    /** Mapping over a composition is another thing than mapping one by one: never do it. */
    @Test
    void overACompositionOtherTextsComeOut() throws Unreadable {
        ChangeSet a = read("[1,[0,\"b\"],3]");
        ChangeSet u1 = read("[1,[3,\"egd\"]]");
        ChangeSet u2 = read("[[2,\"XZ\"],2]");
        String now = u2.apply(u1.apply("0123"));
        assertThat(a.map(u1, true).map(u2, true).apply(now)).isEqualTo("XZbgd");
        assertThat(a.map(u1.compose(u2), true).apply(now)).isEqualTo("XZgdb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "3",
                "\"a\"",
                "null",
                "[-1]",
                "[1.0]",
                "[1.5]",
                "[1e3]",
                "[null]",
                "[true]",
                "[\"1\"]",
                "[[]]",
                "[[-1]]",
                "[[1.5]]",
                "[[\"a\"]]",
                "[[1,2]]",
                "[[1,null]]",
                "[[1,[]]]",
                "[{}]",
                "[[1,\"a\\nb\"]]",
                "[[1,\"a\\rb\"]]",
                "[[0,\"\\r\"]]",
                "[0]",
                "[[0]]",
                "[[0,\"\"]]",
                "[-99999999999999999999]"
            })
    void whatIsNoChangeIsRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("BAD_CHANGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"\\ud83d\"]",
                "[[0,\"\\ud83d\"]]",
                "[[0,\"\\ude00a\"]]",
                "[[0,\"a\",\"\\ud83d\"]]"
            })
    void halfACharacterIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(Unreadable.class);
    }

    /** A character parted by a line break is two halves, not one. */
    @Test
    void aLineHoldsWholeCharacters() {
        assertThatThrownBy(() -> read("[[0,\"\\ud83d\",\"\\ude00\"]]"))
                .hasMessageContaining("BAD_ENCODING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[10000001]",
                "[2147483647,2147483647]",
                "[99999999999999999999]",
                "[[10000001]]"
            })
    void whatIsTooLongIsRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("TOO_LARGE");
    }

    @Test
    void nothingAndALineBreakAreWrittenAsTheLibraryDoes() throws Unreadable {
        assertThat(ChangeSetCodec.write(ChangeSet.none(0)).toString()).isEqualTo("[]");
        assertThat(ChangeSetCodec.write(ChangeSet.none(3)).toString()).isEqualTo("[3]");
        assertThat(ChangeSetCodec.write(ChangeSet.inserting(0, 0, "\n")).toString())
                .isEqualTo("[[0,\"\",\"\"]]");
        assertThat(read("[1,1,[1],[1],[0,\"a\"],[0,\"b\"]]").sections()).isEqualTo(6);
    }
}
