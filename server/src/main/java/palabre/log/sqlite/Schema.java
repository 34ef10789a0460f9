package palabre.log.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables, and their version in {@code PRAGMA user_version}. */
final class Schema {
    static final int VERSION = 3;

    private Schema() {}

    private static final String[] TABLES = {
        """
        CREATE TABLE IF NOT EXISTS log(
          number INTEGER PRIMARY KEY,
          session TEXT NOT NULL,
          room TEXT NOT NULL,
          epoch TEXT NOT NULL,
          erased INTEGER NOT NULL DEFAULT 0,
          UNIQUE(session, room))
        """,
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
                for (String table : TABLES) {
                    s.execute(table);
                }
                s.execute("PRAGMA user_version = " + VERSION);
            }
        }
    }
}
