package palabre.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Markup stands in templates, which escape by context; Java prepares what they show. */
class MarkupTest {
    private static final Path SOURCES = Path.of("src/main/java/palabre");
    private static final Path TEMPLATES = Path.of("src/main/jte");

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!]");

    @Test
    void noStringOfOursHoldsMarkup() {
        List<String> found = new ArrayList<>();
        for (Path file : files(SOURCES)) {
            STRING.matcher(text(file))
                    .results()
                    .map(MatchResult::group)
                    .filter(string -> TAG.matcher(string).find())
                    .forEach(string -> found.add(SOURCES.relativize(file) + ": " + string));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noTemplateWritesWhatIsNotEscaped() {
        assertThat(files(TEMPLATES)).isNotEmpty();
        for (Path file : files(TEMPLATES)) {
            assertThat(text(file)).as(file.toString()).doesNotContain("$unsafe");
        }
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
