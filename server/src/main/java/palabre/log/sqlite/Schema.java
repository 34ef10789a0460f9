package palabre.log.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables, and their version in {@code PRAGMA user_version}. */
final class Schema {
    static final int VERSION = 4;

    private Schema() {}

    /** From this version on a room has parts, and each part a log. */
    private static final int WITH_PARTS = 4;

    /** {@code room} is empty for the log of a session itself. */
    private static final String LOG =
            """
            CREATE TABLE IF NOT EXISTS log(
              number INTEGER PRIMARY KEY,
              session TEXT NOT NULL,
              room TEXT NOT NULL,
              part TEXT NOT NULL,
              epoch TEXT NOT NULL,
              erased INTEGER NOT NULL DEFAULT 0,
              UNIQUE(session, room, part))
            """;

    private static final String[] TABLES = {
        LOG,
        """
        CREATE TABLE IF NOT EXISTS record(
          log INTEGER NOT NULL,
          n INTEGER NOT NULL,
          last INTEGER NOT NULL,
          events INTEGER NOT NULL,
          at INTEGER NOT NULL,
          key TEXT NOT NULL,
          sealed BLOB NOT NULL,
          PRIMARY KEY(log, n)) WITHOUT ROWID
        """,
        "CREATE UNIQUE INDEX IF NOT EXISTS record_key ON record(log, key)",
        "CREATE INDEX IF NOT EXISTS record_last ON record(log, last)",
        """
        CREATE TABLE IF NOT EXISTS snapshot(
          log INTEGER PRIMARY KEY,
          seq INTEGER NOT NULL,
          fold TEXT NOT NULL,
          sealed BLOB NOT NULL)
        """,
        "CREATE TABLE IF NOT EXISTS key(name TEXT PRIMARY KEY, print TEXT NOT NULL)",
        """
        CREATE TABLE IF NOT EXISTS erasure(
          session TEXT PRIMARY KEY,
          at INTEGER NOT NULL,
          why TEXT NOT NULL,
          done INTEGER NOT NULL DEFAULT 0)
        """,
        "CREATE TABLE IF NOT EXISTS probe(n INTEGER PRIMARY KEY, filler BLOB NOT NULL)"
    };

    static void lay(Connection connection) throws SQLException {
        try (Statement s = connection.createStatement()) {
            int found;
            try (var rows = s.executeQuery("PRAGMA user_version")) {
                found = rows.next() ? rows.getInt(1) : 0;
            }
            if (found > VERSION) {
                throw new SQLException("the data directory was written by a newer version");
            }
            if (found < VERSION) {
                bring(s, found);
            }
        }
    }

    /** Whole or not at all: a fall in the middle leaves the tables as they were. */
    private static void bring(Statement s, int from) throws SQLException {
        s.execute("BEGIN IMMEDIATE");
        try {
            if (from > 0 && from < WITH_PARTS) {
                giveParts(s);
            }
            for (String table : TABLES) {
                s.execute(table);
            }
            s.execute("PRAGMA user_version = " + VERSION);
            s.execute("COMMIT");
        } catch (SQLException e) {
            s.execute("ROLLBACK");
            throw e;
        }
    }

    /** What a room had until then is its main part. */
    private static void giveParts(Statement s) throws SQLException {
        s.execute("ALTER TABLE log RENAME TO log_before");
        s.execute(LOG);
        s.execute(
                "INSERT INTO log(number, session, room, part, epoch, erased)"
                        + " SELECT number, session, room, 'main', epoch, erased FROM log_before");
        s.execute("DROP TABLE log_before");
    }
}
