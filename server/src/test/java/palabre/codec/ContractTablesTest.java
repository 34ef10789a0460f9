package palabre.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.core.Role;
import palabre.live.CloseCode;
import palabre.testing.AsyncApi;

/** PROTOCOL.md says exactly what the code does. */
class ContractTablesTest {
    private static String protocol() throws IOException {
        return Files.readString(Path.of("../PROTOCOL.md"));
    }

    private static List<String> rows(String pattern) throws IOException {
        List<String> rows = new ArrayList<>();
        Matcher m = Pattern.compile(pattern, Pattern.MULTILINE).matcher(protocol());
        while (m.find()) {
            rows.add(m.group(1));
        }
        return rows;
    }

    @Test
    void everyCodeIsListedWithItsNumberAndWhetherItIsTemporary() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Code code : Code.values()) {
            expected.add(
                    "| %d | %s | %s | %s |"
                            .formatted(
                                    code.number(),
                                    code.name(),
                                    code.temporary() ? "yes" : "no",
                                    code.message()));
        }
        assertThat(rows("^(\\| [1-4]\\d\\d \\| [A-Z_]+ \\| (?:yes|no) \\|.*\\|)$"))
                .containsExactlyElementsOf(expected);
        assertThat(List.of(Code.values())).extracting(Code::number).doesNotHaveDuplicates();
    }

    @Test
    void everyLimitIsListedWithWhatHappensBeyondIt() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            boolean code = limit.beyond().equals(limit.beyond().toUpperCase(Locale.ROOT));
            expected.add(
                    "| %s | %d | %s | %s |"
                            .formatted(
                                    limit.name(),
                                    limit.most(),
                                    limit.what(),
                                    code ? "`" + limit.beyond() + "`" : limit.beyond()));
        }
        assertThat(rows("^(\\| [A-Z_]+ \\| \\d+ \\| .*\\|)$")).containsExactlyElementsOf(expected);
    }

    @Test
    void everyCloseCodeIsListed() throws IOException {
        List<String> expected = new ArrayList<>();
        for (CloseCode code : CloseCode.values()) {
            expected.add(code.number() + " | " + code.name());
        }
        assertThat(rows("^\\| (4\\d\\d\\d \\| [A-Z_]+) \\|")).containsExactlyElementsOf(expected);
    }

    @Test
    void everyCommandAndEventIsNamed() throws IOException {
        String text = protocol();
        assertThat(CommandCodec.names()).allMatch(name -> text.contains("`" + name + "`"));
        String async = Files.readString(Path.of("../docs/asyncapi.yaml"));
        assertThat(CommandCodec.names()).allMatch(async::contains);
        for (String event : eventNames()) {
            assertThat(text).contains("`" + event + "`");
            assertThat(async).contains(event);
        }
        for (Role role : Role.values()) {
            assertThat(text).contains("`" + role.wire() + "`");
        }
    }

    /** A row of a table: the names in its first column, and its second. */
    private record Row(List<String> names, String fields) {}

    private static List<Row> rowsOf(String from, String to) throws IOException {
        String text = protocol();
        String part = text.substring(text.indexOf(from), text.indexOf(to));
        List<Row> rows = new ArrayList<>();
        Matcher m =
                Pattern.compile(
                                "^\\| ((?:`[a-z]+\\.[a-z]+`(?:, )?)+) \\|([^|]*)\\|",
                                Pattern.MULTILINE)
                        .matcher(part);
        while (m.find()) {
            rows.add(new Row(List.of(m.group(1).replace("`", "").split(", ")), m.group(2)));
        }
        return rows;
    }

    @Test
    void everyCommandHasARowThatNamesItsFields() throws IOException {
        Set<String> described = new TreeSet<>();
        for (Row row : rowsOf("## Commands", "### Who may")) {
            described.addAll(row.names());
            for (String name : row.names()) {
                Set<String> fields = new TreeSet<>(CommandCodec.fields(name));
                fields.removeAll(Set.of("id", "do"));
                assertThat(fields).as(name).allMatch(f -> row.fields().contains("`" + f + "`"));
            }
        }
        assertThat(described).isEqualTo(CommandCodec.names());
    }

    @Test
    void everyEventHasARowWithItsFields() throws IOException {
        Map<String, Set<String>> described = new TreeMap<>();
        for (Row row : rowsOf("## The fold", "## What follows")) {
            String[] each = row.fields().split(";");
            for (int i = 0; i < row.names().size(); i++) {
                String fields = each[Math.min(i, each.length - 1)].replaceAll("[`*]", "").strip();
                described.put(
                        row.names().get(i),
                        fields.isEmpty() ? Set.of() : new TreeSet<>(Set.of(fields.split(" "))));
            }
        }
        Map<String, Set<String>> sent = new TreeMap<>();
        AsyncApi.document().events().forEach((name, s) -> sent.put(name, AsyncApi.fields(s, "ev")));
        assertThat(described).isEqualTo(sent);
    }

    private static Set<String> eventNames() throws IOException {
        String source =
                Files.readString(Path.of("src/main/java/palabre/codec/RoomEventCodec.java"))
                        + Files.readString(
                                Path.of("src/main/java/palabre/codec/FloorEventCodec.java"))
                        + Files.readString(
                                Path.of("src/main/java/palabre/codec/ShapedEvents.java"));
        Set<String> names = new TreeSet<>();
        Matcher m = Pattern.compile("(?:case |entry\\()\"([a-z]+\\.[a-z]+)\"").matcher(source);
        while (m.find()) {
            names.add(m.group(1));
        }
        assertThat(names).hasSizeGreaterThan(15);
        return names;
    }
}
