package palabre.log.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import palabre.log.Head;
import palabre.log.LogFailure;
import palabre.log.LogId;

/** Which number a log has in the tables and where it ends, remembered by the writer. */
final class LogRows {
    /** A log's number and its head. */
    record Row(long number, Head head) {}

    private final Map<LogId, Row> known = new HashMap<>();
    private final Supplier<String> epochs;

    LogRows(Supplier<String> epochs) {
        this.epochs = epochs;
    }

    /** What was remembered may have been undone. */
    void forget() {
        known.clear();
    }

    void advance(LogId log, Row row) {
        known.put(log, row);
    }

    Row findOrCreate(Db db, LogId log) throws SQLException {
        Row row = known.get(log);
        if (row == null) {
            row = find(db, log).orElse(null);
            if (row == null) {
                create(db, log);
                row = find(db, log).orElseThrow();
            }
            known.put(log, row);
        }
        return row;
    }

    static Optional<Row> find(Db db, LogId log) throws SQLException {
        PreparedStatement s =
                db.statement("SELECT number, epoch, erased FROM log WHERE session=? AND room=?");
        s.setString(1, log.session().value());
        s.setString(2, room(log));
        try (ResultSet rows = s.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            if (rows.getBoolean(3)) {
                throw new LogFailure(LogFailure.Reason.ERASED, log + " was erased");
            }
            long number = rows.getLong(1);
            return Optional.of(new Row(number, head(db, number, rows.getString(2))));
        }
    }

    private static Head head(Db db, long number, String epoch) throws SQLException {
        PreparedStatement s =
                db.statement("SELECT n, last FROM record WHERE log=? ORDER BY n DESC LIMIT 1");
        s.setLong(1, number);
        try (ResultSet rows = s.executeQuery()) {
            return rows.next()
                    ? new Head(epoch, rows.getLong(2), rows.getLong(1))
                    : new Head(epoch, 0, 0);
        }
    }

    private void create(Db db, LogId log) throws SQLException {
        PreparedStatement s = db.statement("INSERT INTO log(session, room, epoch) VALUES(?,?,?)");
        s.setString(1, log.session().value());
        s.setString(2, room(log));
        s.setString(3, epochs.get());
        s.executeUpdate();
    }

    private static String room(LogId log) {
        return log.room().map(r -> r.value()).orElse("");
    }
}
