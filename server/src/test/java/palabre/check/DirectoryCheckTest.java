package palabre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.core.Role;
import palabre.log.LogFailure;
import palabre.testing.Browserless;
import palabre.testing.TestServer;

class DirectoryCheckTest {
    @TempDir Path data;

    @BeforeEach
    void haveAHistory() {
        try (TestServer server = new TestServer(data)) {
            Browserless http = new Browserless(server.base());
            StringBuilder commands = new StringBuilder("[");
            for (int i = 0; i < 50; i++) {
                commands.append(i == 0 ? "" : ",")
                        .append(
                                "{\"id\":\"c"
                                        + i
                                        + "\",\"do\":\"seat.rename\",\"name\":\"N"
                                        + i
                                        + "\"}");
            }
            http.postJson(
                    "/api/rooms/" + server.room(TestServer.PLENARY) + "/commands",
                    commands.append("]").toString(),
                    "Authorization",
                    "Bearer " + server.token(TestServer.PLENARY, Role.PARTICIPANT));
        }
    }

    private void sql(String statement) throws SQLException {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("palabre.db"));
                var s = c.createStatement()) {
            assertThat(s.executeUpdate(statement)).isPositive();
        }
    }

    @Test
    void aSoundDirectoryHasNoFaults() {
        DirectoryCheck.Result result = DirectoryCheck.of(data);
        assertThat(result.faults()).isEmpty();
        assertThat(result.events()).isGreaterThan(70);
    }

    @Test
    void aRecordThatIsGoneIsMissed() throws SQLException {
        sql("DELETE FROM record WHERE n = 20 AND log = (SELECT max(log) FROM record)");
        assertThat(DirectoryCheck.of(data).faults()).isNotEmpty();
    }

    @Test
    void aByteThatWasChangedIsNoticed() throws SQLException {
        sql("UPDATE record SET sealed = zeroblob(length(sealed)) WHERE n = 7");
        assertThat(DirectoryCheck.of(data).faults()).anyMatch(f -> f.contains("altered"));
    }

    @Test
    void recordsThatChangedPlacesAreNoticed() throws SQLException {
        sql(
                "UPDATE record SET sealed = (SELECT sealed FROM record r WHERE r.log = record.log AND r.n = 5)"
                        + " WHERE n = 6");
        assertThat(DirectoryCheck.of(data).faults()).anyMatch(f -> f.contains("altered"));
    }

    @Test
    void whatIsNoDataDirectoryIsSaidToBeNone(@TempDir Path empty) {
        assertThatThrownBy(() -> DirectoryCheck.of(empty)).isInstanceOf(LogFailure.class);
    }

    @Test
    void aDirectoryInUseIsLeftAlone() {
        try (TestServer server = new TestServer(data)) {
            assertThat(server.port()).isPositive();
            assertThatThrownBy(() -> DirectoryCheck.of(data))
                    .hasMessageContaining("another server is using");
        }
    }
}
