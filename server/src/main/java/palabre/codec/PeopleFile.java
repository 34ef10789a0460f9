package palabre.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.core.RoomId;
import palabre.core.room.Charter;
import palabre.core.session.Link;
import palabre.core.session.Session;

/**
 * A table of people as spreadsheets write it: the first line names the columns, parted by commas,
 * semicolons or tabs.
 *
 * @param faults all that is wrong, by the line; then nobody is to be invited
 */
public record PeopleFile(List<PersonEntry> people, Map<String, RoomId> rooms, List<Fault> faults) {
    public PeopleFile {
        people = List.copyOf(people);
        faults = List.copyOf(faults);
    }

    /**
     * One person, as a form says it.
     *
     * @param room to which they are invited; the session's first when empty
     */
    public static PeopleFile one(ObjectNode person, Session session, Optional<RoomId> room) {
        Faults faults = new Faults();
        Optional<RoomId> to = room.or(() -> session.rooms().keySet().stream().findFirst());
        String key = to.map(RoomId::value).orElse("?");
        PeopleReader reader = new PeopleReader(Set.of(key), faults);
        reader.read("", person);
        return new PeopleFile(
                reader.people(), to.map(r -> Map.of(key, r)).orElse(Map.of()), faults.all());
    }

    /** As it came in; a line that is not UTF-8 is told, and nobody gets a garbled name. */
    public static PeopleFile read(byte[] utf8, Session session) {
        Faults faults = new Faults();
        int line = 1;
        int start = 0;
        for (int i = 0; i <= utf8.length; i++) {
            if (i == utf8.length || utf8[i] == '\n') {
                if (!isUtf8(ByteBuffer.wrap(utf8, start, i - start))) {
                    faults.add("line " + line, Code.BAD_ENCODING);
                }
                start = i + 1;
                line++;
            }
        }
        return faults.all().isEmpty()
                ? read(new String(utf8, StandardCharsets.UTF_8), session)
                : new PeopleFile(List.of(), Map.of(), faults.all());
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * @param session whose rooms the table names, by their titles
     */
    public static PeopleFile read(String text, Session session) {
        Map<String, RoomId> rooms = new LinkedHashMap<>();
        for (Charter c : session.rooms().values()) {
            rooms.putIfAbsent(c.title(), c.room());
        }
        Faults faults = new Faults();
        PeopleReader reader = new PeopleReader(new LinkedHashSet<>(rooms.keySet()), faults);
        for (Link link : session.links().values()) {
            if (link.kind() == Link.Kind.PERSONAL && !link.revoked()) {
                session.room(link.room()).ifPresent(c -> reader.known(link, c.title()));
            }
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CSVParser parser = CSVParser.parse(plain, format(plain))) {
            rows(parser, reader, faults);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            faults.add("the file", Code.BAD_FIELD);
        }
        return new PeopleFile(reader.people(), rooms, faults.all());
    }

    private static CSVFormat format(String text) {
        String head = text.lines().findFirst().orElse("");
        char delimiter = head.contains("\t") ? '\t' : head.contains(";") ? ';' : ',';
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
    }

    private static void rows(CSVParser parser, PeopleReader reader, Faults faults) {
        Set<String> columns = new LinkedHashSet<>();
        for (String name : parser.getHeaderNames()) {
            columns.add(name.toLowerCase(Locale.ROOT));
        }
        if (!columns.contains("name") || !PeopleReader.FIELDS.containsAll(columns)) {
            faults.add("line 1", Code.UNKNOWN_FIELD);
            return;
        }
        for (CSVRecord row : parser) {
            String line = "line " + parser.getCurrentLineNumber();
            if (row.getRecordNumber() > Limit.PEOPLE_IN_FILE.most()) {
                faults.add(line, Code.TOO_LARGE);
                return;
            }
            ObjectNode one = Json.object();
            int i = 0;
            for (String column : columns) {
                String value = i < row.size() ? row.get(i) : "";
                i++;
                if (!value.isEmpty()) {
                    one.put(column, value);
                }
            }
            reader.read(line, one);
        }
    }
}
