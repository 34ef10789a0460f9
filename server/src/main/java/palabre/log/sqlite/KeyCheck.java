package palabre.log.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.SessionId;
import palabre.log.LogFailure;

/**
 * Whether the keys are those of the database, and the database that of the keys. A start and {@code
 * check} look alike, and say the same sentences. Looking changes nothing.
 */
public final class KeyCheck {

    /**
     * What was found.
     *
     * @param stops why no server can start here
     * @param damaged sessions whose key is not there, or not right
     * @param strays what belongs to no session; it is left alone
     * @param notes what the next start will do
     */
    public record Found(
            List<String> stops,
            Map<SessionId, String> damaged,
            List<String> strays,
            List<String> notes) {}

    private final KeyFiles keys;
    private final List<String> stops = new ArrayList<>();
    private final Map<SessionId, String> damaged = new LinkedHashMap<>();
    private final List<String> strays = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private KeyCheck(Path dir) {
        this.keys = new KeyFiles(dir.resolve("keys"));
    }

    /**
     * @throws LogFailure when the database cannot be read at all
     */
    public static Found of(Path dir) {
        KeyCheck check = new KeyCheck(dir);
        try {
            check.look(dir.resolve(Db.NAME));
        } catch (IOException e) {
            throw Failures.ofKeys(e);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
        return new Found(
                List.copyOf(check.stops),
                Map.copyOf(check.damaged),
                List.copyOf(check.strays),
                List.copyOf(check.notes));
    }

    private void look(Path file) throws IOException, SQLException {
        boolean there = Files.exists(file);
        if (!there && Files.exists(file.resolveSibling(Backup.UNFINISHED))) {
            stops.add(
                    "palabre.db is unfinished, since a backup or a restore was cut short: make it"
                            + " anew in another directory");
            return;
        }
        if (!there || Files.size(file) == 0) {
            empty(there ? "empty" : "missing");
            return;
        }
        try (Db db = new Db(file, Db.Use.READING, 0)) {
            Map<SessionId, Boolean> sessions = sessions(db);
            if (sessions.isEmpty()) {
                empty("empty");
                return;
            }
            boolean printed = has(db, "key");
            server(printed ? KeyRows.print(db, KeyFiles.SERVER) : Optional.empty(), sessions);
            if (stops.isEmpty()) {
                for (var session : sessions.entrySet()) {
                    session(db, session.getKey(), session.getValue(), printed);
                }
                strays(sessions);
                if (has(db, "erasure")) {
                    unfinished(db);
                }
            }
        }
    }

    /** Without sessions there may be no keys of sessions: they belonged to something. */
    private void empty(String how) throws IOException {
        long left = keys.names().stream().filter(KeyFiles::ofSession).count();
        if (left > 0) {
            stops.add(
                    "palabre.db is "
                            + how
                            + ", but keys/ has the keys of "
                            + left
                            + " logs: bring the database back from a backup");
        }
    }

    private static boolean has(Db db, String table) throws SQLException {
        return !db.line(
                        "SELECT name FROM sqlite_master WHERE type='table' AND name='"
                                + table
                                + "'")
                .isEmpty();
    }

    /** All sessions, and whether they are erased. */
    private static Map<SessionId, Boolean> sessions(Db db) throws SQLException {
        Map<SessionId, Boolean> found = new LinkedHashMap<>();
        if (has(db, "log")) {
            PreparedStatement s =
                    db.statement("SELECT session, min(erased) FROM log GROUP BY session");
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    found.put(new SessionId(rows.getString(1)), rows.getBoolean(2));
                }
            }
        }
        return found;
    }

    private void server(Optional<String> print, Map<SessionId, Boolean> sessions) {
        long live = sessions.values().stream().filter(erased -> !erased).count();
        String needed = ", on which every link depends: bring it back from a copy of the keys";
        if (!keys.exists()) {
            stops.add(
                    "keys/ is missing, without which nobody reads the "
                            + live
                            + " logs of sessions in palabre.db: bring it back from its copy");
        } else {
            switch (keys.look(KeyFiles.SERVER)) {
                case KeyFiles.Look.None none -> stops.add("keys/server.key " + none.how() + needed);
                case KeyFiles.Look.Key key -> {
                    if (print.filter(p -> !p.equals(Seal.print(key.bytes()))).isPresent()) {
                        stops.add(
                                "keys/server.key is not the one that belongs to palabre.db"
                                        + needed);
                    }
                }
            }
        }
    }

    private void session(Db db, SessionId session, boolean erased, boolean printed)
            throws SQLException {
        String name = KeyFiles.nameOf(session);
        if (erased) {
            if (keys.has(name)) {
                notes.add(
                        "session "
                                + session
                                + " is erased, and its key is there: the next start destroys it");
            }
            return;
        }
        Optional<String> print = printed ? KeyRows.print(db, name) : Optional.empty();
        KeyFiles.Look look = keys.look(name);
        boolean right =
                look instanceof KeyFiles.Look.Key key
                        && (print.isPresent()
                                ? print.get().equals(Seal.print(key.bytes()))
                                : RecordRows.opens(db, session, new Seal(key.bytes())));
        boolean settles = print.isPresent() && keys.isFresh(name, print.get());
        if (!right && !settles && (print.isPresent() || RecordRows.any(db, session))) {
            damaged.put(session, KeyFiles.sentence(session, look));
        }
    }

    private void strays(Map<SessionId, Boolean> sessions) throws IOException {
        for (String name : keys.names()) {
            if (KeyFiles.ofSession(name)
                    && sessions.keySet().stream().noneMatch(s -> KeyFiles.nameOf(s).equals(name))) {
                strays.add("keys/" + name + ".key is of no session in palabre.db");
            }
        }
    }

    private void unfinished(Db db) throws SQLException {
        PreparedStatement s = db.statement("SELECT session FROM erasure WHERE done=0");
        try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
                SessionId session = new SessionId(rows.getString(1));
                if (!keys.has(KeyFiles.nameOf(session))) {
                    notes.add(
                            "session "
                                    + session
                                    + " is erased, but not every copy of its key was reached:"
                                    + " a server goes on trying");
                }
            }
        }
    }
}
