package palabre.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import palabre.load.ServerProcess;

/** A client that was written from PROTOCOL.md alone takes part in a room. */
class ExampleClientTest {
    @Test
    void theExampleAsksForTheFloorAndGetsIt() throws Exception {
        try (ServerProcess server = ServerProcess.start()) {
            Process client =
                    new ProcessBuilder(
                                    "node",
                                    "../docs/examples/client.mjs",
                                    server.base(),
                                    server.room(0),
                                    server.token(0, "participant"),
                                    "--once")
                            .redirectErrorStream(true)
                            .start();
            List<String> said = new ArrayList<>();
            try (BufferedReader out =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    said.add(line);
                    if (line.equals("asked")) {
                        next(server);
                    }
                }
            }
            assertThat(client.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(said).contains("asked", "floor: Participant; waiting: nobody");
            assertThat(client.exitValue()).isZero();
        }
    }

    private static void next(ServerProcess server) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        server.base()
                                                + "/api/rooms/"
                                                + server.room(0)
                                                + "/commands"))
                        .header("Authorization", "Bearer " + server.token(0, "moderator"))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"id\":\"n\",\"do\":\"floor.next\"}"))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).body()).contains("ack");
        }
    }
}
