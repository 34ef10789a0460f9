package palabre.coordination;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.SessionId;
import palabre.core.session.Session;
import palabre.live.Rooms;
import palabre.log.Erasure;
import palabre.log.EventLog;
import palabre.log.sqlite.KeyCopies;
import palabre.sessions.AuditTrail;
import palabre.sessions.Sessions;
import palabre.writer.LogClock;
import palabre.writer.Ticker;

/**
 * Erases sessions: the key is destroyed, here and in every known copy of the keys, so that nobody
 * reads what is left, backups included. The log knows of it before the first key is touched; so a
 * start after a fall goes on where the fall was.
 */
public final class Eraser {
    /**
     * What was destroyed.
     *
     * @param copies directories of keys in which the key was destroyed too
     * @param unreachable those in which it could not be, to be seen to by hand
     */
    public record Proof(SessionId session, long atMs, List<Path> copies, List<Path> unreachable) {}

    private static final String ERASED = "session.erased";

    private final Sessions sessions;
    private final Rooms rooms;
    private final EventLog log;
    private final KeyCopies copies;
    private final AuditTrail trail;
    private final Ticker ticker;
    private final LogClock unhurried;

    public Eraser(
            Sessions sessions,
            Rooms rooms,
            EventLog log,
            KeyCopies copies,
            AuditTrail trail,
            Ticker ticker) {
        this.sessions = sessions;
        this.rooms = rooms;
        this.log = log;
        this.copies = copies;
        this.trail = trail;
        this.ticker = ticker;
        this.unhurried = LogClock.unhurried(ticker);
    }

    /** Fails when there is no such session, or its key could not be destroyed yet. */
    public Future<Proof> erase(SessionId id, String why) {
        Optional<Session> session = sessions.find(id);
        if (session.isEmpty() && !sessions.damaged().contains(id)) {
            return Future.failedFuture(new IllegalArgumentException("no session " + id));
        }
        Erasure erasure = new Erasure(id, ticker.nowMs(), why);
        return session.map(rooms::drop)
                .orElseGet(Future::succeededFuture)
                .compose(_ -> sessions.erase(erasure))
                .compose(_ -> finish(erasure));
    }

    /**
     * Goes on with what a fall, or a disk out of reach, has cut short. What cannot be finished now
     * is tried again with the next look.
     */
    public Future<Void> finishAll() {
        return log.unfinished()
                .compose(
                        all -> Future.join(all.stream().map(this::again).toList()).<Void>mapEmpty())
                .otherwiseEmpty();
    }

    private Future<Void> again(Erasure erasure) {
        return log.erase(erasure).compose(_ -> finish(erasure)).mapEmpty();
    }

    /** The key is gone from here; now from its copies, with a line in the trail. */
    private Future<Proof> finish(Erasure erasure) {
        SessionId id = erasure.session();
        List<Path> done = new ArrayList<>();
        List<Path> not = new ArrayList<>();
        for (Path dir : copies.all()) {
            (destroyed(dir, id) ? done : not).add(dir);
        }
        long now = ticker.nowMs();
        if (!trail.has(ERASED, id.value())) {
            trail.note(
                    now,
                    ERASED,
                    id.value(),
                    erasure.why()
                            + (not.isEmpty() ? "" : "; key copies not reached: " + not.size()));
        }
        Proof proof = new Proof(id, now, done, not);
        return not.isEmpty() ? log.finished(id).map(proof) : Future.succeededFuture(proof);
    }

    private boolean destroyed(Path dir, SessionId id) {
        try {
            return copies.destroy(dir, id);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Erases what has been kept for as long as it was to be kept; too late rather than too early,
     * since a wall clock that was put forward may be put right, and what is erased may not.
     */
    public void eraseDue() {
        finishAll();
        long now = unhurried.nowMs();
        for (Session s : sessions.all()) {
            long at = s.lifecycle().eraseAtMs();
            if (at > 0 && at <= now) {
                erase(s.id(), "kept for " + s.lifecycle().keepDays() + " days");
            }
        }
    }
}
