package palabre.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Somebody who means harm, in one of several ways, until told that it is over. Every way is bounded
 * in how much it sends at once.
 */
final class Besieger {
    private static final int PEOPLE = 9_000;

    /** Between two acts of one attacker: client and server share the cores. */
    private static final long PAUSE_NS = 5_000_000;

    /** An organiser looks at what came of a table before the next. */
    private static final long BETWEEN_IMPORTS_NS = 2_000_000_000;

    /** As many as one stranger's machine would hold open. */
    private static final int SOCKETS = 20;

    private final ServerProcess server;
    private final BooleanSupplier over;
    final AtomicInteger imported = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final AtomicInteger servedToStrangers = new AtomicInteger();

    Besieger(ServerProcess server, BooleanSupplier over) {
        this.server = server;
        this.over = over;
    }

    /** An organiser imports tables of thousands, one after the other. */
    void imports(String name) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; !over.getAsBoolean() && i < 50; i++) {
                String session =
                        server.organise("/api/sessions", "{\"title\":\"Large\"}")
                                .path("id")
                                .textValue();
                HttpRequest request =
                        HttpRequest.newBuilder(
                                        URI.create(
                                                server.base()
                                                        + "/api/sessions/"
                                                        + session
                                                        + "/people"))
                                .header("Authorization", "Bearer " + server.organiser())
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(table(name + i)))
                                .build();
                count(client.send(request, BodyHandlers.discarding()), imported);
                LockSupport.parkNanos(BETWEEN_IMPORTS_NS);
            }
        } catch (Exception e) {
            refused.incrementAndGet();
        }
    }

    private static String table(String name) {
        StringBuilder table = new StringBuilder("name,team\n");
        for (int i = 0; i < PEOPLE; i++) {
            table.append(name).append(' ').append(i).append(",Gabon\n");
        }
        return table.toString();
    }

    /** A stranger tries doors: invitations, rooms and results that are not theirs. */
    void sideDoors(String room) {
        String[] doors = {
            "/j/aaaaaaaaaaaaaaaaaaaaaaaaaa/pack",
            "/r/" + room + "/pack",
            "/r/" + room + "/text",
            "/api/rooms/" + room + "/log",
            "/j/aaaaaaaaaaaaaaaaaaaaaaaaaa/evaluation"
        };
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; !over.getAsBoolean() && i < 100_000; i++) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(server.base() + doors[i % doors.length]))
                                .header("X-Forwarded-For", "10.0." + i % 250 + "." + i % 199)
                                .build();
                count(client.send(request, BodyHandlers.discarding()), servedToStrangers);
                LockSupport.parkNanos(PAUSE_NS);
            }
        } catch (Exception e) {
            refused.incrementAndGet();
        }
    }

    /** Somebody joins by one shared link, again and again, as another each time. */
    void joins(String token) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; !over.getAsBoolean() && i < 100_000; i++) {
                URI door = URI.create(server.base() + "/j/" + token);
                String page =
                        client.send(
                                        HttpRequest.newBuilder(door).build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .body();
                String form =
                        "rules=on&form="
                                + Crew.nonce(page)
                                + "&name="
                                + URLEncoder.encode("Nobody " + i, StandardCharsets.UTF_8);
                HttpRequest request =
                        HttpRequest.newBuilder(door)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build();
                if (client.send(request, BodyHandlers.discarding()).statusCode() >= 400) {
                    refused.incrementAndGet();
                }
                LockSupport.parkNanos(PAUSE_NS);
            }
        } catch (Exception e) {
            refused.incrementAndGet();
        }
    }

    private void count(HttpResponse<?> answer, AtomicInteger good) {
        (answer.statusCode() < 300 ? good : refused).incrementAndGet();
    }

    /** A stranger opens sockets, sends pings before any token, and never reads what comes back. */
    void pings(String room) {
        byte[] pings = new byte[500 * 131];
        for (int i = 0; i < pings.length; i += 131) {
            pings[i] = (byte) 0x89; // a ping, masked with zeros, of 125 bytes
            pings[i + 1] = (byte) 0xFD;
        }
        while (!over.getAsBoolean()) {
            Socket[] sockets = new Socket[SOCKETS];
            try {
                for (int i = 0; i < SOCKETS; i++) {
                    sockets[i] = upgraded(room);
                }
                for (int round = 0; !over.getAsBoolean() && round < 2_000; round++) {
                    OutputStream out = sockets[round % SOCKETS].getOutputStream();
                    out.write(pings);
                    LockSupport.parkNanos(PAUSE_NS);
                }
            } catch (IOException e) {
                refused.incrementAndGet(); // the server has ended one: open them anew
            } finally {
                close(sockets);
                LockSupport.parkNanos(20 * PAUSE_NS);
            }
        }
    }

    private Socket upgraded(String room) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setReceiveBufferSize(4_096);
        socket.getOutputStream()
                .write(
                        ("GET /api/rooms/"
                                        + room
                                        + "/live HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                        + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                                        + "Sec-WebSocket-Version: 13\r\n"
                                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                        + "Sec-WebSocket-Protocol: palabre.v1\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void close(Socket[] sockets) {
        for (Socket socket : sockets) {
            if (socket != null) {
                try {
                    socket.close();
                } catch (IOException e) {
                    // it is gone
                }
            }
        }
    }
}
