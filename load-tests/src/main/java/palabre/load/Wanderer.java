package palabre.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import palabre.codec.Json;
import palabre.codec.Unreadable;

/**
 * One seat that loses its link over and over, comes back over another carrier each time, and sends
 * its commands again until they are answered.
 */
final class Wanderer {
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final String room;
    private final String cookie;
    private final Random random;
    private volatile int port;
    private volatile boolean over;
    final Copy copy = new Copy();
    private int acked;

    Wanderer(String room, String cookie, int port, long seed) {
        this.room = room;
        this.cookie = cookie;
        this.port = port;
        this.random = new Random(seed);
    }

    /** Follows the room over one carrier after the other until told to stop. */
    void follow() {
        while (!over) {
            try {
                switch (random.nextInt(3)) {
                    case 0 -> socket();
                    case 1 -> stream();
                    default -> poll(1);
                }
            } catch (IOException | CompletionException | UncheckedIOException e) {
                // the link was cut: on to the next carrier
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Sends commands, each until it is acknowledged; returns how many there were. */
    int command(String name) {
        for (int n = 0; !over; n++) {
            String body =
                    "{\"id\":\""
                            + name
                            + "-"
                            + n
                            + "\",\"do\":\"seat.rename\",\"name\":\""
                            + name
                            + "-"
                            + n
                            + "\"}";
            try {
                while (!post(body).startsWith("{\"ack\"")) {
                    if (over) {
                        return acked;
                    }
                }
                acked = n + 1;
                Thread.sleep(random.nextInt(200));
            } catch (InterruptedException e) {
                return acked;
            }
        }
        return acked;
    }

    private String post(String body) throws InterruptedException {
        HttpRequest request =
                request("/commands")
                        .header("Content-Type", "application/json")
                        .header("Origin", "http://127.0.0.1:" + port)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        }
    }

    /** Leaves the bad link, and catches up. */
    void comeHome(int goodPort, long head) throws InterruptedException {
        over = true;
        port = goodPort;
        for (int i = 0; i < 50 && copy.seq() < head; i++) {
            try {
                poll(0);
            } catch (IOException e) {
                // the last bad connection of the pool
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/rooms/" + room + path))
                .timeout(Duration.ofSeconds(4))
                .header("Cookie", cookie);
    }

    private String after() {
        return copy.after().isEmpty() ? "/live?x=" : "/live?after=" + copy.after();
    }

    private void poll(int waitS) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(
                        request(after() + "&wait=" + waitS)
                                .header("Accept", "application/x-ndjson")
                                .build(),
                        BodyHandlers.ofString());
        take(response.body());
    }

    private void stream() throws IOException, InterruptedException {
        var response =
                http.send(
                        request(after()).header("Accept", "text/event-stream").build(),
                        BodyHandlers.ofInputStream());
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            StringBuilder event = new StringBuilder();
            for (String line = in.readLine(); line != null && !over; line = in.readLine()) {
                if (line.startsWith("data: ")) {
                    event.append(line, 6, line.length()).append('\n');
                } else if (line.isEmpty()) {
                    take(event.toString());
                    event.setLength(0);
                }
            }
        }
    }

    private void socket() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        WebSocket ws =
                http.newWebSocketBuilder()
                        .subprotocols("palabre.v1")
                        .header("Cookie", cookie)
                        .buildAsync(
                                URI.create(
                                        "ws://127.0.0.1:" + port + "/api/rooms/" + room + after()),
                                new Listener(closed))
                        .orTimeout(4, TimeUnit.SECONDS)
                        .join();
        while (!closed.await(3, TimeUnit.SECONDS) && !over) {
            ws.sendText("{\"beat\":" + copy.seq() + "}", true).exceptionally(_ -> ws);
        }
        ws.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final CountDownLatch closed;
        private final StringBuilder text = new StringBuilder();

        Listener(CountDownLatch closed) {
            this.closed = closed;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
            text.append(data);
            if (last && closed.getCount() > 0) {
                take(text.toString());
                text.setLength(0);
            }
            ws.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket ws, int code, String reason) {
            closed.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket ws, Throwable error) {
            closed.countDown();
        }
    }

    private void take(String lines) {
        for (String line : lines.split("\n")) {
            try {
                if (line.startsWith("{")) {
                    take(Json.parse(line));
                }
            } catch (Unreadable e) {
                return; // cut in the middle of a line: the rest will be sent again
            }
        }
    }

    private void take(JsonNode m) {
        if (m.has("hello")) {
            copy.hello(m.path("epoch").textValue());
        } else if (m.has("snapshot")) {
            copy.snapshot(m.path("seq").longValue());
        } else if (m.has("prev")) {
            copy.frame(m.path("prev").longValue(), m.path("seq").longValue(), m.has("ev"));
        }
    }
}
