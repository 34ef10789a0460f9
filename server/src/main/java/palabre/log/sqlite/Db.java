package palabre.log.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * One connection for one thread, opened when needed and again after a failure. Statements are
 * prepared once.
 */
final class Db implements AutoCloseable {
    /** What the database is called in its directory. */
    static final String NAME = "palabre.db";

    /** How long the log may grow before the writer itself empties it: 32 MB. */
    static final int WRITERS_OWN_PAGES = 8_192;

    /** What a connection is for. */
    enum Use {
        WRITING,
        READING,
        CHECKPOINTS
    }

    private final Path file;
    private final Use use;
    private final int pagesMax;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private @Nullable Connection connection;

    /**
     * @param pagesMax how many pages the file may have; 0 for no bound of its own
     */
    Db(Path file, Use use, int pagesMax) {
        this.file = file;
        this.use = use;
        this.pagesMax = pagesMax;
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = open();
            connection = open;
        }
        return open;
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        if (use == Use.WRITING) { // a copy made for a backup is of another mode until then
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setPragma(
                    SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(WRITERS_OWN_PAGES));
        }
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(5_000);
        config.setReadOnly(use == Use.READING);
        if (pagesMax > 0) {
            config.setMaxPageCount(pagesMax);
        }
        Connection fresh = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            if (use == Use.WRITING) {
                Schema.lay(fresh);
            }
            fresh.setAutoCommit(use != Use.WRITING);
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection().prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    /** One line of text that a query gives. */
    String line(String sql) throws SQLException {
        try (Statement s = connection().createStatement();
                var rows = s.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    void commit() throws SQLException {
        connection().commit();
    }

    /** After a failure nothing of the connection is trusted. */
    void abandon() {
        prepared.clear();
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                if (use == Use.WRITING) {
                    open.rollback();
                }
            } catch (SQLException e) {
                // it is closed next, which rolls back
            }
            try {
                open.close();
            } catch (SQLException e) {
                // nothing more can be done with it
            }
        }
    }

    @Override
    public void close() {
        abandon();
    }
}
