package palabre.conduct;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.SessionId;
import palabre.core.session.Session;
import palabre.live.Rooms;
import palabre.log.sqlite.KeyCopies;
import palabre.sessions.AuditTrail;
import palabre.sessions.Sessions;
import palabre.writer.LogClock;
import palabre.writer.Ticker;

/**
 * Erases sessions: the key is destroyed, here and in every known copy of the keys, so that nobody
 * reads what is left, backups included.
 */
public final class Eraser {
    /**
     * What was destroyed.
     *
     * @param copies directories of keys in which the key was destroyed too
     * @param unreachable those in which it could not be, to be seen to by hand
     */
    public record Proof(SessionId session, long atMs, List<Path> copies, List<Path> unreachable) {}

    private final Sessions sessions;
    private final Rooms rooms;
    private final KeyCopies copies;
    private final AuditTrail trail;
    private final Ticker ticker;
    private final LogClock unhurried;

    public Eraser(
            Sessions sessions, Rooms rooms, KeyCopies copies, AuditTrail trail, Ticker ticker) {
        this.sessions = sessions;
        this.rooms = rooms;
        this.copies = copies;
        this.trail = trail;
        this.ticker = ticker;
        this.unhurried = LogClock.unhurried(ticker);
    }

    /** Fails when there is no such session, or its key could not be destroyed. */
    public Future<Proof> erase(SessionId id, String why) {
        Optional<Session> session = sessions.find(id);
        if (session.isEmpty()) {
            return Future.failedFuture(new IllegalArgumentException("no session " + id));
        }
        return rooms.drop(session.get())
                .compose(_ -> sessions.erase(id))
                .map(_ -> {
                    List<Path> done = new ArrayList<>();
                    List<Path> not = new ArrayList<>();
                    for (Path dir : copies.all()) {
                        (destroyed(dir, id) ? done : not).add(dir);
                    }
                    long now = ticker.nowMs();
                    trail.note(
                            now,
                            "session.erased",
                            id.value(),
                            why + (not.isEmpty() ? "" : "; key copies not reached: " + not.size()));
                    return new Proof(id, now, done, not);
                });
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
        long now = unhurried.nowMs();
        for (Session s : sessions.all()) {
            long at = s.course().eraseAtMs();
            if (at > 0 && at <= now) {
                erase(s.id(), "kept for " + s.course().keepDays() + " days");
            }
        }
    }
}
