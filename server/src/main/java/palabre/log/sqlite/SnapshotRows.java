package palabre.log.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import palabre.core.SessionId;
import palabre.log.LogId;
import palabre.log.Snapshot;

/** Reads and writes the rows of {@code snapshot}, sealed; one a log. */
final class SnapshotRows {
    private SnapshotRows() {}

    /**
     * @param snapshot its payload packed
     */
    static void put(Db db, long number, LogId log, Snapshot snapshot, Seal seal)
            throws SQLException {
        PreparedStatement s =
                db.statement(
                        "INSERT INTO snapshot(log, seq, fold, sealed) VALUES(?,?,?,?)"
                                + " ON CONFLICT(log) DO UPDATE SET seq=excluded.seq,"
                                + " fold=excluded.fold, sealed=excluded.sealed"
                                + " WHERE excluded.seq >= snapshot.seq");
        String place = SealedRecord.snapshotPlace(log, snapshot.seq(), snapshot.fold());
        s.setLong(1, number);
        s.setLong(2, snapshot.seq());
        s.setString(3, snapshot.fold());
        s.setBytes(4, seal.seal(snapshot.payload(), place));
        s.executeUpdate();
    }

    static Optional<Snapshot> latest(Db db, long number, LogId log, Seal seal) throws SQLException {
        PreparedStatement s = db.statement("SELECT seq, fold, sealed FROM snapshot WHERE log=?");
        s.setLong(1, number);
        try (ResultSet rows = s.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            long seq = rows.getLong(1);
            String fold = rows.getString(2);
            String place = SealedRecord.snapshotPlace(log, seq, fold);
            byte[] payload = Packed.unpack(seal.open(rows.getBytes(3), place));
            return Optional.of(new Snapshot(seq, fold, payload));
        }
    }

    static void drop(Db db, SessionId session) throws SQLException {
        PreparedStatement s =
                db.statement(
                        "DELETE FROM snapshot WHERE log IN"
                                + " (SELECT number FROM log WHERE session=?)");
        s.setString(1, session.value());
        s.executeUpdate();
    }
}
