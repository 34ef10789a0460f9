package palabre.log.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.SessionId;
import palabre.log.CommandKey;
import palabre.log.Draft;
import palabre.log.Head;
import palabre.log.LogFailure;
import palabre.log.LogId;
import palabre.log.LogRecord;
import palabre.log.Outcome;
import palabre.log.Page;

/** Reads and writes the rows of {@code record}, sealed. */
final class RecordRows {
    private static final String COLUMNS = "SELECT n, last, events, at, sealed FROM record WHERE ";

    private RecordRows() {}

    /**
     * @param packed the draft's payload, packed
     */
    static void insert(
            Db db, long number, LogId log, Head after, Draft draft, byte[] packed, Seal seal)
            throws SQLException {
        PreparedStatement s =
                db.statement(
                        "INSERT INTO record(log, n, last, events, at, key, sealed)"
                                + " VALUES(?,?,?,?,?,?,?)");
        String place =
                SealedRecord.place(log, after.records(), after.seq(), draft.events(), draft.atMs());
        s.setLong(1, number);
        s.setLong(2, after.records());
        s.setLong(3, after.seq());
        s.setInt(4, draft.events());
        s.setLong(5, draft.atMs());
        s.setString(6, keyHash(seal, draft.key()));
        s.setBytes(7, seal.seal(new SealedRecord(draft.bodyHash(), packed).toBytes(), place));
        s.executeUpdate();
    }

    static Optional<Outcome> find(Db db, long number, LogId log, CommandKey key, Seal seal)
            throws SQLException {
        PreparedStatement s = db.statement(COLUMNS + "log=? AND key=?");
        s.setLong(1, number);
        s.setString(2, keyHash(seal, key));
        try (ResultSet rows = s.executeQuery()) {
            return rows.next()
                    ? Optional.of(
                            new Outcome(open(rows, log, seal).bodyHash(), rows.getLong("last")))
                    : Optional.empty();
        }
    }

    static Page read(Db db, long number, LogId log, long afterSeq, int maxEvents, Seal seal)
            throws SQLException {
        PreparedStatement s =
                db.statement(COLUMNS + "log=? AND last>? AND events>0 ORDER BY last, n");
        s.setLong(1, number);
        s.setLong(2, afterSeq);
        List<LogRecord> page = new ArrayList<>();
        int events = 0;
        try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
                int count = rows.getInt("events");
                if (!page.isEmpty() && events + count > maxEvents) {
                    return new Page(List.copyOf(page), false);
                }
                page.add(record(rows, Packed.unpack(open(rows, log, seal).payload())));
                events += count;
            }
        }
        return new Page(List.copyOf(page), true);
    }

    /** Whether anything is stored of a session. */
    static boolean any(Db db, SessionId session) throws SQLException {
        PreparedStatement s =
                db.statement(
                        "SELECT 1 FROM log l JOIN record r ON r.log=l.number"
                                + " WHERE l.session=? LIMIT 1");
        s.setString(1, session.value());
        try (ResultSet rows = s.executeQuery()) {
            return rows.next();
        }
    }

    /** Whether a seal opens what is stored of a session; the first record tells. */
    static boolean opens(Db db, SessionId session, Seal seal) throws SQLException {
        PreparedStatement s =
                db.statement(
                        "SELECT n, last, events, at, sealed, session, room, part FROM log l"
                                + " JOIN record r ON r.log=l.number WHERE l.session=? LIMIT 1");
        s.setString(1, session.value());
        try (ResultSet rows = s.executeQuery()) {
            if (rows.next()) {
                open(rows, LogRows.named(rows), seal);
            }
            return true;
        } catch (LogFailure e) {
            return false;
        }
    }

    static LogRecord record(ResultSet rows, byte[] payload) throws SQLException {
        return new LogRecord(
                rows.getLong("n"),
                rows.getLong("last"),
                rows.getInt("events"),
                rows.getLong("at"),
                payload);
    }

    static SealedRecord open(ResultSet rows, LogId log, Seal seal) throws SQLException {
        String place =
                SealedRecord.place(
                        log,
                        rows.getLong("n"),
                        rows.getLong("last"),
                        rows.getInt("events"),
                        rows.getLong("at"));
        return SealedRecord.fromBytes(seal.open(rows.getBytes("sealed"), place));
    }

    static String keyHash(Seal seal, CommandKey key) {
        return seal.hash(key.seat() + " " + key.id());
    }
}
