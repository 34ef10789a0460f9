package palabre.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import palabre.core.LinkId;
import palabre.core.PartId;
import palabre.core.RoomId;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.session.Session;
import palabre.log.Damages;
import palabre.log.Erasure;
import palabre.log.EventLog;
import palabre.log.LogId;
import palabre.log.MemoryLog;
import palabre.part.PartKinds;
import palabre.writer.Published;
import palabre.writer.Ticker;

/**
 * The rooms in memory: loaded when somebody comes, forgotten some time after the last has gone.
 * What is forgotten is in the log.
 */
public final class Rooms {
    /** What parts the rooms of a server may have beside main: each kind has its line here. */
    public static final PartKinds KINDS = PartKinds.NONE;

    private final Vertx vertx;
    private final EventLog durable;
    private final MemoryLog memory;
    private final Ticker ticker;
    private final Pace pace;
    private final PartKinds kinds;
    private final Damages damages;
    private final Cache<RoomId, Future<LiveRoom>> cache;
    private volatile RoomWatcher watcher = RoomWatcher.NONE;

    /**
     * @param durable keeps rooms that are on the record
     * @param memory keeps the others, in this process alone
     * @param kinds what parts a room may have beside main
     * @param damages is told of rooms that cannot be read
     * @param idle how long a room without people stays in memory
     */
    public Rooms(
            Vertx vertx,
            EventLog durable,
            MemoryLog memory,
            Ticker ticker,
            Pace pace,
            PartKinds kinds,
            Damages damages,
            Duration idle) {
        this.vertx = vertx;
        this.durable = durable;
        this.memory = memory;
        this.ticker = ticker;
        this.pace = pace;
        this.kinds = kinds;
        this.damages = damages;
        this.cache =
                Caffeine.newBuilder()
                        .expireAfterAccess(idle)
                        .scheduler(Scheduler.systemScheduler())
                        .executor(Runnable::run)
                        .<RoomId, Future<LiveRoom>>evictionListener(
                                (_, room, _) -> retire(room, CloseCode.INTERNAL))
                        .build();
    }

    private static void retire(@Nullable Future<LiveRoom> room, CloseCode code) {
        if (room != null) {
            room.onSuccess(r -> r.retire(code));
        }
    }

    /** What parts a room may have beside main. */
    public PartKinds kinds() {
        return kinds;
    }

    /** The room in memory. */
    public Future<LiveRoom> live(Charter charter) {
        Future<LiveRoom> room = cache.get(charter.room(), _ -> load(charter));
        return room.onFailure(_ -> cache.asMap().remove(charter.room(), room));
    }

    private Future<LiveRoom> load(Charter charter) {
        Context context = ((VertxInternal) vertx).createEventLoopContext();
        EventLog log = charter.onRecord() ? durable : memory;
        PartLogs logs =
                new PartLogs(log, LogId.of(charter.session(), charter.room()), ticker, damages);
        Casts casts = new Casts();
        var gathering = new Gathering<Room, RoomEvent>(Frames::tails, casts::of);
        return logs.load(
                context,
                PartId.MAIN,
                new RoomAggregate(charter),
                gathering,
                writer -> {
                    History history = gathering.history(writer.head().seq());
                    LiveParts parts =
                            new LiveParts(vertx, pace, kinds, logs, context, writer::state);
                    LiveRoom room =
                            new LiveRoom(vertx, pace, writer, history, casts, parts, new Watched());
                    gathering.goOn(room::published);
                    return room;
                });
    }

    /** Starts what the rooms do of themselves. */
    public void start() {
        vertx.setPeriodic(
                Math.max(10, 1_000 / ticker.times()),
                _ -> cache.asMap().keySet().forEach(this::tick));
    }

    private void tick(RoomId id) {
        Future<LiveRoom> loading = cache.policy().getIfPresentQuietly(id);
        if (loading == null || !loading.succeeded()) {
            return;
        }
        LiveRoom room = loading.result();
        room.tick();
        room.context()
                .runOnContext(_ -> {
                    if (!room.idle()) {
                        var _ = cache.getIfPresent(id); // in use: it stays
                    }
                });
    }

    /** The room as its record has it, also while it is off the record. */
    public Future<Room> recorded(Charter charter) {
        return charter.onRecord()
                ? live(charter).compose(r -> r.look(LiveRoom.View::room))
                : new RoomReplay(vertx, durable, charter.switched(true)).fold();
    }

    /** Who approved what was written down in a room, and as what: of what is on the record. */
    public Future<List<RoomReplay.Approval>> approvals(Charter charter) {
        return new RoomReplay(vertx, durable, charter.switched(true)).approvals();
    }

    /** What the log of a room holds; off the record there is none. */
    public Optional<RoomReplay> replay(Charter charter) {
        return charter.onRecord()
                ? Optional.of(new RoomReplay(vertx, durable, charter))
                : Optional.empty();
    }

    /** Whoever watches now. */
    private final class Watched implements RoomWatcher {
        @Override
        public void saw(LiveRoom room, Published<Room, RoomEvent> event) {
            watcher.saw(room, event);
        }

        @Override
        public void loaded(LiveRoom room, Room state) {
            watcher.loaded(room, state);
        }
    }

    /** From now on it sees what happens in every room. */
    public void watch(RoomWatcher seer) {
        watcher = seer;
    }

    /**
     * The room goes on under another charter: on the record, or off it.
     *
     * @param begin brings it to where it is to begin; nobody finds it before
     */
    public Future<LiveRoom> reopen(Charter charter, Function<LiveRoom, Future<Void>> begin) {
        Promise<LiveRoom> begun = Promise.promise();
        Future<LiveRoom> before = cache.asMap().put(charter.room(), begun.future());
        retire(before, CloseCode.SWITCHED);
        if (charter.onRecord()) {
            memory.forget(charter.room());
        }
        load(charter).compose(room -> begin.apply(room).map(room)).onComplete(begun);
        return begun.future().onFailure(_ -> cache.asMap().remove(charter.room(), begun.future()));
    }

    /**
     * Tells every room of a session what the session says of it now, as far as they can be read.
     */
    public Future<Void> brief(Session session) {
        List<Future<Void>> told =
                session.rooms().values().stream()
                        .map(c -> live(c).compose(r -> r.brief(session)))
                        .toList();
        return Future.join(told).<Void>mapEmpty().otherwiseEmpty();
    }

    /** Ends all that is connected by a link that is good no more. */
    public void endLink(Session session, LinkId link) {
        session.rooms().keySet().forEach(r -> known(r).ifPresent(l -> l.endLink(link)));
    }

    /** Nothing of a session's rooms stays in memory. */
    public Future<Void> drop(Session session) {
        for (RoomId room : session.rooms().keySet()) {
            retire(cache.asMap().remove(room), CloseCode.NOT_FOUND);
        }
        return memory.erase(new Erasure(session.id(), 0, ""));
    }

    /** The room, if it is in memory. */
    public Optional<LiveRoom> known(RoomId id) {
        Future<LiveRoom> room = cache.policy().getIfPresentQuietly(id);
        return room != null && room.succeeded() ? Optional.of(room.result()) : Optional.empty();
    }

    /** How many rooms are in memory. */
    public long size() {
        return cache.estimatedSize();
    }

    /** Ends every connection; who was there comes back when the server does. */
    public void stop() {
        cache.asMap().values().forEach(r -> retire(r, CloseCode.SHUTTING_DOWN));
    }
}
