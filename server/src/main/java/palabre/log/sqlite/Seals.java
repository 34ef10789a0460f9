package palabre.log.sqlite;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import palabre.core.SessionId;
import palabre.log.LogFailure;

/** The seal of each session, from its key file. */
final class Seals {
    private final KeyFiles keys;
    private final ConcurrentHashMap<SessionId, Seal> known = new ConcurrentHashMap<>();

    Seals(KeyFiles keys) {
        this.keys = keys;
    }

    Seal findOrCreate(SessionId session) {
        return known.computeIfAbsent(
                session,
                s -> {
                    try {
                        return new Seal(keys.findOrCreate(keyName(s)));
                    } catch (IOException e) {
                        throw unavailable(e);
                    }
                });
    }

    Optional<Seal> find(SessionId session) {
        Seal seal = known.get(session);
        if (seal != null) {
            return Optional.of(seal);
        }
        try {
            return keys.find(keyName(session)).map(Seal::new);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** The seal of what was stored: without its key it cannot be read. */
    Seal require(SessionId session) {
        return find(session)
                .orElseThrow(() ->
                        new LogFailure(
                                LogFailure.Reason.CORRUPT,
                                "the key of session " + session + " is missing"));
    }

    void destroy(SessionId session) {
        try {
            keys.destroy(keyName(session));
            known.remove(session);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    static String keyName(SessionId session) {
        return "session-" + session;
    }

    private static LogFailure unavailable(IOException e) {
        return new LogFailure(
                LogFailure.Reason.UNAVAILABLE, "the keys cannot be used: " + e.getMessage(), e);
    }
}
