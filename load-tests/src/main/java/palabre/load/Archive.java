package palabre.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorCommand;
import palabre.core.policy.RequestKind;
import palabre.core.room.Charter;
import palabre.core.room.RoomCommand;
import palabre.live.LiveRoom;
import palabre.live.Pace;
import palabre.live.Rooms;
import palabre.log.Damages;
import palabre.log.MemoryLog;
import palabre.log.sqlite.SqliteLog;
import palabre.secrets.ServerKey;
import palabre.sessions.Sessions;
import palabre.writer.Ticker;

/**
 * Opens a room whose log has 50,000 events, on a server that has not touched it yet, again and
 * again: its page, and its minutes; cold, as the first thing that a new process does, and while
 * other rooms are in use. A session with 500 people and 40 rooms is made besides.
 */
final class Archive implements Scenario {
    private static final int EVENTS = 50_000;

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        int times = plan.times(10);
        try (ServerProcess server = ServerProcess.start()) {
            server.get("/api/rooms/" + server.room(0) + "/figures", server.token(0, "participant"));
            file(server, figures);
            server.stop();
            long events = fill(server);
            Map<String, ?> about = Map.of("events", events, "times", times);
            Histogram page = new Histogram(3);
            Histogram minutes = new Histogram(3);
            Histogram cold = new Histogram(3);
            String room = "/r/" + server.room(0);
            String token = server.token(0, "participant");
            for (int i = 0; i < times; i++) {
                server.startAgain();
                cold.recordValue(micros(server, room + "/text", token));
                server.stop();
                server.startAgain();
                inUse(server);
                page.recordValue(micros(server, room + "/text", token));
                server.stop();
                server.startAgain();
                inUse(server);
                minutes.recordValue(micros(server, room + "/pack", token));
                server.stop();
            }
            figures.print("archive.cold.p50", cold.getValueAtPercentile(50) / 1e3, "ms", about);
            figures.print("archive.open.p50", page.getValueAtPercentile(50) / 1e3, "ms", about);
            figures.print("archive.open.max", page.getMaxValue() / 1e3, "ms", about);
            figures.print("archive.pack.p50", minutes.getValueAtPercentile(50) / 1e3, "ms", about);
            figures.print("archive.pack.max", minutes.getMaxValue() / 1e3, "ms", about);
            server.startAgain();
        }
    }

    private static void file(ServerProcess server, Figures figures) throws Exception {
        StringBuilder file = new StringBuilder("{\"title\":\"Large\",\"rooms\":[");
        for (int i = 0; i < 40; i++) {
            file.append(i == 0 ? "" : ",");
            file.append("{\"key\":\"r" + i + "\",\"title\":\"Room " + i + "\"}");
        }
        file.append("],\"people\":[");
        for (int i = 0; i < 500; i++) {
            file.append(i == 0 ? "" : ",");
            file.append("{\"name\":\"Person " + i + "\",\"room\":\"r" + i % 40 + "\"}");
        }
        long start = System.nanoTime();
        server.organise("/api/sessions", file.append("]}").toString());
        double ms = (System.nanoTime() - start) / 1e6;
        figures.print("session.create", ms, "ms", Map.of("people", 500, "rooms", 40));
    }

    /** Other rooms are in use: this server has answered before. */
    private static void inUse(ServerProcess server) throws Exception {
        for (int i = 0; i < 20; i++) {
            micros(server, "/r/" + server.room(1) + "/text", server.token(1, "participant"));
        }
    }

    private static long micros(ServerProcess server, String path, String token) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.base() + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest warm =
                    HttpRequest.newBuilder(URI.create(server.base() + "/health/live")).build();
            client.send(warm, BodyHandlers.discarding());
            long start = System.nanoTime();
            int status = client.send(request, BodyHandlers.ofString()).statusCode();
            long took = (System.nanoTime() - start) / 1_000;
            if (status != 200) {
                throw new IllegalStateException(path + " answered " + status);
            }
            return took;
        }
    }

    /** Writes the log as the server would: asked, withdrawn, asked again. */
    private static long fill(ServerProcess server) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (SqliteLog log = SqliteLog.open(server.data(), () -> "epoch")) {
            ServerKey key = new ServerKey(await(log.serverKey()));
            Damages damages = new Damages();
            Sessions sessions = new Sessions(vertx, log, key, Ticker.system(), damages);
            await(sessions.load());
            Rooms rooms =
                    new Rooms(
                            vertx,
                            log,
                            new MemoryLog(() -> "epoch"),
                            Ticker.system(),
                            Pace.NORMAL,
                            Rooms.KINDS,
                            damages,
                            Duration.ofHours(1));
            Charter charter =
                    sessions.find(new SessionId("demo")).orElseThrow().mainRoom().orElseThrow();
            LiveRoom room = await(rooms.live(charter));
            SeatId seat =
                    await(
                            room.look(v ->
                                    v.room().seats().values().stream()
                                            .filter(s -> s.person().role().speaks())
                                            .findFirst()
                                            .orElseThrow()
                                            .id()));
            RoomCommand ask =
                    RoomCommand.of(
                            new FloorCommand.RequestFloor(
                                    Ask.of(RequestKind.SPEECH), Optional.empty()));
            RoomCommand done = RoomCommand.of(new FloorCommand.ReleaseFloor(Optional.empty()));
            for (int i = 0; i < EVENTS / 2; i += 250) {
                List<Future<?>> batch = new ArrayList<>();
                for (int j = 0; j < 250; j++) {
                    batch.add(room.byServer(seat, ask));
                    batch.add(room.byServer(seat, done));
                }
                await(Future.all(batch));
            }
            return await(room.look(v -> v.position().seq()));
        } finally {
            await(vertx.close());
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
    }
}
