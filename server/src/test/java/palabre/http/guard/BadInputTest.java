package palabre.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palabre.core.Role;
import palabre.testing.Browserless;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;
import palabre.testing.WsCarrier;

/** Rubbish gets a documented code, and nobody else notices. */
class BadInputTest {
    @TempDir Path data;
    private TestServer server;
    private WsCarrier bystander;
    private String room;
    private String token;
    private Browserless http;

    @BeforeEach
    void start() {
        server = new TestServer(data);
        room = server.room(TestServer.ROUND_TABLE);
        token = server.token(TestServer.ROUND_TABLE, Role.PARTICIPANT);
        http = new Browserless(server.base());
        bystander =
                new WsCarrier(
                        server,
                        TestServer.ROUND_TABLE,
                        server.token(TestServer.ROUND_TABLE, Role.MODERATOR));
        bystander.connect();
    }

    /** Whoever else is in the room still gets what they ask for. */
    @AfterEach
    void nobodyElseNotices() {
        if (bystander.closeCode == 4003) {
            bystander.connect(); // it has no heart of its own, and some of these take long
        }
        assertThat(bystander.send("{\"id\":\"still\",\"do\":\"list.close\"}").has("ack")).isTrue();
        bystander.close();
        server.close();
    }

    private HttpResponse<String> post(byte[] body) {
        return http.post(
                "/api/rooms/" + room + "/commands",
                "application/json",
                body,
                "Authorization",
                "Bearer " + token);
    }

    private JsonNode answer(String body) {
        return StreamCarrier.json(post(body.getBytes(StandardCharsets.UTF_8)).body());
    }

