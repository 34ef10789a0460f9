package palabre.log.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private Backup() {}

    /** What was copied, or brought back. */
    public record Copied(long logs, long records, int keys, int erased) {}

    /**
     * @param data a data directory, in use or not
     * @param to a directory that has no backup inside
     * @param keys where the keys are copied to; another disk, and not beside the backup
     */
    public static Copied make(Path data, Path to, Path keys) throws IOException, SQLException {
        Path target = to.resolve(DATABASE);
        if (!Files.exists(data.resolve(DATABASE))) {
            throw new IOException("there is no Palabre data in " + data);
        }
        if (Files.exists(target)) {
            throw new IOException("there is a backup in " + to + " already");
        }
        if (keys.toAbsolutePath().startsWith(to.toAbsolutePath())) {
            throw new IOException("keep the keys apart from the backup");
        }
        OwnerOnly.directory(to);
        OwnerOnly.file(target);
        try (Connection db = open(data.resolve(DATABASE));
                PreparedStatement s = db.prepareStatement("VACUUM INTO ?")) {
            s.setString(1, target.toAbsolutePath().toString());
            s.execute();
        } catch (SQLException e) {
            Files.deleteIfExists(target);
            throw e;
        }
        // The keys afterwards: every session in the copy has its key by then. Their place is noted
        // before them: what is erased meanwhile is erased there too.
        new KeyCopies(data).add(keys.toAbsolutePath());
        int copied = new KeyFiles(data.resolve("keys")).copyTo(keys);
        if (Files.exists(data.resolve("audit.jsonl"))) {
            Files.copy(data.resolve("audit.jsonl"), to.resolve("audit.jsonl"));
        }
        OwnerOnly.everything(to);
        try (Connection db = open(target)) {
            return new Copied(count(db, "log"), count(db, "record"), copied, 0);
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
        if (!Files.exists(from.resolve(DATABASE))) {
            throw new IOException("there is no backup in " + from);
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
        int copied = new KeyFiles(keys).copyTo(data.resolve("keys"));
        Files.copy(from.resolve(DATABASE), data.resolve(DATABASE));
        if (Files.exists(from.resolve("audit.jsonl"))) {
            Files.copy(from.resolve("audit.jsonl"), data.resolve("audit.jsonl"));
        }
        OwnerOnly.everything(data);
        try (Connection db = open(data.resolve(DATABASE))) {
            int erased = renew(db, new KeyFiles(data.resolve("keys")), epochs);
            return new Copied(count(db, "log"), count(db, "record"), copied, erased);
        }
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
