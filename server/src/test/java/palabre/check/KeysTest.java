package palabre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import palabre.http.PalabreServer;
import palabre.testing.Browserless;
import palabre.testing.DirectoryTest;

/**
 * What can become of keys and database × what the start and {@code check} do: a session's key
 * concerns this session alone, and nothing is made anew over what belonged to something.
 */
class KeysTest extends DirectoryTest {
    /** Does harm to a data directory. */
    interface Harm {
        void to(Path data, Path key) throws IOException, SQLException;
    }

    /** What the start does then. */
    enum Start {
        /** The server does not start, and says why. */
        REFUSED,
        /** The server starts; the session whose key it is says that it is damaged. */
        WITHOUT_THE_SESSION,
        /** The server starts; nobody but the host is an organiser. */
        WITHOUT_ORGANISERS,
        /** The server starts, and all is there. */
        WHOLE
    }

    @SuppressWarnings("ImmutableEnumChecker") // the harm has no state
    enum Case {
        SESSION_KEY_MISSING(Start.WITHOUT_THE_SESSION, "is missing", (_, key) -> Files.delete(key)),
        SESSION_KEY_SHORT(Start.WITHOUT_THE_SESSION, "has 5 bytes", (_, key) -> cut(key)),
        SESSION_KEY_ALTERED(Start.WITHOUT_THE_SESSION, "is not the one", (_, key) -> alter(key)),
        SESSION_KEY_BLANK(
                Start.WITHOUT_THE_SESSION,
                "is not the one",
                (_, key) -> Files.write(key, new byte[32])),
        OFFICE_KEY_MISSING(
                Start.WITHOUT_ORGANISERS, "is missing", (data, _) -> Files.delete(office(data))),
        OFFICE_KEY_SHORT(Start.WITHOUT_ORGANISERS, "has 5 bytes", (data, _) -> cut(office(data))),
        OFFICE_KEY_ALTERED(
                Start.WITHOUT_ORGANISERS, "is not the one", (data, _) -> alter(office(data))),
        KEYS_MISSING(
                Start.REFUSED,
                "keys/ is missing",
                (data, _) -> Files.move(data.resolve("keys"), data.resolveSibling("elsewhere"))),
        SERVER_KEY_MISSING(
                Start.REFUSED,
                "keys/server.key is missing",
                (data, _) -> Files.delete(server(data))),
        SERVER_KEY_SHORT(Start.REFUSED, "has 5 bytes", (data, _) -> cut(server(data))),
        SERVER_KEY_ALTERED(Start.REFUSED, "is not the one", (data, _) -> alter(server(data))),
        DATABASE_MISSING(Start.REFUSED, "palabre.db is missing", (data, _) -> deleteDatabase(data)),
        DATABASE_EMPTIED(
                Start.REFUSED,
                "palabre.db is empty",
                (data, _) -> {
                    deleteDatabase(data);
                    Files.createFile(data.resolve("palabre.db"));
                }),
        TABLES_EMPTIED(
                Start.REFUSED,
                "palabre.db is empty",
                (data, _) -> sql(data, "DELETE FROM log", "DELETE FROM record")),
        KEY_OF_NO_SESSION(
                Start.WHOLE,
                "is of no session",
                (data, key) -> Files.copy(key, data.resolve("keys/session-unknown.key")));

        private final Start start;
        private final String sentence;
        private final Harm harm;

        Case(Start start, String sentence, Harm harm) {
            this.start = start;
            this.sentence = sentence;
            this.harm = harm;
        }
    }

    private JsonNode harmed;
    private JsonNode other;
    private String organiser;

    private static Path office(Path data) {
        return data.resolve("keys/session-office.key");
    }

    private static Path server(Path data) {
        return data.resolve("keys/server.key");
    }

    private static void cut(Path key) throws IOException {
        Files.write(key, new byte[] {1, 2, 3, 4, 5});
    }

    private static void alter(Path key) throws IOException {
        byte[] bytes = Files.readAllBytes(key);
        bytes[7] ^= 1;
        Files.write(key, bytes);
    }

    private static void deleteDatabase(Path data) throws IOException {
        for (String file : List.of("palabre.db", "palabre.db-wal", "palabre.db-shm")) {
            Files.deleteIfExists(data.resolve(file));
        }
    }

    private static void sql(Path data, String... statements) throws SQLException {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("palabre.db"));
                var s = c.createStatement()) {
            for (String statement : statements) {
                s.executeUpdate(statement);
            }
        }
    }

    @BeforeEach
    void haveTwoSessions() throws Exception {
        try (PalabreServer server = serve()) {
            harmed = session(server, "T");
            other = session(server, "T");
            organiser = appoint(server);
            for (JsonNode s : List.of(harmed, other)) {
                enter(server, s);
            }
        }
    }

    private List<String> keys() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(f -> f.toString().endsWith(".key"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void concernsItsSessionAlone(Case c) throws Exception {
        c.harm.to(data, data.resolve("keys/session-" + harmed.path("id").asText() + ".key"));
        List<String> keys = keys();
        namedByCheck(c);
        if (c.start == Start.REFUSED) {
            assertThatThrownBy(() -> serve()).hasMessageContaining(c.sentence);
            assertThat(keys()).as("nothing was made anew").isEqualTo(keys);
        } else {
            try (PalabreServer server = serve()) {
                assertThat(keys()).as("nothing was made anew").isEqualTo(keys);
                starts(server, c);
            }
        }
        assertThat(keys()).as("nothing was made anew").containsAll(keys);
        namedByCheck(c);
    }

    private void namedByCheck(Case c) {
        assertThat(DirectoryCheck.of(data).faults())
                .as("one sentence of check")
                .singleElement()
                .asString()
                .contains(c.sentence);
    }

    private void starts(PalabreServer server, Case c) throws Exception {
        Browserless http = http(server);
        assertThat(http.get("/j/" + token(other)).statusCode()).isEqualTo(200);
        assertThat(http.get("/o/" + host(server)).statusCode()).isEqualTo(200);
        assertThat(http.get("/o/" + organiser).statusCode())
                .isEqualTo(c.start == Start.WITHOUT_ORGANISERS ? 404 : 200);
        boolean whole = c.start != Start.WITHOUT_THE_SESSION;
        assertThat(http.get("/j/" + token(harmed)).statusCode()).isEqualTo(whole ? 200 : 500);
        if (!whole) {
            assertThat(http.get("/j/" + token(harmed)).body()).contains("is damaged");
            assertThat(http.get("/o/" + host(server)).body())
                    .contains(harmed.path("id").asText(), "damaged");
        }
        assertThat(http.get("/metrics").body())
                .contains("palabre_damaged " + (c.start == Start.WHOLE ? "0.0" : "1.0"));
        assertThat(http.get("/health/ready").statusCode()).isEqualTo(200);
        if (c.start == Start.WITHOUT_ORGANISERS) {
            assertThat(post(server, "/api/organisers", "{\"name\":\"Bo\"}").path("code").asText())
                    .isEqualTo("DAMAGED");
        }
        assertThat(post(server, "/api/sessions", "{\"title\":\"New\"}").path("id").asText())
                .as("others live")
                .isNotEmpty();
    }
}
