package palabre.load;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import palabre.codec.EventCodec;
import palabre.codec.RoomEventCodec;
import palabre.codec.SessionEventCodec;
import palabre.core.Audience;
import palabre.core.RoomId;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.room.Visibility;
import palabre.core.seats.SeatEvent;
import palabre.core.session.Session;
import palabre.core.session.SessionEvent;
import palabre.log.EventLog;
import palabre.log.LogId;
import palabre.log.LogRecord;
import palabre.log.Page;
import palabre.log.sqlite.SqliteLog;

/** What really happened in a room: read from the data directory that a stopped server left. */
final class Truth {
    private final List<Long> seen = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private Room room;
    private long head;

    private Truth(Room start) {
        this.room = start;
    }

    /** The numbers of all events that the audience may see. */
    static Truth of(Path data, String roomId, Audience audience) {
        try (EventLog log = SqliteLog.open(data, () -> "truth")) {
            for (LogId id : await(log.logs())) {
                if (id.room().isEmpty()) {
                    Session session = session(log, id);
                    Charter charter = session.rooms().get(new RoomId(roomId));
                    if (charter != null) {
                        Truth truth = new Truth(Room.empty(charter));
                        truth.fold(log, LogId.of(id.session(), charter.room()), audience);
                        return truth;
                    }
                }
            }
        }
        throw new IllegalArgumentException("no room " + roomId);
    }

    private static Session session(EventLog log, LogId id) {
        SessionEventCodec codec = new SessionEventCodec(id.session());
        Session session = Session.empty(id.session());
        for (LogRecord record : await(log.read(id, 0, Integer.MAX_VALUE)).records()) {
            for (SessionEvent event : codec.fromBytes(record.payload()).events()) {
                session = session.evolve(event);
            }
        }
        return session;
    }

    private void fold(EventLog log, LogId id, Audience audience) {
        RoomEventCodec codec = new RoomEventCodec();
        Page page;
        do {
            page = await(log.read(id, head, 5_000));
            for (LogRecord record : page.records()) {
                long seq = record.firstSeq();
                EventCodec.Batch<RoomEvent> batch = codec.fromBytes(record.payload());
                for (RoomEvent read : batch.events()) {
                    RoomEvent event = RoomEventCodec.completed(batch, read, room, record.atMs());
                    Room after = room.evolve(event, record.atMs());
                    if (Visibility.told(audience, event, room, after).isPresent()) {
                        seen.add(seq);
                    }
                    if (event instanceof RoomEvent.OnSeats(SeatEvent.SeatRenamed renamed)) {
                        names.add(renamed.name());
                    }
                    room = after;
                    seq++;
                }
                head = record.lastSeq();
            }
        } while (!page.end());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    List<Long> seen() {
        return seen;
    }

    /** Every name that somebody took in the room, as often as they took it. */
    List<String> names() {
        return names;
    }
}
