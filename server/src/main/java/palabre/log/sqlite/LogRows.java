package palabre.log.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import palabre.core.PartId;
import palabre.core.RoomId;
import palabre.core.SessionId;
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
                db.statement(
                        "SELECT number, epoch, erased FROM log WHERE session=? AND room=? AND"
                                + " part=?");
        name(s, log);
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
        PreparedStatement s =
                db.statement("INSERT INTO log(session, room, part, epoch) VALUES(?,?,?,?)");
        name(s, log);
        s.setString(4, epochs.get());
        s.executeUpdate();
    }

    private static void name(PreparedStatement s, LogId log) throws SQLException {
        s.setString(1, log.session().value());
        s.setString(2, log.room().map(RoomId::value).orElse(""));
        s.setString(3, log.part().value());
    }

    /** The log that a row with its three names is about. */
    static LogId named(ResultSet rows) throws SQLException {
        SessionId session = new SessionId(rows.getString("session"));
        String room = rows.getString("room");
        return room.isEmpty()
                ? LogId.of(session)
                : LogId.of(session, new RoomId(room), new PartId(rows.getString("part")));
    }

    /** All that are not erased, in the order in which they began. */
    static List<LogId> all(Db db) throws SQLException {
        List<LogId> found = new ArrayList<>();
        PreparedStatement s =
                db.statement("SELECT session, room, part FROM log WHERE erased=0 ORDER BY number");
        try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
                found.add(named(rows));
            }
        }
        return found;
    }
}
