package palabre.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.http.PalabreServer;
import palabre.live.Pace;
import palabre.testing.DirectoryTest;
import palabre.testing.TestServer;

/**
 * Data directories that earlier builds wrote open in this one, with the same minutes. Each is kept
 * under {@code src/test/resources/directories} with the minutes as its own build gave them; {@code
 * -Dpalabre.keep=NAME} writes the next one.
 */
class EarlierDirectoryTest extends DirectoryTest {
    private static final Path KEPT = Path.of("src/test/resources/directories");

    /** When the kept meetings are held; they are read a day later, whenever the test runs. */
    private static final long HELD_MS = 1_795_600_000_000L;

    private static final long DAY_MS = 86_400_000;

    private static final String ROOM =
            """
            {"title":"Film policy","results":"A draft","agenda":[
              {"title":"Money","minutes":10,"lead":"Ana"},{"title":"Law","minutes":5}],
             "people":[{"name":"Mo","role":"moderator"},{"name":"Sec","role":"secretary"},
              {"name":"Ana","role":"participant","team":"North"},
              {"name":"Ben","role":"participant","team":"South"}]}
            """;

    static List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(KEPT)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static PalabreServer serve(Path data, long wallMs) throws IOException {
        long startNs = System.nanoTime();
        PalabreServer.Tuning quick = TestServer.QUICK;
        return serve(
                data,
                new PalabreServer.Tuning(
                        Pace.NORMAL, // nobody is taken for gone on a slow machine
                        quick.roomIdle(),
                        quick.requestMs(),
                        0,
                        1,
                        () -> wallMs + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs)));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void anEarlierDirectoryOpensWithTheSameMinutes(Path earlier) throws IOException {
        copy(earlier.resolve("data"), data);
        assertThat(DirectoryCheck.of(data).faults()).as("before it is opened").isEmpty();
        try (PalabreServer server = serve(data, HELD_MS + DAY_MS)) {
            Map<String, byte[]> minutes = minutes(server);
            assertThat(minutes).hasSizeGreaterThan(6);
            minutes.forEach((name, bytes) -> same(earlier.resolve("minutes").resolve(name), bytes));
        }
        assertThat(DirectoryCheck.of(data).faults()).as("after it was open").isEmpty();
    }

