package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.core.Role;
import palabre.testing.Browserless;
import palabre.testing.Seeds;
import palabre.testing.TestServer;
import palabre.testing.WsCarrier;

/** Random bytes at every door; afterwards everything still works. */
class CarrierFuzzTest {
    @TempDir Path data;

    static List<Long> seeds() {
        return Seeds.some(2);
    }

    private static byte[] rubbish(Random random) {
        byte[] bytes =
                "{\"id\":\"a\",\"do\":\"floor.request\",\"topic\":\"x\"}"
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(70_000)) : bytes;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingThatComesInBreaksTheRoom(long seed) {
        Random random = new Random(seed);
        try (TestServer server = new TestServer(data)) {
            String room = "/api/rooms/" + server.room(TestServer.PLENARY);
            String token = "Bearer " + server.token(TestServer.PLENARY, Role.PARTICIPANT);
            Browserless http = new Browserless(server.base());
            WsCarrier socket =
                    new WsCarrier(
                            server,
                            TestServer.PLENARY,
                            server.token(TestServer.PLENARY, Role.SECRETARY));
            socket.connect();
            for (int i = 0; i < 150; i++) {
                byte[] bytes = rubbish(random);
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                int status =
                        switch (random.nextInt(4)) {
                            case 0 ->
                                    http.post(
                                                    room + "/commands",
                                                    "application/json",
                                                    bytes,
                                                    "Authorization",
                                                    token)
                                            .statusCode();
                            case 1 ->
                                    http.get(
                                                    room
                                                            + "/live?after="
                                                            + random.nextLong()
                                                            + "&wait=x",
                                                    "Accept",
                                                    "application/x-ndjson",
                                                    "Authorization",
                                                    token)
                                            .statusCode();
                            case 2 ->
                                    http.post(
                                                    "/r/"
                                                            + server.room(TestServer.PLENARY)
                                                            + "/text",
                                                    "application/x-www-form-urlencoded",
                                                    bytes,
                                                    "Authorization",
                                                    token)
                                            .statusCode();
                            default -> {
                                try {
                                    socket.sendRaw(text.substring(0, Math.min(200, text.length())));
                                } catch (RuntimeException e) {
                                    socket.connect();
                                }
                                yield 200;
                            }
                        };
                assertThat(status).isIn(200, 303, 400, 403, 413);
            }
            WsCarrier chair =
                    new WsCarrier(
                            server,
                            TestServer.PLENARY,
                            server.token(TestServer.PLENARY, Role.MODERATOR));
            chair.connect();
            assertThat(chair.send("{\"id\":\"ok\",\"do\":\"list.close\"}").has("ack")).isTrue();
            chair.close();
            socket.close();
        } catch (UncheckedIOException e) {
            throw new AssertionError("the server hung up", e);
        }
    }
}
