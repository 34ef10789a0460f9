package palabre.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Markup stands in templates, which escape by context; Java prepares what they show. */
class MarkupTest {
    private static final Path SOURCES = Path.of("src/main/java/palabre");
    private static final Path TEMPLATES = Path.of("src/main/jte");

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!]");

    /** How many strings with markup a file has that is no template yet. It may only shrink. */
    private static final Map<String, Integer> NOT_YET =
            Map.ofEntries(
                    Map.entry("http/DamageNotice.java", 10),
                    Map.entry("http/OrganiserForms.java", 17),
                    Map.entry("http/OrganiserPage.java", 24),
                    Map.entry("http/OrganisersRoute.java", 17),
                    Map.entry("http/Pages.java", 7),
                    Map.entry("http/PeopleWindow.java", 8),
                    Map.entry("http/PlanForm.java", 20),
                    Map.entry("http/SessionPage.java", 47),
                    Map.entry("text/Html.java", 1));

    @Test
    void noFileHasMoreMarkupInItsStringsThanIsKnown() {
        Map<String, Integer> found = new TreeMap<>();
        for (Path file : files(SOURCES)) {
            long strings =
                    STRING.matcher(text(file))
                            .results()
                            .filter(r -> TAG.matcher(r.group()).find())
                            .count();
            if (strings > 0) {
                found.put(SOURCES.relativize(file).toString(), (int) strings);
            }
        }
        assertThat(found).isEqualTo(NOT_YET);
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
