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
import palabre.core.PartId;
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
        Head head = done(room, get(log.head(room)), draft("a", 2));
        get(log.snapshot(room, new Snapshot(2, "f", new byte[] {9})));
        reopen();
        assertThat(get(log.head(room))).isEqualTo(head);
        assertThat(get(log.find(room, draft("a", 2).key()))).contains(new Outcome("hash of a", 2));
        assertThat(get(log.latestSnapshot(room))).isPresent();
        assertThat(done(room, head, draft("b", 1)).seq()).isEqualTo(3);
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
        done(room, get(log.head(room)), draft("canary", 1));
        get(log.snapshot(room, new Snapshot(1, "f", "canary".getBytes(StandardCharsets.UTF_8))));
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
        get(log.head(room));
        assertThat(Files.getPosixFilePermissions(dir.resolve("keys/session-s1.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void anAlteredRecordIsNoticed() throws SQLException {
        done(room, get(log.head(room)), draft("a", 1));
        log.close();
        sql("UPDATE record SET at = at + 1");
        log = open();
        assertThatThrownBy(() -> get(log.read(room, 0, 10)))
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
        done(room, get(log.head(room)), draft("a", 1));
        get(log.erase(new Erasure(SESSION, 5, "by the test")));
        reopen();
        assertThatThrownBy(() -> get(log.head(room)))
                .isInstanceOfSatisfying(
                        LogFailure.class,
                        f -> assertThat(f.reason()).isEqualTo(LogFailure.Reason.ERASED));
        assertThat(dir.resolve("keys/session-s1.key")).doesNotExist();
    }

    @Test
    void aFullDatabaseRefusesAndRecovers() throws SQLException {
        Head head = done(room, get(log.head(room)), draft("a", 1));
        log.close();
        log = SqliteLog.open(dir, () -> "epoch", 40);
        byte[] large = new byte[300_000];
        new Random(1).nextBytes(large); // what cannot be compressed
        Draft tooMuch = new Draft(draft("big", 1).key(), "h", 5, 1, large);
        assertThatThrownBy(() -> get(log.append(room, head, tooMuch)))
                .isInstanceOfSatisfying(
                        LogFailure.class,
                        f -> assertThat(f.reason()).isEqualTo(LogFailure.Reason.UNAVAILABLE))
                .hasMessageContaining("full");
        assertThat(get(log.head(room))).isEqualTo(head);
        done(room, head, draft("b", 1));
    }

    /** The tables as they were before rooms had parts; what they hold was sealed the same. */
    private void asVersionThree() throws SQLException {
        sql("ALTER TABLE log RENAME TO log_new");
        sql(
                "CREATE TABLE log(number INTEGER PRIMARY KEY, session TEXT NOT NULL,"
                        + " room TEXT NOT NULL, epoch TEXT NOT NULL,"
                        + " erased INTEGER NOT NULL DEFAULT 0, UNIQUE(session, room))");
        sql(
                "INSERT INTO log(number, session, room, epoch, erased)"
                        + " SELECT number, session, room, epoch, erased FROM log_new");
        sql("DROP TABLE log_new");
        sql("PRAGMA user_version = 3");
    }

    @Test
    void aDirectoryFromBeforeThereWerePartsIsReadAndGoneOnWith() throws SQLException {
        LogId main = room.of(PartId.MAIN);
        LogId session = LogId.of(SESSION);
        Head head = done(main, get(log.head(main)), draft("a", 2));
        done(session, get(log.head(session)), draft("s", 1));
        done(OTHER, get(log.head(OTHER)), draft("o", 1));
        get(log.snapshot(main, new Snapshot(2, "f", new byte[] {9})));
        get(log.erase(new Erasure(OTHER.session(), 5, "by the test")));
        log.close();
        asVersionThree();
        for (int opened = 0; opened < 2; opened++) { // the second time nothing is to be done
            log = open();
            assertThat(get(log.logs())).containsExactly(main, session);
            assertThat(get(log.head(main))).isEqualTo(head);
            assertThat(get(log.read(main, 0, 9)).records()).hasSize(1);
            assertThat(get(log.read(session, 0, 9)).records()).hasSize(1);
            assertThat(get(log.latestSnapshot(main))).isPresent();
            assertThat(get(log.find(main, draft("a", 2).key()))).isPresent();
            assertThat(get(log.unfinished())).hasSize(1);
            log.close();
        }
        log = open();
        done(main, head, draft("b", 1));
        LogId note = room.of(new PartId("note-1"));
        done(note, get(log.head(note)), draft("b", 1));
    }

    @Test
    void aDirectoryOfANewerVersionIsRefusedByNameAndNotTouched() throws Exception {
        done(room, get(log.head(room)), draft("a", 1));
        log.close();
        sql("PRAGMA user_version = 5");
        assertThatThrownBy(this::open).hasMessageContaining("newer version");
        sql("PRAGMA user_version = 4");
        log = open();
        assertThat(get(log.read(room, 0, 9)).records()).hasSize(1);
    }

    @Test
    void aRecordOpensInNoOtherPart() throws SQLException {
        done(room, get(log.head(room)), draft("a", 1));
        log.close();
        sql("UPDATE log SET part = 'note-7'");
        log = open();
        assertThatThrownBy(() -> get(log.read(room.of(new PartId("note-7")), 0, 9)))
                .isInstanceOfSatisfying(
                        LogFailure.class,
                        f -> assertThat(f.reason()).isEqualTo(LogFailure.Reason.CORRUPT));
    }

    private void sql(String statement) throws SQLException {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("palabre.db"));
                var s = c.createStatement()) {
            s.executeUpdate(statement);
        }
    }
}
