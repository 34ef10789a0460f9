package palabre.log.sqlite;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at the tables themselves: what can be said of them without any key. */
public final class SqliteInspection {
    /** What was found; a log that was erased stays dense. */
    public record Found(long records, int erased, List<String> faults) {}

    private SqliteInspection() {}

    public static Found of(Path dir) {
        try (Db db = new Db(dir.resolve("palabre.db"), Db.Use.READING, 0)) {
            List<String> faults = new ArrayList<>();
            String integrity = db.line("PRAGMA integrity_check(3)");
            if (!integrity.equals("ok")) {
                faults.add("palabre.db: " + integrity);
            }
            faults.addAll(gaps(db));
            long records = Long.parseLong(db.line("SELECT count(*) FROM record"));
            int erased = Integer.parseInt(db.line("SELECT count(*) FROM log WHERE erased=1"));
            return new Found(records, erased, List.copyOf(faults));
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** Records count from 1 without a gap, and each begins where the one before ends. */
    private static List<String> gaps(Db db) throws SQLException {
        List<String> faults = new ArrayList<>();
        PreparedStatement s =
                db.statement("SELECT log, n, last, events FROM record ORDER BY log, n");
        long log = -1;
        long n = 0;
        long last = 0;
        try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
                if (rows.getLong(1) != log) {
                    log = rows.getLong(1);
                    n = 0;
                    last = 0;
                }
                n++;
                last += rows.getLong(4);
                if (rows.getLong(2) != n || rows.getLong(3) != last) {
                    faults.add("log number " + log + ": record " + n + " is not where it must be");
                    n = rows.getLong(2);
                    last = rows.getLong(3);
                }
            }
        }
        return faults;
    }
}
