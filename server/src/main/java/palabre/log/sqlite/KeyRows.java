package palabre.log.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The prints of the keys, which tell a key from another one and nothing of the key itself. A
 * session whose key has a print never gets another key.
 */
final class KeyRows {
    private KeyRows() {}

    static Optional<String> print(Db db, String name) throws SQLException {
        PreparedStatement s = db.statement("SELECT print FROM key WHERE name=?");
        s.setString(1, name);
        try (ResultSet rows = s.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    static void put(Db db, String name, String print) throws SQLException {
        PreparedStatement s = db.statement("INSERT INTO key(name, print) VALUES(?,?)");
        s.setString(1, name);
        s.setString(2, print);
        s.executeUpdate();
    }

    static void forget(Db db, String name) throws SQLException {
        PreparedStatement s = db.statement("DELETE FROM key WHERE name=?");
        s.setString(1, name);
        s.executeUpdate();
    }
}
