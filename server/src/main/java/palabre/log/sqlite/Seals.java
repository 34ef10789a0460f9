package palabre.log.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palabre.core.SessionId;
import palabre.log.LogFailure;

/**
 * The seal of each session, from its key file. The database has the print of each key: where there
 * is one, no other key is ever made or taken.
 */
final class Seals {
    private static final Logger LOG = LoggerFactory.getLogger(Seals.class);

    private final KeyFiles keys;
    private final ConcurrentHashMap<SessionId, Seal> known = new ConcurrentHashMap<>();

    /** New keys of the batch that is not committed yet; of the writer's thread. */
    private final List<String> fresh = new ArrayList<>();

    Seals(KeyFiles keys) {
        this.keys = keys;
    }

    /** To be called by the writer alone. */
    Seal findOrCreate(Db db, SessionId session) throws SQLException {
        Optional<Seal> found = find(db, session);
        if (found.isPresent()) {
            return found.get();
        }
        String name = KeyFiles.nameOf(session);
        if (RecordRows.any(db, session)) {
            throw damaged(session, keys.look(name));
        }
        try {
            byte[] key = keys.create(name);
            KeyRows.put(db, name, Seal.print(key));
            fresh.add(name);
            Seal seal = new Seal(key);
            known.put(session, seal);
            return seal;
        } catch (IOException e) {
            throw Failures.ofKeys(e);
        }
    }

    private Optional<Seal> find(Db db, SessionId session) throws SQLException {
        Seal seal = known.get(session);
        if (seal != null) {
            return Optional.of(seal);
        }
        String name = KeyFiles.nameOf(session);
        Optional<String> print = KeyRows.print(db, name);
        if (print.isEmpty()) {
            return Optional.empty();
        }
        KeyFiles.Look look = keys.look(name);
        if (look instanceof KeyFiles.Look.Key key && Seal.print(key.bytes()).equals(print.get())) {
            Seal right = new Seal(key.bytes());
            known.put(session, right);
            return Optional.of(right);
        }
        throw damaged(session, look);
    }

    /** The seal of what was stored: without its key it cannot be read. */
    Seal require(Db db, SessionId session) throws SQLException {
        Optional<Seal> found = find(db, session);
        return found.orElseThrow(() -> damaged(session, keys.look(KeyFiles.nameOf(session))));
    }

    private static LogFailure damaged(SessionId session, KeyFiles.Look look) {
        return new LogFailure(LogFailure.Reason.CORRUPT, KeyFiles.sentence(session, look));
    }

    /** The batch is durable: its new keys are known to the database. */
    void committed() {
        for (String name : List.copyOf(fresh)) {
            try {
                keys.settle(name);
                fresh.remove(name);
            } catch (IOException e) {
                LOG.warn("key {} gets its name at the next commit: {}", name, e.getMessage());
            }
        }
    }

    /** The batch was undone: the sessions that it made are none. */
    void undone() {
        fresh.clear();
        known.clear();
    }

    void destroy(SessionId session) {
        try {
            keys.destroy(KeyFiles.nameOf(session));
            known.remove(session);
        } catch (IOException e) {
            throw Failures.ofKeys(e);
        }
    }
}
