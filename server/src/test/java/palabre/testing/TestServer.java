package palabre.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import palabre.core.Role;
import palabre.core.room.Charter;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.demo.Demo;
import palabre.http.PalabreServer;
import palabre.http.base.ServerConfig;
import palabre.live.Pace;
import palabre.live.Rooms;
import palabre.part.PartKinds;

/** A real server on a free port, with the demo's session; can be stopped and started again. */
public final class TestServer implements AutoCloseable {
    /** As in earnest, but for heartbeats, which tests would wait for too long. */
    public static final PalabreServer.Tuning QUICK =
            new PalabreServer.Tuning(
                    new Pace(300, 3_000, 500, 500, 1_000, 20), Duration.ofMinutes(10), 2_000, 0, 1);

    public static final int PLENARY = 0;
    public static final int ROUND_TABLE = 1;
    public static final int SAFE_ROOM = 2;

    private final Path data;
    private final PalabreServer.Tuning tuning;
    private final PartKinds kinds;
    private PalabreServer server;
    private Session session;

    public TestServer(Path data) {
        this(data, QUICK);
    }

    public TestServer(Path data, PalabreServer.Tuning tuning) {
        this(data, tuning, Rooms.KINDS);
    }

    /**
     * @param kinds what parts its rooms may have beside main
     */
    public TestServer(Path data, PalabreServer.Tuning tuning, PartKinds kinds) {
        this.data = data;
        this.tuning = tuning;
        this.kinds = kinds;
        this.server = open(0);
        this.session = Demo.prepare(server.sessions());
    }

    private PalabreServer open(int port) {
        try {
            return PalabreServer.start(
                    new ServerConfig("127.0.0.1", port, Optional.empty(), List.of()),
                    data,
                    tuning,
                    kinds);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** An orderly stop and a start on the same directory and port. */
    public void restart() {
        restart(() -> {});
    }

    /**
     * @param meanwhile done while the server is down
     */
    public void restart(Runnable meanwhile) {
        int port = server.port();
        server.close();
        meanwhile.run();
        server = open(port);
        session = Demo.prepare(server.sessions());
    }

    public int port() {
        return server.port();
    }

    public String base() {
        return "http://127.0.0.1:" + port();
    }

    private Charter charter(int room) {
        return List.copyOf(session.rooms().values()).get(room);
    }

    public String room(int room) {
        return charter(room).room().value();
    }

    /** The token of the demo's link of a role. */
    public String token(int room, Role role) {
        Link link =
                session.links().values().stream()
                        .filter(l -> l.room().equals(charter(room).room()))
                        .filter(l -> l.person().role() == role)
                        .findFirst()
                        .orElseThrow();
        return server.links().link(session, link).path("token").textValue();
    }

    public String organiser() {
        return server.links().host().path("token").textValue();
    }

    public PalabreServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