    /**
     * Byte for byte, but for words that were changed on purpose since: {@code reworded.tsv} has
     * those as they were and as they are, a line for each, in the language and the form of the
     * file.
     */
    private static void same(Path then, byte[] now) {
        try {
            String kept = Files.readString(then);
            for (String line : Files.readAllLines(KEPT.resolve("reworded.tsv"))) {
                String[] words = line.split("\t", -1);
                kept = kept.replace(words[0], words[1]);
            }
            // as text first, so that a failure says what differs
            assertThat(new String(now, StandardCharsets.UTF_8)).as(then.toString()).isEqualTo(kept);
            assertThat(now).as(then.toString()).isEqualTo(kept.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every form of the minutes of the only session, by the name under which it is kept. */
    private static Map<String, byte[]> minutes(PalabreServer server) {
        String[] host = as(host(server));
        JsonNode session = sessions(server).path(0);
        String files = "/api/sessions/" + session.path("id").asText() + "/";
        String pages = "/o/" + host(server) + "/" + session.path("id").asText() + "/";
        String first = "?room=" + session.path("rooms").path(0).path("id").asText() + "&version=1";
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (String file : List.of("pack.md", "statistics.csv", "polls.csv", "evaluations.csv")) {
            all.put(file, bytes(server, files + file, host));
        }
        all.put("pack.fr.md", bytes(server, files + "pack.md?lang=fr", host));
        all.put("pack.docx.xml", written(bytes(server, files + "pack.docx", host)));
        all.put("version1.md", bytes(server, files + "pack.md" + first, host));
        all.put("version1.docx.xml", written(bytes(server, files + "pack.docx" + first, host)));
        all.put("pack.html", content(bytes(server, pages + "pack")));
        all.put("version1.html", content(bytes(server, pages + "pack" + first)));
        return all;
    }

    private static String[] as(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static JsonNode sessions(PalabreServer server) {
        try {
            return Json.parse(bytes(server, "/api/sessions", as(host(server))));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(PalabreServer server, String path, String... headers) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(base(server) + path));
        try {
            HttpResponse<byte[]> answer =
                    http(server)
                            .client()
                            .send(
                                    (headers.length == 0 ? asked : asked.headers(headers)).build(),
                                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    /** What a page says; its style and its frame are those of the build. */
    private static byte[] content(byte[] page) {
        String all = new String(page, StandardCharsets.UTF_8);
        return all.substring(all.indexOf("<main>"), all.indexOf("</main>"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What is written in a Word document; around it stands when the file was made. */
    private static byte[] written(byte[] document) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().equals("word/document.xml")) {
                    return zip.readAllBytes();
                }
            }
            throw new AssertionError("nothing is written in it");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As it was, for its owner alone. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                    Files.setPosixFilePermissions(
                            copy, PosixFilePermissions.fromString("rwx------"));
                } else {
                    Files.copy(file, copy);
                    Files.setPosixFilePermissions(
                            copy, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }

    /** Holds a meeting, and keeps its directory and its minutes for builds to come. */
    @Test
    @EnabledIfSystemProperty(named = "palabre.keep", matches = "[\\w.-]+")
    void keepADirectoryOfThisBuild() throws IOException, SQLException {
        try (PalabreServer server = serve(data, HELD_MS)) {
            hold(server, post(server, "/api/sessions", ROOM));
        }
        intoOneFile(data.resolve("palabre.db"));
        Path here =
                KEPT.resolve(Optional.ofNullable(System.getProperty("palabre.keep")).orElseThrow());
        copy(data, here.resolve("data"));
        Files.createDirectories(here.resolve("minutes"));
        try (PalabreServer server = serve(data, HELD_MS + DAY_MS)) {
            for (Map.Entry<String, byte[]> form : minutes(server).entrySet()) {
                Files.write(here.resolve("minutes").resolve(form.getKey()), form.getValue());
            }
        }
    }

    /** What is still in the file beside the database goes into it. */
    private static void intoOneFile(Path database) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement s = c.createStatement()) {
            s.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            s.execute("PRAGMA journal_mode = DELETE");
        }
    }

    private static void hold(PalabreServer server, JsonNode session) {
        JsonNode room = session.path("rooms").path(0);
        String id = room.path("id").asText();
        Map<String, String> tokens = new LinkedHashMap<>();
        room.path("links")
                .forEach(l -> tokens.put(l.path("name").asText(), l.path("token").asText()));
        String[][] acts = {
            {"Ben", "'do':'floor.request','topic':'films'"},
            {"Ana", "'do':'floor.request','topic':'money'"},
            {"Sec", "'do':'seat.rename','name':'Secretary'"},
            {"Mo", "'do':'agenda.begin','item':1"},
            {"Mo", "'do':'floor.next'"},
            {"", ""},
            {"Mo", "'do':'floor.next'"},
            {"", ""},
            {"Ana", "'do':'floor.release'"},
            {
                "Mo",
                "'do':'poll.open','question':'One per cent?','kind':'single',"
                        + "'options':['Yes','No']"
            },
            {"Ana", "'do':'poll.vote','poll':1,'choices':[0]"},
            {"Ben", "'do':'poll.vote','poll':1,'choices':[1]"},
            {"Mo", "'do':'poll.close','poll':1"},
            {"Ben", "'do':'question.put','text':'Who pays?'"},
            {"Mo", "'do':'question.publish','question':1"},
            {"Ana", "'do':'question.up','question':1"},
            {"Mo", "'do':'question.answer','question':1"},
            {"Mo", "'do':'agenda.begin','item':2"},
            {"Mo", "'do':'agenda.end','item':2"},
            {"Mo", "'do':'result.note','kind':'key-point','text':'One per cent for film'"},
            {
                "Sec",
                "'do':'result.note','kind':'action','text':'Write to Lomé','who':'Ana',"
                        + "'due':'2026-12-24'"
            },
            {"Mo", "'do':'result.note','kind':'decision','text':'We meet again'"},
            {
                "Mo",
                "'do':'next.set','start':'2026-12-01T14:00','zone':'Africa/Lome','place':'Hall'"
            },
            {"Mo", "'do':'results.approve'"},
            {"Sec", "'do':'result.note','kind':'key-point','text':'Two per cent for film'"},
            {"Ana", "'do':'contact.card','card':'ana@example.org'"},
            {"Mo", "'do':'session.close'"},
            {"Sec", "'do':'results.approve'"},
        };
        String refused = "";
        for (String[] act : acts) {
            if (act[0].isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2_100)); // somebody speaks
                continue;
            }
            String command = "[{'id':'" + act[1].hashCode() + "'," + act[1] + "}]";
            String answer =
                    http(server)
                            .postJson(
                                    "/api/rooms/" + id + "/commands",
                                    command.replace('\'', '"'),
                                    as(tokens.getOrDefault(act[0], "")))
                            .body();
            refused += answer.contains("\"ack\"") ? "" : command + answer + "\n";
        }
        assertThat(refused).isEmpty();
    }
}
