package palabre.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import palabre.core.Role;
import palabre.http.PalabreServer;

/** A test against a real server with the demo's session, and a client that is no browser. */
public abstract class ServedTest {
    @TempDir protected Path data;
    protected TestServer server;
    protected Browserless http;

    @BeforeEach
    void serve() {
        server = new TestServer(data, tuning());
        http = new Browserless(server.base());
    }

    /** How the server keeps time. */
    protected PalabreServer.Tuning tuning() {
        return TestServer.QUICK;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The headers by which a token is shown. */
    protected static String[] as(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    /** As the host. */
    protected String[] organiser() {
        return as(server.organiser());
    }

    /** As somebody by the demo's link of a role. */
    protected String[] as(int room, Role role) {
        return as(server.token(room, role));
    }

    /** Sends a command that must be accepted. */
    protected void act(int room, Role role, String id, String body) {
        String json = "{\"id\":\"" + id + "\"," + body + "}";
        String path = "/api/rooms/" + server.room(room) + "/commands";
        assertThat(http.postJson(path, json, as(room, role)).body()).contains("\"ack\"");
    }
}