    private WsCarrier socket() {
        WsCarrier socket = new WsCarrier(server, TestServer.ROUND_TABLE, token);
        socket.connect();
        return socket;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BAD_JSON | {\"id\":\"a\",",
                "BAD_JSON | {\"id\":\"a\",\"id\":\"b\",\"do\":\"floor.request\"}",
                "BAD_JSON | {\"id\":\"a\",\"do\":\"floor.next\"} trailing",
                "BAD_JSON | [[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]",
                "BAD_FIELD | 17",
                "BAD_FIELD | {\"id\":\"a\"}",
                "BAD_FIELD | {\"id\":\"a\",\"do\":7}",
                "BAD_FIELD | {\"id\":\"a\",\"do\":\"floor.request\",\"topic\":7}",
                "BAD_FIELD | {\"id\":\"a\",\"do\":\"floor.request\",\"topic\":\"two\\nlines\"}",
                "BAD_FIELD | {\"id\":\"a\",\"do\":\"floor.request\",\"topic\":\"a\\u202eb\"}",
                "BAD_FIELD | {\"id\":\"a\",\"do\":\"floor.grant\"}",
                "BAD_FIELD | {\"id\":\"a\",\"do\":\"floor.grant\",\"request\":\"1\"}",
                "BAD_FIELD | {\"id\":\"a\",\"do\":\"floor.grant\",\"request\":-1}",
                "BAD_FIELD | {\"id\":\"a\",\"do\":\"floor.grant\",\"request\":1.5}",
                "BAD_FIELD |"
                        + " {\"id\":\"a\",\"do\":\"floor.grant\",\"request\":99999999999999999999}",
                "BAD_FIELD | {\"id\":\"a\",\"do\":\"seat.remove\",\"seat\":\"../../etc\"}",
                "BAD_FIELD | {\"id\":\"a\",\"do\":\"seat.role\",\"seat\":\"1\",\"role\":\"king\"}",
                "BAD_FIELD | {\"id\":\"a\",\"do\":\"seat.rename\",\"name\":\"  \"}",
                "UNKNOWN_FIELD | {\"id\":\"a\",\"do\":\"floor.request\",\"beneficiary\":\"1\"}",
                "UNKNOWN_COMMAND | {\"id\":\"a\",\"do\":\"floor.seize\"}",
                "BAD_ID | {\"do\":\"floor.request\"}",
                "BAD_ID | {\"id\":\"\",\"do\":\"floor.request\"}",
                "BAD_ID | {\"id\":\"with space\",\"do\":\"floor.request\"}",
                "BAD_ENCODING | {\"id\":\"a\",\"do\":\"floor.request\",\"topic\":\"\\ud800\"}",
            })
    void isAnsweredWithItsCode(String code, String body) {
        assertThat(answer(body).path("code").asText()).isEqualTo(code);
        try (WsCarrier socket = socket()) {
            assertThat(socket.send(body).path("code").asText()).isEqualTo(code);
            assertThat(socket.send("{\"id\":\"ok\",\"do\":\"floor.request\"}").has("ack")).isTrue();
        }
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] bytes =
                "{\"id\":\"a\",\"do\":\"floor.request\",\"topic\":\"x\"}"
                        .getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xff;
        assertThat(StreamCarrier.json(post(bytes).body()).path("code").asText())
                .isEqualTo("BAD_ENCODING");
    }

    @Test
    void tenMegabytesAreRefused() {
        byte[] large = new byte[10 << 20];
        try {
            assertThat(post(large).statusCode()).isEqualTo(413);
        } catch (UncheckedIOException e) {
            // the server closed the door while we were still pushing: as good
        }
        try (WsCarrier socket = socket()) {
            socket.sendRaw("x".repeat(100_000));
            awaitClosed(socket);
            assertThat(socket.closeCode).isIn(1009, 1006, 1002);
        } catch (CompletionException e) {
            // closed while sending
        }
    }

    private static void awaitClosed(WsCarrier socket) {
        for (int i = 0; i < 500 && socket.closeCode == 0; i++) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void aFloodFromOneSeatIsTurnedAway() {
        try (WsCarrier socket = socket()) {
            try {
                for (int i = 0; i < 100_000 && socket.closeCode == 0; i++) {
                    socket.sendRaw("{\"id\":\"f" + i + "\",\"do\":\"floor.request\"}");
                }
            } catch (CompletionException e) {
                // closed while sending
            }
            awaitClosed(socket);
            assertThat(socket.closeCode).isIn(4002, 1006);
        }
    }

    @Test
    void tooManyCommandsAtOnceAreToldToWait() {
        StringBuilder many = new StringBuilder("[");
        for (int i = 0; i < 100; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"m" + i + "\",\"do\":\"seat.rename\",\"name\":\"N\"}");
        }
        JsonNode first = answer(many.append("]").toString());
        assertThat(first.get(0).has("ack")).isTrue();
        JsonNode second = answer(many.toString().replace("\"m", "\"n"));
        assertThat(second.get(99).path("code").asText()).isEqualTo("TOO_FAST");
        assertThat(second.get(99).path("temporary").asBoolean()).isTrue();
    }

    @Test
    void anIdIsGoodForOneBodyOnly() {
        JsonNode first = answer("{\"id\":\"a\",\"do\":\"floor.request\",\"topic\":\"x\"}");
        assertThat(answer("{\"topic\":\"x\",\"do\":\"floor.request\",\"id\":\"a\"}"))
                .isEqualTo(first);
        assertThat(
                        answer("{\"id\":\"a\",\"do\":\"floor.request\",\"topic\":\"y\"}")
                                .path("code")
                                .asText())
                .isEqualTo("ID_REUSED");
    }

    @Test
    void aRefusalIsNotRemembered() {
        bystander.send("{\"id\":\"c\",\"do\":\"list.close\"}");
        assertThat(answer("{\"id\":\"a\",\"do\":\"floor.request\"}").path("code").asText())
                .isEqualTo("LIST_CLOSED");
        bystander.send("{\"id\":\"o\",\"do\":\"list.open\"}");
        assertThat(answer("{\"id\":\"a\",\"do\":\"floor.request\"}").has("ack")).isTrue();
    }

    @Test
    void forgedAndForeignTokensOpenNothing() {
        String foreign = server.token(TestServer.SAFE_ROOM, Role.PARTICIPANT);
        String forged = token.substring(1) + (token.endsWith("a") ? "b" : "a");
        for (String wrong : new String[] {foreign, forged, "", "x".repeat(5_000)}) {
            HttpResponse<String> r =
                    http.get(
                            "/api/rooms/" + room + "/live",
                            "Accept",
                            "text/event-stream",
                            "Authorization",
                            "Bearer " + wrong);
            assertThat(r.statusCode()).isIn(404, 400, 431);
        }
    }

    @Test
    void positionsFromTheFutureAndOfAnotherEpochGetASnapshot() {
        for (String after : new String[] {"zzz:3", bystander.mirror.epoch + ":999999"}) {
            HttpResponse<String> r =
                    http.get(
                            "/api/rooms/" + room + "/live?after=" + after,
                            "Accept",
                            "application/x-ndjson",
                            "Authorization",
                            "Bearer " + token);
            assertThat(r.body()).contains("\"recovered\":false", "\"snapshot\"");
        }
        HttpResponse<String> r =
                http.get(
                        "/api/rooms/" + room + "/live?after=rubbish",
                        "Accept",
                        "application/x-ndjson",
                        "Authorization",
                        "Bearer " + token);
        assertThat(r.body()).contains("BAD_RESUME");
    }

    @Test
    void pathsWithDotsLeadNowhere() throws IOException {
        for (String path :
                new String[] {
                    "/assets/../../etc/passwd",
                    "/assets/..%2f..%2fetc%2fpasswd",
                    "/r/../../x",
                    "/api/rooms/..%2f/live",
                    "/%00"
                }) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .matches("(?s)HTTP/1.1 (400|404).*");
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void aSlowLorisIsShownTheDoor() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(15_000);
            CountDownLatch ended = new CountDownLatch(1);
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            while (socket.getInputStream().read() >= 0) {}
                        } catch (IOException e) {
                            // reset: as good as closed
                        }
                        ended.countDown();
                    });
            byte[] upgrade =
                    ("GET /api/rooms/" + room + "/live HTTP/1.1\r\nUpgrade: webs")
                            .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 60 && ended.getCount() > 0; i++) {
                try {
                    socket.getOutputStream().write(upgrade[i % upgrade.length]);
                } catch (IOException e) {
                    break;
                }
                if (ended.await(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aForeignPageCannotSpeakForAPerson() {
        assertThat(
                        http.get(
                                        "/api/rooms/" + room + "/live",
                                        "Accept",
                                        "text/event-stream",
                                        "Origin",
                                        "https://evil.example",
                                        "Authorization",
                                        "Bearer " + token)
                                .body())
                .contains("BAD_ORIGIN");
    }

    @Test
    void aSeatThatSaysNothingForTooLongIsLetGo() {
        try (WsCarrier socket = socket()) {
            awaitClosed(socket);
            assertThat(socket.closeCode).isEqualTo(4003);
        }
        awaitClosed(bystander); // who has said nothing either
    }
}
