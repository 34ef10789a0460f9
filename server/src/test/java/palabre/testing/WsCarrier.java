package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

public final class WsCarrier extends StreamCarrier {
    private @Nullable WebSocket socket;
    public volatile int closeCode;

    public WsCarrier(TestServer server, int room, String token) {
        super(server, room, token);
    }

    @Override
    public void connect() {
        open(Map.of("Authorization", "Bearer " + token));
        step();
    }

    /** As a browser on another page would: it can set no header. */
    public void connectByFirstMessage() {
        open(Map.of());
        sendRaw("{\"token\":\"" + token + "\"}");
        step();
    }

    private void open(Map<String, String> headers) {
        String address =
                server.base().replace("http", "ws") + "/api/rooms/" + room + "/live" + query();
        closeCode = 0;
        WebSocket.Builder builder = http.client().newWebSocketBuilder().subprotocols("palabre.v1");
        headers.forEach(builder::header);
        socket =
                builder.buildAsync(URI.create(address), new Listener(nextLink()))
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final int link;

        Listener(int link) {
            this.link = link;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                incoming(link, text.toString());
                text.setLength(0);
            }
            ws.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket ws, Throwable error) {
            closeCode = 1006;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket ws, int code, String reason) {
            closeCode = code;
            return null;
        }
    }

    private WebSocket socket() {
        return Objects.requireNonNull(socket);
    }

    public void sendRaw(String text) {
        socket().sendText(text, true).orTimeout(5, TimeUnit.SECONDS).join();
    }

    public JsonNode answer() {
        try {
            JsonNode answer = answers.poll(10, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("no answer");
            }
            return answer;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public JsonNode send(String command) {
        sendRaw(command);
        return answer();
    }

    @Override
    public void cut() {
        socket().abort();
    }

    @Override
    public void close() {
        if (socket != null) {
            socket().abort();
        }
    }
}
