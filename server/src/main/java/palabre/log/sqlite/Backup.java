package palabre.log.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import palabre.core.SessionId;

/**
 * Copies of a data directory, made while the server runs: the database as it was at one moment, and
 * apart from it the keys, without which nobody reads it. The directory remembers where its keys
 * were copied to, so that erasing a session reaches them.
 */
public final class Backup {
    private static final String DATABASE = "palabre.db";

    /** The database has its name only once all the rest is there: a kill leaves no backup. */
    static final String UNFINISHED = "palabre.db.part";

    private Backup() {}

    /** What was copied, or brought back. */
    public record Copied(long logs, long records, int keys, int erased) {}

    /**
     * @param data a data directory, in use or not
     * @param to a directory that has no backup inside
     * @param keys where the keys are copied to; another disk, and not beside the backup
     */
    public static Copied make(Path data, Path to, Path keys) throws IOException, SQLException {
        return make(data, to, keys, () -> {});
    }

    static Copied make(Path data, Path to, Path keys, BackupProgress progress)
            throws IOException, SQLException {
        if (!Files.exists(data.resolve(DATABASE))) {
            throw new IOException("there is no Palabre data in " + data);
        }
        if (Files.exists(to.resolve(DATABASE))) {
            throw new IOException("there is a backup in " + to + " already");
        }
        if (keys.toAbsolutePath().startsWith(to.toAbsolutePath())) {
            throw new IOException("keep the keys apart from the backup");
        }
        OwnerOnly.directory(to);
        progress.step();
        Path target = begin(to);
        progress.step();
        try (Connection db = open(data.resolve(DATABASE));
                PreparedStatement s = db.prepareStatement("VACUUM INTO ?")) {
            s.setString(1, target.toAbsolutePath().toString());
            s.execute();
        } catch (SQLException e) {
            Files.deleteIfExists(target);
            throw e;
        }
        progress.step();
        // The keys afterwards: every session in the copy has its key by then. Their place is noted
        // before them: what is erased meanwhile is erased there too.
        new KeyCopies(data).add(keys.toAbsolutePath());
        progress.step();
        int copied = new KeyFiles(data.resolve("keys")).copyTo(keys, progress);
        progress.step();
        copyTrail(data, to);
        progress.step();
        OwnerOnly.everything(to);
        Copied all;
        try (Connection db = open(target)) {
            all = new Copied(count(db, "log"), count(db, "record"), copied, 0);
        }
        progress.step();
        finish(to);
        return all;
    }

    /** The file for the database; what a kill left of another is thrown away. */
    private static Path begin(Path dir) throws IOException {
        for (String beside : List.of("", "-journal", "-wal", "-shm")) {
            Files.deleteIfExists(dir.resolve(UNFINISHED + beside));
        }
        return OwnerOnly.file(dir.resolve(UNFINISHED));
    }

    private static void finish(Path dir) throws IOException {
        try (FileChannel file =
                FileChannel.open(dir.resolve(UNFINISHED), StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(dir.resolve(UNFINISHED), dir.resolve(DATABASE), StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.force(dir);
    }

    private static void copyTrail(Path from, Path to) throws IOException {
        if (Files.exists(from.resolve("audit.jsonl"))) {
            Files.copy(
                    from.resolve("audit.jsonl"),
                    to.resolve("audit.jsonl"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * @param from a backup
     * @param keys the copy of its keys
     * @param data a directory that is not there yet, or empty
     * @param epochs gives each log a new epoch: what clients have of it is not comparable any more
     */
    public static Copied restore(Path from, Path keys, Path data, Supplier<String> epochs)
            throws IOException, SQLException {
        return restore(from, keys, data, epochs, () -> {});
    }

    static Copied restore(
            Path from, Path keys, Path data, Supplier<String> epochs, BackupProgress progress)
            throws IOException, SQLException {
        if (!Files.exists(from.resolve(DATABASE))) {
            throw new IOException(
                    Files.exists(from.resolve(UNFINISHED))
                            ? "the backup in " + from + " was never finished; make another"
                            : "there is no backup in " + from);
        }
        if (Files.exists(data)) {
            try (Stream<Path> inside = Files.list(data)) {
                if (inside.findAny().isPresent()) {
                    throw new IOException(data + " is not empty");
                }
            }
        }
        if (!Files.exists(keys.resolve("server.key"))) {
            throw new IOException("there are no keys in " + keys);
        }
        OwnerOnly.directory(data);
        Path target = begin(data);
        progress.step();
        int copied = new KeyFiles(keys).copyTo(data.resolve("keys"), progress);
        progress.step();
        copyTrail(from, data);
        progress.step();
        Files.copy(from.resolve(DATABASE), target, StandardCopyOption.REPLACE_EXISTING);
        progress.step();
        OwnerOnly.everything(data);
        Copied all;
        try (Connection db = open(target)) {
            int erased = renew(db, new KeyFiles(data.resolve("keys")), epochs);
            all = new Copied(count(db, "log"), count(db, "record"), copied, erased);
        }
        progress.step();
        finish(data);
        return all;
    }

    /** New epochs; a session whose key is gone was erased after the backup. */
    private static int renew(Connection db, KeyFiles keys, Supplier<String> epochs)
            throws SQLException {
        List<Object[]> logs = new ArrayList<>();
        try (Statement s = db.createStatement();
                ResultSet r = s.executeQuery("SELECT number, session FROM log WHERE erased=0")) {
            while (r.next()) {
                logs.add(new Object[] {r.getLong(1), r.getString(2)});
            }
        }
        int erased = 0;
        try (PreparedStatement s =
                db.prepareStatement("UPDATE log SET epoch=?, erased=? WHERE number=?")) {
            for (Object[] log : logs) {
                boolean gone = !keys.has(KeyFiles.nameOf(new SessionId((String) log[1])));
                s.setString(1, epochs.get());
                s.setInt(2, gone ? 1 : 0);
                s.setLong(3, (Long) log[0]);
                s.executeUpdate();
                erased += gone ? 1 : 0;
            }
        }
        try (Statement s = db.createStatement()) {
            s.execute("DELETE FROM snapshot WHERE log IN (SELECT number FROM log WHERE erased=1)");
        }
        return erased;
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private static long count(Connection db, String table) throws SQLException {
        try (Statement s = db.createStatement();
                ResultSet r = s.executeQuery("SELECT count(*) FROM " + table)) {
            return r.next() ? r.getLong(1) : 0;
        }
    }
}
