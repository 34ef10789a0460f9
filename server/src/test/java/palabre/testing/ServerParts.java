package palabre.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import palabre.coordination.RoomCoordinator;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.room.Charter;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.live.LiveRoom;
import palabre.live.Pace;
import palabre.live.Rooms;
import palabre.log.Damages;
import palabre.log.EventLog;
import palabre.log.MemoryLog;
import palabre.secrets.ServerKey;
import palabre.sessions.Sessions;
import palabre.writer.Reply;
import palabre.writer.Request;
import palabre.writer.Ticker;

/** A server without its carriers, over a log that outlives it. */
public final class ServerParts implements AutoCloseable {
    private static final AtomicInteger EPOCHS = new AtomicInteger();

    private final Vertx vertx;
    private final Ticker ticker;
    public final Sessions sessions;
    public final Rooms rooms;

    /**
     * @param durable what is on the record
     */
    public ServerParts(Vertx vertx, EventLog durable, Ticker ticker) {
        this.vertx = vertx;
        this.ticker = ticker;
        ServerKey key = new ServerKey(new byte[32]);
        Damages damages = new Damages();
        sessions = new Sessions(vertx, durable, key, ticker, damages);
        await(sessions.load());
        MemoryLog memory = new MemoryLog(() -> "m" + EPOCHS.incrementAndGet());
        rooms =
                new Rooms(
                        vertx,
                        durable,
                        memory,
                        ticker,
                        Pace.NORMAL,
                        Rooms.KINDS,
                        damages,
                        Duration.ofHours(1));
    }

    /** From now on rooms are conducted; what was begun before is finished. */
    public RoomCoordinator conducted() {
        RoomCoordinator coordinator = new RoomCoordinator(vertx, sessions, rooms, ticker);
        await(coordinator.start());
        return coordinator;
    }

    public Session session(SessionId id) {
        return sessions.find(id).orElseThrow();
    }

    /** A session's command, as an organiser gives it. */
    public Reply organise(SessionId id, String command, SessionCommand what) {
        SeatId by = new SeatId("organiser");
        return await(sessions.submit(id, new Request<>(by, command, "", what)));
    }

    /** The room, told what its session says of it, as for whoever comes in. */
    public LiveRoom briefed(Charter charter) {
        LiveRoom room = await(rooms.live(charter));
        await(room.brief(session(charter.session())));
        return room;
    }

    /** What a test waits for comes at once, or never. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Nothing of it writes any more. */
    @Override
    public void close() {
        rooms.stop();
    }
}
