package palabre.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

public final class SseCarrier extends StreamCarrier {
    private @Nullable InputStream stream;

    public SseCarrier(TestServer server, int room, String token) {
        super(server, room, token);
    }

    @Override
    public void connect() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        server.base()
                                                + "/api/rooms/"
                                                + room
                                                + "/live"
                                                + followed()))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token);
        if (mirror.seq >= 0) {
            request.header("Last-Event-ID", id());
        }
        try {
            InputStream opened =
                    http.client().send(request.build(), BodyHandlers.ofInputStream()).body();
            stream = opened;
            int link = nextLink();
            Thread.ofVirtual().start(() -> read(link, opened));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        step();
    }

    private String followed() {
        return followed.isEmpty() ? "" : "?follow=" + String.join(",", followed);
    }

    /** What a browser would have as the id of the last event that it has read. */
    private String id() {
        StringBuilder id = new StringBuilder(mirror.epoch + ":" + mirror.seq);
        for (String name : followed) {
            if (part(name).seq >= 0) {
                id.append(",").append(name).append("=").append(part(name).position());
            }
        }
        return id.toString();
    }

    private void read(int link, InputStream in) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("data: ")) {
                    incoming(link, line.substring(6));
                }
            }
        } catch (IOException e) {
            // cut
        }
    }

    @Override
    public void cut() {
        InputStream open = stream;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        cut();
    }
}
