package palabre.log.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import palabre.core.SessionId;
import palabre.log.Erasure;

/** Which sessions are erased, and how far the erasing has come. */
final class ErasureRows {
    private ErasureRows() {}

    /** One transaction: from here on the session is gone, whatever becomes of the rest. */
    static void begin(Db db, Erasure erasure) throws SQLException {
        SnapshotRows.drop(db, erasure.session());
        PreparedStatement log = db.statement("UPDATE log SET erased=1 WHERE session=?");
        log.setString(1, erasure.session().value());
        log.executeUpdate();
        PreparedStatement s =
                db.statement("INSERT OR IGNORE INTO erasure(session, at, why) VALUES(?,?,?)");
        s.setString(1, erasure.session().value());
        s.setLong(2, erasure.atMs());
        s.setString(3, erasure.why());
        s.executeUpdate();
    }

    /** Nothing is left of it to destroy. */
    static void finish(Db db, SessionId session) throws SQLException {
        PreparedStatement s = db.statement("UPDATE erasure SET done=1 WHERE session=?");
        s.setString(1, session.value());
        s.executeUpdate();
        KeyRows.forget(db, KeyFiles.nameOf(session));
    }

    /** Those that were begun, and those whose key has come back, from a copy perhaps. */
    static List<Erasure> unfinished(Db db, KeyFiles keys) throws SQLException {
        List<Erasure> found = new ArrayList<>();
        PreparedStatement s =
                db.statement(
                        "SELECT DISTINCT l.session, coalesce(e.at, 0), coalesce(e.why, ''),"
                                + " coalesce(e.done, 1) FROM log l"
                                + " LEFT JOIN erasure e ON e.session=l.session WHERE l.erased=1");
        try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
                SessionId session = new SessionId(rows.getString(1));
                if (!rows.getBoolean(4) || keys.has(KeyFiles.nameOf(session))) {
                    found.add(new Erasure(session, rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return found;
    }
}
