package palabre.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.room.Charter;
import palabre.core.room.RoomCommand;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.session.Session;
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
 * What is heavy, done while twenty rooms meet: thousands are imported; a room of thousands, whose
 * log is twice as long, is opened, listed, exported, written up, given rules, sent into groups and
 * closed. Measured: how long the commands of the other rooms take meanwhile. No event loop may be
 * held up (see {@link ServerProcess#close}).
 */
public final class Weight implements Scenario {
    /** Each of the twenty asks and withdraws once a second. */
    private static final int PER_SECOND = 40;

    private static final int AT_ONCE = 250;
    private static final int SENT = 500;

    private final Histogram calm = new ConcurrentHistogram(3);
    private final Histogram meanwhile = new ConcurrentHistogram(3);
    private final AtomicInteger unanswered = new AtomicInteger();
    private LinkId shared = LinkId.VISITOR;

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        int people = plan.participants(5_000);
        try (ServerProcess server = ServerProcess.start();
                Crew crew = new Crew(server.port())) {
            server.stop();
            fill(server, people);
            server.startAgain();
            List<Member> seats = new ArrayList<>();
            FloorRate.prepare(server, crew, new ArrayList<>(), seats);
            FloorRate.run(seats, PER_SECOND, 4, "w", new Histogram(3), new AtomicInteger());
            FloorRate.run(seats, PER_SECOND, 10, "q", calm, unanswered);
            print(figures, "nothing", 0, calm);
            String imported =
                    server.organise("/api/sessions", "{\"title\":\"Large\"}")
                            .path("id")
                            .textValue();
            during(seats, figures, "import", () -> bring(server, imported, people));
            String room = server.room(0);
            String chair = server.token(0, "moderator");
            String api = "/api/rooms/" + room;
            for (String path :
                    List.of(
                            "/r/" + room + "/text",
                            api + "/people",
                            api + "/figures",
                            api + "/log",
                            "/r/" + room + "/pack",
                            "/r/" + room + "/pack.md",
                            "/r/" + room + "/pack.docx",
                            "/r/" + room + "/statistics.csv")) {
                String name = path.substring(path.lastIndexOf('/') + 1);
                during(seats, figures, name, () -> ask(server, path, chair, "GET", ""));
            }
            during(seats, figures, "groups", () -> groups(server, chair));
            during(seats, figures, "close", () -> close(server, chair));
            figures.mustBeZero("command.unanswered", unanswered.get(), Map.of("people", people));
        }
    }

    /** The other rooms go on until the work is done. */
    private void during(List<Member> seats, Figures figures, String what, Callable<Integer> work)
            throws Exception {
        meanwhile.reset();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger status = new AtomicInteger();
        long start = System.nanoTime();
        Thread worker =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                status.set(work.call());
                            } catch (Exception e) {
                                figures.note(what + ": " + e);
                            } finally {
                                over.set(true);
                            }
                        });
        for (int i = 0; !over.get() && i < 120; i++) {
            FloorRate.run(seats, PER_SECOND, 1, what + i + "-", meanwhile, unanswered);
        }
        worker.join(Duration.ofSeconds(1));
        print(figures, what, (System.nanoTime() - start) / 1_000_000, meanwhile);
        figures.mustBeZero(
                "weight.failed",
                status.get() / 100 == 2 ? 0 : 1,
                Map.of("during", what, "is", status));
    }

    private static void print(Figures figures, String what, long tookMs, Histogram acks) {
        Map<String, ?> about = Map.of("during", what, "ms", tookMs);
        figures.print("command.ack.p99", acks.getValueAtPercentile(99) / 1e3, "ms", about);
    }

    private static int bring(ServerProcess server, String session, int people) throws Exception {
        StringBuilder table = new StringBuilder("name,team\n");
        for (int i = 0; i < people; i++) {
            table.append("Person ").append(i).append(",Gabon\n");
        }
        String path = "/api/sessions/" + session + "/people";
        return ask(server, path, server.organiser(), "POST", table.toString());
    }

    private int groups(ServerProcess server, String chair) throws Exception {
        StringBuilder seats = new StringBuilder();
        for (int i = 0; i < SENT; i++) {
            seats.append(i == 0 ? "\"" : ",\"").append(seat(i).value()).append('"');
        }
        String body =
                "{\"id\":\"groups\",\"do\":\"groups.open\",\"groups\":["
                        + "{\"title\":\"Law\",\"seats\":["
                        + seats
                        + "]}],\"mix\":\"hand\"}";
        return ask(server, "/api/rooms/" + server.room(0) + "/commands", chair, "POST", body);
    }

    private static int close(ServerProcess server, String chair) throws Exception {
        String path = "/api/rooms/" + server.room(0) + "/commands";
        int status = 0;
        for (String act :
                List.of(
                        "\"result.none\",\"kind\":\"key-point\"",
                        "\"result.none\",\"kind\":\"action\"",
                        "\"next.none\"",
                        "\"session.close\"")) {
            String body = "{\"id\":\"close-" + act.length() + "\",\"do\":" + act + "}";
            status = ask(server, path, chair, "POST", body);
        }
        return status;
    }

    private static int ask(
            ServerProcess server, String path, String token, String method, String body)
            throws Exception {
        String type = body.startsWith("{") ? "application/json" : "text/csv";
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.base() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .timeout(Duration.ofSeconds(100))
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private SeatId seat(int index) {
        return new SeatId(shared + "-p" + index);
    }

    /** So many have come into the demo's plenary, and everybody has taken another name. */
    private void fill(ServerProcess server, int people) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (SqliteLog log = SqliteLog.open(server.data(), () -> "epoch")) {
            ServerKey key = new ServerKey(await(log.serverKey()));
            Damages damages = new Damages();
            Sessions sessions = new Sessions(vertx, log, key, Ticker.system(), damages);
            await(sessions.load());
            MemoryLog memory = new MemoryLog(() -> "epoch");
            Duration idle = Duration.ofHours(1);
            Ticker ticker = Ticker.system();
            Rooms rooms =
                    new Rooms(vertx, log, memory, ticker, Pace.NORMAL, Rooms.KINDS, damages, idle);
            Session session = sessions.find(new SessionId("demo")).orElseThrow();
            Charter charter = session.mainRoom().orElseThrow();
            shared =
                    session.links().values().stream()
                            .filter(l -> l.room().equals(charter.room()))
                            .filter(l -> l.person().role() == Role.PARTICIPANT)
                            .findFirst()
                            .orElseThrow()
                            .id();
            LiveRoom room = await(rooms.live(charter));
            for (int from = 0; from < people; from += AT_ONCE) {
                List<Future<?>> some = new ArrayList<>();
                for (int i = from; i < Math.min(people, from + AT_ONCE); i++) {
                    Person person =
                            new Person("Person " + i, Role.PARTICIPANT, "Team " + i % 200, "", "");
                    some.add(
                            room.byServer(
                                    seat(i), RoomCommand.of(new SeatCommand.TakeSeat(person))));
                    some.add(
                            room.byServer(
                                    seat(i), RoomCommand.of(new SeatCommand.Rename("Other " + i))));
                }
                await(Future.all(some));
            }
        } finally {
            await(vertx.close());
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
    }
}
