package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.http.PalabreServer;
import palabre.http.base.ServerConfig;

/** A test of what becomes of data directories while servers come and go on them. */
public abstract class DirectoryTest {
    @TempDir protected Path dir;

    /** Where the first server keeps what it has. */
    protected Path data;

    @BeforeEach
    void name() {
        data = dir.resolve("data");
    }

    protected PalabreServer serve() throws IOException {
        return serve(data);
    }

    protected static PalabreServer serve(Path data) throws IOException {
        return serve(data, TestServer.QUICK);
    }

    protected static PalabreServer serve(Path data, PalabreServer.Tuning tuning)
            throws IOException {
        return PalabreServer.start(
                new ServerConfig("127.0.0.1", 0, Optional.empty(), List.of()), data, tuning);
    }

    protected static String base(PalabreServer server) {
        return "http://127.0.0.1:" + server.port();
    }

    protected static Browserless http(PalabreServer server) {
        return new Browserless(base(server));
    }

    /** The host's token. */
    protected static String host(PalabreServer server) {
        return server.links().host().path("token").asText();
    }

    /** What the host asks of the interface. */
    protected static JsonNode post(PalabreServer server, String path, String body) {
        String[] host = ServedTest.as(host(server));
        try {
            return Json.parse(http(server).postJson(path, body, host).body());
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    /** A session with a moderator, Mo. */
    protected static JsonNode session(PalabreServer server, String title) {
        String people = "\"people\":[{\"name\":\"Mo\",\"role\":\"moderator\"}]";
        return post(server, "/api/sessions", "{\"title\":\"" + title + "\"," + people + "}");
    }

    /** Mo's. */
    protected static String token(JsonNode session) {
        return session.path("rooms").path(0).path("links").path(0).path("token").asText();
    }

    protected static void enter(PalabreServer server, JsonNode session) {
        http(server).form("/j/" + token(session), Map.of("name", "Mo"));
    }

    /** An organiser is appointed: their token. */
    protected static String appoint(PalabreServer server) {
        return post(server, "/api/organisers", "{\"name\":\"Ana\"}").path("token").asText();
    }
}
