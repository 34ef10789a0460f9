package palabre.check;

import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import palabre.codec.EventCodec;
import palabre.codec.OrganiserEventCodec;
import palabre.codec.RoomCodec;
import palabre.codec.RoomEventCodec;
import palabre.codec.SessionEventCodec;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.session.Session;
import palabre.core.session.SessionEvent;
import palabre.log.EventLog;
import palabre.log.LogFailure;
import palabre.log.LogId;
import palabre.log.LogRecord;
import palabre.log.Page;
import palabre.log.Snapshot;
import palabre.log.sqlite.KeyCheck;
import palabre.log.sqlite.SqliteInspection;
import palabre.log.sqlite.SqliteLog;
import palabre.sessions.Organisers;

/**
 * Reads everything: every log dense, every seal whole, every event readable, every snapshot equal
 * to the fold of what lies before it.
 */
public final class DirectoryCheck {
    private static final int PAGE_EVENTS = 5_000;

    /**
     * What was found; no faults: all is well.
     *
     * @param notes what is no fault: what the next start will finish
     */
    public record Result(
            int logs,
            long records,
            long events,
            int snapshots,
            int erased,
            List<String> faults,
            List<String> notes) {}

    private final EventLog log;
    private final List<String> faults = new ArrayList<>();
    private final Map<RoomId, Charter> charters = new HashMap<>();
    private long events;
    private int snapshots;

    private DirectoryCheck(EventLog log) {
        this.log = log;
    }

    /**
     * @throws LogFailure when the directory cannot be opened at all
     */
    public static Result of(Path dir) {
        KeyCheck.Found keys = KeyCheck.of(dir);
        if (!keys.stops().isEmpty()) {
            return new Result(0, 0, 0, 0, 0, keys.stops(), keys.notes());
        }
        if (!Files.exists(dir.resolve("palabre.db"))) {
            throw new LogFailure(LogFailure.Reason.UNAVAILABLE, dir + " is not a data directory");
        }
        try (EventLog log = SqliteLog.open(dir, () -> "check")) {
            SqliteInspection.Found found = SqliteInspection.of(dir);
            DirectoryCheck check = new DirectoryCheck(log);
            check.faults.addAll(found.faults());
            check.faults.addAll(keys.damaged().values());
            check.faults.addAll(keys.strays());
            List<LogId> all = await(log.logs());
            List<LogId> ids =
                    all.stream().filter(l -> !keys.damaged().containsKey(l.session())).toList();
            ids.stream()
                    .filter(l -> l.room().isEmpty() && !l.equals(Organisers.ROSTER))
                    .forEach(check::session);
            ids.stream().filter(Organisers.ROSTER::equals).forEach(check::office);
            ids.stream().filter(l -> l.room().isPresent()).forEach(check::room);
            return new Result(
                    all.size(),
                    found.records(),
                    check.events,
                    check.snapshots,
                    found.erased(),
                    List.copyOf(check.faults),
                    keys.notes());
        }
    }

    private interface Fold {
        void add(LogRecord record);
    }

    private void session(LogId id) {
        SessionId sessionId = id.session();
        SessionEventCodec codec = new SessionEventCodec(sessionId);
        Session[] session = {Session.empty(sessionId)};
        walk(
                id,
                record -> {
                    for (SessionEvent event : codec.fromBytes(record.payload()).events()) {
                        session[0] = session[0].evolve(event);
                    }
                });
        charters.putAll(session[0].rooms());
    }

    private void office(LogId id) {
        OrganiserEventCodec codec = new OrganiserEventCodec();
        walk(id, record -> codec.fromBytes(record.payload()));
    }

    private void room(LogId id) {
        Charter charter = charters.get(id.room().orElseThrow());
        if (charter == null) {
            faults.add(id + ": its session does not know this room");
            return;
        }
        RoomEventCodec codec = new RoomEventCodec();
        Optional<Snapshot> snapshot = readSnapshot(id);
        Room[] room = {Room.empty(charter)};
        boolean[] compared = {false};
        walk(
                id,
                record -> {
                    long seq = record.firstSeq();
                    EventCodec.Batch<RoomEvent> batch = codec.fromBytes(record.payload());
                    for (RoomEvent event : batch.events()) {
                        long atMs = record.atMs();
                        room[0] =
                                room[0].evolve(
                                        RoomEventCodec.completed(batch, event, room[0], atMs),
                                        atMs);
                        if (snapshot.isPresent() && snapshot.get().seq() == seq) {
                            compared[0] = true;
                            compare(id, snapshot.get(), room[0], charter);
                        }
                        seq++;
                    }
                });
        if (snapshot.isPresent() && !compared[0]) {
            faults.add(id + ": its snapshot is of an event that is not there");
        }
    }

    private Optional<Snapshot> readSnapshot(LogId id) {
        try {
            return await(log.latestSnapshot(id));
        } catch (LogFailure e) {
            faults.add(id + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void compare(LogId id, Snapshot snapshot, Room folded, Charter charter) {
        snapshots++;
        if (snapshot.fold().equals(RoomCodec.FOLD)
                && !RoomCodec.read(charter, snapshot.payload()).equals(folded)) {
            faults.add(id + ": the snapshot at " + snapshot.seq() + " is not the fold");
        }
    }

    private void walk(LogId id, Fold fold) {
        long seq = 0;
        try {
            Page page;
            do {
                page = await(log.read(id, seq, PAGE_EVENTS));
                for (LogRecord record : page.records()) {
                    if (record.firstSeq() != seq + 1) {
                        faults.add(id + ": after " + seq + " comes " + record.firstSeq());
                    }
                    fold.add(record);
                    seq = record.lastSeq();
                    events += record.events();
                }
            } while (!page.end());
        } catch (
                RuntimeException e) { // whatever is unreadable is a fault, not the end of the check
            faults.add(id + ": after event " + seq + ": " + e.getMessage());
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(5, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LogFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the log does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
