package palabre.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import palabre.codec.EventCodec;
import palabre.codec.Json;
import palabre.codec.RoomEventCodec;
import palabre.core.Audience;
import palabre.core.results.ResultsEvent;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.room.Visibility;
import palabre.log.EventLog;
import palabre.log.Head;
import palabre.log.LogId;
import palabre.log.LogRecord;
import palabre.log.Page;

/**
 * The log of a room read once more, as an audience may see it: a line of JSON for each event. The
 * first line says which room, the last up to where; without the last something is missing.
 */
public final class RoomReplay {
    private static final int PAGE_EVENTS = 500;
    private static final RoomEventCodec EVENTS = new RoomEventCodec();

    private final Vertx vertx;
    private final EventLog log;
    private final LogId id;
    private final Charter charter;

    RoomReplay(Vertx vertx, EventLog log, Charter charter) {
        this.vertx = vertx;
        this.log = log;
        this.id = LogId.of(charter.session(), charter.room());
        this.charter = charter;
    }

    /**
     * @param sink takes some whole lines; is given more when it is ready
     */
    public Future<Void> write(Audience audience, Function<String, Future<Void>> sink) {
        return log.head(id)
                .compose(head -> sink.apply(first(head)))
                .compose(_ -> rest(audience, sink, Room.empty(charter), 0));
    }

    /** What the whole log comes to. */
    public Future<Room> fold() {
        return fold(Room.empty(charter), 0);
    }

    private Future<Room> fold(Room before, long after) {
        return log.read(id, after, PAGE_EVENTS)
                .compose(page ->
                        aside(() -> folded(before, page))
                                .compose(room ->
                                        isLast(page)
                                                ? Future.succeededFuture(room)
                                                : fold(room, page.records().getLast().lastSeq())));
    }

    /** Neither the log's own thread nor an event loop waits for what is long. */
    @SuppressWarnings("NullAway") // what is done answers something
    private <T> Future<T> aside(Callable<T> work) {
        return vertx.executeBlocking(work, false).map(Objects::requireNonNull);
    }

    private static boolean isLast(Page page) {
        return page.end() || page.records().isEmpty();
    }

    private static Room folded(Room before, Page page) {
        Room room = before;
        for (LogRecord record : page.records()) {
            EventCodec.Batch<RoomEvent> batch = EVENTS.fromBytes(record.payload());
            for (RoomEvent read : batch.events()) {
                room = room.evolve(complete(batch, read, room, record), record.atMs());
            }
        }
        return room;
    }

    /**
     * Somebody approved what was written down.
     *
     * @param room as it is with that
     */
    public record Approval(Room room, long atMs, String name) {}

    /** The approvals of what was written down, the oldest first. */
    Future<List<Approval>> approvals() {
        return approvals(Room.empty(charter), 0, new ArrayList<>());
    }

    private Future<List<Approval>> approvals(Room before, long after, List<Approval> found) {
        return log.read(id, after, PAGE_EVENTS)
                .compose(page ->
                        aside(() -> approvals(before, page, found))
                                .compose(room ->
                                        isLast(page)
                                                ? Future.succeededFuture(found)
                                                : approvals(
                                                        room,
                                                        page.records().getLast().lastSeq(),
                                                        found)));
    }

    private static Room approvals(Room before, Page page, List<Approval> found) {
        Room room = before;
        for (LogRecord record : page.records()) {
            EventCodec.Batch<RoomEvent> batch = EVENTS.fromBytes(record.payload());
            for (RoomEvent read : batch.events()) {
                RoomEvent event = complete(batch, read, room, record);
                room = room.evolve(event, record.atMs());
                if (event instanceof RoomEvent.OnResults(ResultsEvent.ResultsApproved e)) {
                    found.add(new Approval(room, record.atMs(), e.name()));
                }
            }
        }
        return room;
    }

    private String first(Head head) {
        return Json.write(
                        Json.object()
                                .put("room", charter.room().value())
                                .put("title", charter.title())
                                .put("access", charter.access() == Access.OPEN ? "open" : "closed")
                                .put("epoch", head.epoch()))
                + "\n";
    }

    private Future<Void> rest(
            Audience audience, Function<String, Future<Void>> sink, Room before, long after) {
        StringBuilder lines = new StringBuilder();
        return log.read(id, after, PAGE_EVENTS)
                .compose(page ->
                        aside(() -> lines(audience, before, page, lines))
                                .compose(room -> {
                                    long upTo =
                                            page.records().isEmpty()
                                                    ? after
                                                    : page.records().getLast().lastSeq();
                                    if (page.end()) {
                                        lines.append("{\"end\":" + upTo + "}\n");
                                        return sink.apply(lines.toString());
                                    }
                                    return sink.apply(lines.toString())
                                            .compose(_ -> rest(audience, sink, room, upTo));
                                }));
    }

    private static RoomEvent complete(
            EventCodec.Batch<RoomEvent> batch, RoomEvent event, Room before, LogRecord record) {
        return RoomEventCodec.completed(batch, event, before, record.atMs());
    }

    private static Room lines(Audience audience, Room before, Page page, StringBuilder lines) {
        Room room = before;
        for (LogRecord record : page.records()) {
            EventCodec.Batch<RoomEvent> batch = EVENTS.fromBytes(record.payload());
            long seq = record.firstSeq();
            for (RoomEvent read : batch.events()) {
                RoomEvent event = complete(batch, read, room, record);
                Optional<RoomEvent> seen = Visibility.inLog(audience, event, room);
                if (seen.isPresent()) {
                    ObjectNode line =
                            Json.object()
                                    .put("seq", seq)
                                    .put("at", record.atMs())
                                    .put("by", batch.by().value());
                    lines.append(Json.write(line.setAll(EVENTS.writeSeen(seen.get()))))
                            .append('\n');
                }
                room = room.evolve(event, record.atMs());
                seq++;
            }
        }
        return room;
    }
}
