package palabre.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.testing.Seeds;

/** Whatever bytes come in: a command, or a code. Never anything else. */
class CodecFuzzTest {
    private static final List<String> SOUND =
            List.of(
                    "{\"id\":\"a-1\",\"do\":\"floor.request\",\"topic\":\"h\u00e9llo \ud83c\udf33\"}",
                    "{\"id\":\"b\",\"do\":\"floor.grant\",\"request\":12}",
                    "{\"id\":\"c\",\"do\":\"seat.role\",\"seat\":\"7-ab\",\"role\":\"observer\"}",
                    "{\"id\":\"d\",\"do\":\"seat.rename\",\"name\":\"\u0645\u0631\u064a\u0645\"}");

    static List<Long> seeds() {
        return Seeds.some(20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bytesAreACommandOrACode(long seed) {
        Random random = new Random(seed);
        int understood = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = SOUND.get(random.nextInt(SOUND.size())).getBytes(StandardCharsets.UTF_8);
            for (int k = random.nextInt(4); k > 0; k--) {
                bytes = mutated(random, bytes);
            }
            try {
                ClientCommand command = CommandCodec.read(Json.parse(bytes));
                assertThat(command.id()).matches("[A-Za-z0-9._:-]{1,64}");
                understood++;
            } catch (Unreadable e) {
                assertThat(e.code().number()).isBetween(100, 199);
            }
        }
        assertThat(understood).isPositive();
    }

    static byte[] mutated(Random random, byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] changed = bytes.clone();
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> splice(bytes, at, "{}[]\":,\\u0000null-1e9".charAt(random.nextInt(20)));
            default -> {
                byte[] twice = Arrays.copyOf(bytes, bytes.length + at);
                System.arraycopy(bytes, 0, twice, bytes.length, at);
                yield twice;
            }
        };
    }

    private static byte[] splice(byte[] bytes, int at, char c) {
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 0, at);
        longer[at] = (byte) c;
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        return longer;
    }
}
