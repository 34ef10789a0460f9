package palabre.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.log.sqlite.SqliteLog;

class SqliteLogTest extends EventLogContract {
    @TempDir Path dir;

    @Override
    EventLog open() {
        return SqliteLog.open(dir, () -> "epoch");
    }

    private void reopen() {
        log.close();
        log = open();
    }

    @Test
    void everythingIsThereAfterARestart() {
        Head head = done(ROOM, get(log.head(ROOM)), draft("a", 2));
        get(log.snapshot(ROOM, new Snapshot(2, "f", new byte[] {9})));
        reopen();
        assertThat(get(log.head(ROOM))).isEqualTo(head);
        assertThat(get(log.find(ROOM, draft("a", 2).key()))).contains(new Outcome("hash of a", 2));
        assertThat(get(log.latestSnapshot(ROOM))).isPresent();
        assertThat(done(ROOM, head, draft("b", 1)).seq()).isEqualTo(3);
    }

    @Test
    void aSecondServerOnTheSameDirectoryIsRefusedAtOnce() {
        assertThatThrownBy(() -> SqliteLog.open(dir, () -> "e"))
                .isInstanceOfSatisfying(
                        LogFailure.class,
                        f -> assertThat(f.reason()).isEqualTo(LogFailure.Reason.IN_USE));
    }

    @Test
    void whatIsOnTheDiskIsSealed() throws IOException {
        done(ROOM, get(log.head(ROOM)), draft("canary", 1));
        get(log.snapshot(ROOM, new Snapshot(1, "f", "canary".getBytes(StandardCharsets.UTF_8))));
        log.close();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readAllBytes(file))
                        .asString(StandardCharsets.ISO_8859_1)
                        .doesNotContain("canary");
            }
        }
        log = open();
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsSaidSoAtOnce() throws IOException {
        Path file = Files.writeString(dir.resolve("a-file"), "");
        assertThatThrownBy(() -> SqliteLog.open(file.resolve("data"), () -> "e"))
                .isInstanceOfSatisfying(
                        LogFailure.class,
                        f -> assertThat(f.reason()).isEqualTo(LogFailure.Reason.UNAVAILABLE))
                .hasMessageContaining("cannot write");
    }

    @Test
    void keysAreForTheOwnerAlone() throws IOException {
        get(log.head(ROOM));
        assertThat(Files.getPosixFilePermissions(dir.resolve("keys/session-s1.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void anAlteredRecordIsNoticed() throws SQLException {
        done(ROOM, get(log.head(ROOM)), draft("a", 1));
        log.close();
        sql("UPDATE record SET at = at + 1");
        log = open();
        assertThatThrownBy(() -> get(log.read(ROOM, 0, 10)))
                .isInstanceOfSatisfying(
                        LogFailure.class,
                        f -> assertThat(f.reason()).isEqualTo(LogFailure.Reason.CORRUPT));
    }

    @Test
    void aDamagedFileIsNamedAtTheStart() throws IOException {
        log.close();
        Files.writeString(dir.resolve("palabre.db"), "this is not a database, and long enough");
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        LogFailure.class,
                        f -> assertThat(f.reason()).isEqualTo(LogFailure.Reason.CORRUPT));
        Files.delete(dir.resolve("palabre.db"));
        log = open();
    }

    @Test
    void anErasedSessionSaysSo() {
        done(ROOM, get(log.head(ROOM)), draft("a", 1));
        get(log.erase(new Erasure(SESSION, 5, "by the test")));
        reopen();
        assertThatThrownBy(() -> get(log.head(ROOM)))
                .isInstanceOfSatisfying(
                        LogFailure.class,
                        f -> assertThat(f.reason()).isEqualTo(LogFailure.Reason.ERASED));
        assertThat(dir.resolve("keys/session-s1.key")).doesNotExist();
    }

    @Test
    void aFullDatabaseRefusesAndRecovers() throws SQLException {
        Head head = done(ROOM, get(log.head(ROOM)), draft("a", 1));
        log.close();
        log = SqliteLog.open(dir, () -> "epoch", 40);
        byte[] large = new byte[300_000];
        new Random(1).nextBytes(large); // what cannot be compressed
        Draft tooMuch = new Draft(draft("big", 1).key(), "h", 5, 1, large);
        assertThatThrownBy(() -> get(log.append(ROOM, head, tooMuch)))
                .isInstanceOfSatisfying(
                        LogFailure.class,
                        f -> assertThat(f.reason()).isEqualTo(LogFailure.Reason.UNAVAILABLE))
                .hasMessageContaining("full");
        assertThat(get(log.head(ROOM))).isEqualTo(head);
        done(ROOM, head, draft("b", 1));
    }

    private void sql(String statement) throws SQLException {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("palabre.db"));
                var s = c.createStatement()) {
            s.executeUpdate(statement);
        }
    }
}
