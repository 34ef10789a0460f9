package palabre.http.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.core.Role;
import palabre.testing.Browserless;
import palabre.testing.TestServer;

/** One room whose log was altered: its people are told so, and the others notice nothing. */
class DamagedRoomTest {
    @TempDir Path data;
    private TestServer server;
    private Browserless http;

    @BeforeEach
    void damageTheRoundTable() throws SQLException {
        server = new TestServer(data);
        for (int room : new int[] {TestServer.PLENARY, TestServer.ROUND_TABLE}) {
            rename(room, "Before");
        }
        server.server().close();
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("palabre.db"));
                var s =
                        c.prepareStatement(
                                "UPDATE record SET sealed=zeroblob(length(sealed)) WHERE n=2 AND"
                                        + " log=(SELECT number FROM log WHERE room=?)")) {
            s.setString(1, server.room(TestServer.ROUND_TABLE));
            assertThat(s.executeUpdate()).isOne();
        }
        server = new TestServer(data);
        http = new Browserless(server.base());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String rename(int room, String name) {
        return new Browserless(server.base())
                .postJson(
                        "/api/rooms/" + server.room(room) + "/commands",
                        "{\"id\":\""
                                + name
                                + "\",\"do\":\"seat.rename\",\"name\":\""
                                + name
                                + "\"}",
                        "Authorization",
                        "Bearer " + server.token(room, Role.PARTICIPANT))
                .body();
    }

    private String organiser(String path) {
        return http.get(path, "Authorization", "Bearer " + server.organiser()).body();
    }

    @Test
    void whoWantsInIsToldThatTryingAgainDoesNotHelp() {
        assertThat(rename(TestServer.ROUND_TABLE, "After"))
                .contains("\"code\":\"DAMAGED\"", "\"temporary\":false");
        String door = "/j/" + server.token(TestServer.ROUND_TABLE, Role.PARTICIPANT);
        assertThat(http.form(door, Map.of("name", "Ana", "rules", "on", "version", "1")).body())
                .contains("Trying again does not help");
        String bearer = "Bearer " + server.token(TestServer.ROUND_TABLE, Role.PARTICIPANT);
        String room = "/r/" + server.room(TestServer.ROUND_TABLE);
        assertThat(http.get(room + "/text", "Authorization", bearer).body())
                .contains("Trying again does not help");
    }

    @Test
    void aStreamEndsWithACodeOfItsOwn() throws Exception {
        CompletableFuture<String> closed = new CompletableFuture<>();
        WebSocket socket =
                http.client()
                        .newWebSocketBuilder()
                        .subprotocols("palabre.v1")
                        .header(
                                "Authorization",
                                "Bearer " + server.token(TestServer.ROUND_TABLE, Role.PARTICIPANT))
                        .buildAsync(
                                URI.create(
                                        server.base().replace("http", "ws")
                                                + "/api/rooms/"
                                                + server.room(TestServer.ROUND_TABLE)
                                                + "/live"),
                                new WebSocket.Listener() {
                                    @Override
                                    public CompletionStage<?> onClose(
                                            WebSocket w, int code, String reason) {
                                        closed.complete(code + " " + reason);
                                        return CompletableFuture.completedStage(null);
                                    }
                                })
                        .get(20, TimeUnit.SECONDS);
        assertThat(closed.get(20, TimeUnit.SECONDS)).isEqualTo("4016 DAMAGED retry=300000");
        socket.abort();
    }

    @Test
    void theOthersNoticeNothing() {
        rename(TestServer.ROUND_TABLE, "After");
        assertThat(rename(TestServer.PLENARY, "After")).contains("\"ack\"");
        assertThat(http.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void theOrganiserAndWhoeverRunsTheServerAreTold() {
        rename(TestServer.ROUND_TABLE, "After");
        assertThat(organiser("/o/" + server.organiser())).contains("id=\"damaged\"", "was altered");
        assertThat(organiser("/api/sessions")).contains("\"damaged\":[{\"room\":");
        assertThat(http.get("/metrics").body())
                .contains("palabre_damaged 1.0")
                .doesNotContain(server.room(TestServer.ROUND_TABLE));
        assertThat(http.get("/health/ready").body()).contains("damaged: 1");
    }

    @Test
    void aStrangerFindsNothingAsEver() {
        String room = "/r/" + server.room(TestServer.ROUND_TABLE);
        assertThat(http.get(room).statusCode()).isEqualTo(404);
        assertThat(http.get(room).body()).doesNotContain("damaged");
    }
}
