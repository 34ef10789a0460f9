package palabre.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.RawSocket.CONTINUATION;
import static palabre.testing.RawSocket.PING;
import static palabre.testing.RawSocket.TEXT;
import static palabre.testing.RawSocket.frame;
import static palabre.testing.RawSocket.many;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.testing.RawSocket;
import palabre.testing.ServedTest;
import palabre.testing.TestServer;

/** What somebody can do to the server who sends without end and reads nothing. */
class FloodTest extends ServedTest {
    private static final byte[] NOTHING = new byte[0];

    /** Many times what the sockets' own buffers take on the way. */
    private static final long MOST = 256L << 20;

    private String live() {
        return "/api/rooms/" + server.room(TestServer.PLENARY) + "/live";
    }

    private RawSocket stranger() throws IOException {
        RawSocket socket = new RawSocket(server.port());
        assertThat(socket.upgrade(live())).isEqualTo(101);
        return socket;
    }

    private RawSocket guest() throws IOException {
        RawSocket socket = new RawSocket(server.port());
        assertThat(socket.upgrade(live(), as(TestServer.PLENARY, Role.PARTICIPANT))).isEqualTo(101);
        return socket;
    }

    private void othersAreServed() {
        assertThat(http.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void pingsOfAStrangerWhoReadsNothingAreNotTakenForLong() throws IOException {
        try (RawSocket socket = stranger()) {
            byte[] pings = many(frame(PING, true, new byte[125]), 500);
            CompletableFuture<Long> flood =
                    CompletableFuture.supplyAsync(() -> socket.sendUntilRefused(pings, MOST));
            while (!flood.isDone()) {
                othersAreServed();
            }
            assertThat(flood.join()).isLessThan(MOST);
        }
    }

    @Test
    void pingsOfAGuestWhoReadsNothingAreNotTakenForLong() throws IOException {
        try (RawSocket socket = guest()) {
            byte[] pings = many(frame(PING, true, new byte[125]), 500);
            assertThat(socket.sendUntilRefused(pings, MOST)).isLessThan(MOST);
        }
        othersAreServed();
    }

    @Test
    void aGuestWhoSendsTooManyFramesIsToldSo() throws IOException {
        try (RawSocket socket = guest()) {
            socket.send(many(frame(PING, true, NOTHING), 400));
            assertThat(socket.closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void aMessageInEndlessPartsIsEnded() throws IOException {
        try (RawSocket socket = guest()) {
            socket.send(frame(TEXT, false, NOTHING));
            socket.send(many(frame(CONTINUATION, false, NOTHING), 400));
            assertThat(socket.closeCode()).isEqualTo(4002);
        }
        try (RawSocket socket = stranger()) {
            socket.send(frame(TEXT, false, NOTHING));
            socket.send(many(frame(CONTINUATION, false, NOTHING), 100));
            assertThat(socket.closeCode()).isGreaterThanOrEqualTo(4000);
        }
    }

    @Test
    void manyTinyMessagesAreEnded() throws IOException {
        try (RawSocket socket = guest()) {
            socket.send(many(frame(TEXT, true, "1".getBytes(StandardCharsets.US_ASCII)), 2_000));
            assertThat(socket.closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void aStrangerIsEndedInTimeWhateverTheySend() throws Exception {
        try (RawSocket socket = stranger()) {
            long sent = 0;
            try {
                for (; sent < 200; sent++) {
                    socket.send(frame(PING, true, NOTHING));
                    Thread.sleep(300); // the pace of this client, not a wait for the server
                }
            } catch (IOException e) {
                assertThat(sent).isLessThan(50);
            }
            assertThat(sent).isLessThan(200);
        }
    }

    @Test
    void anUpgradeThatNeverComesWholeIsEnded() throws IOException {
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send("GET " + live() + " HTTP/1.1\r\nUpgrade: websocket\r\nConn");
            assertThat(socket.closeCode()).isEqualTo(1006);
        }
    }

    @Test
    void requestsThatDoNotWaitForTheirAnswersAreCutOff() throws IOException {
        for (String path : List.of("/", "/assets/x", live(), "/j/x")) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n";
            try (RawSocket socket = new RawSocket(server.port())) {
                socket.send((request + "\r\n").repeat(50) + request + "Connection: close\r\n\r\n");
                assertThat(socket.rest().split("HTTP/1.1 ", -1)).as(path).hasSizeLessThan(10);
            }
        }
        othersAreServed();
    }

    @Test
    void aFewRequestsAtOnceAreAnswered() throws IOException {
        String request = "GET /health/live HTTP/1.1\r\nHost: x\r\n";
        try (RawSocket socket = new RawSocket(server.port())) {
            socket.send((request + "\r\n").repeat(3) + request + "Connection: close\r\n\r\n");
            assertThat(socket.rest().split("200 OK", -1)).hasSize(5);
        }
    }

    @Test
    void anAddressHasSoManySocketsThatWaitForATokenAndTheInvitedComeInAllTheSame()
            throws IOException {
        List<RawSocket> waiting = new ArrayList<>();
        int status = 101;
        for (int i = 0; i < 400 && status == 101; i++) {
            RawSocket socket = new RawSocket(server.port());
            waiting.add(socket);
            status = socket.upgrade(live());
        }
        assertThat(status).isEqualTo(429);
        guest().close();
        for (RawSocket socket : waiting) {
            socket.close();
        }
    }

    @Test
    void aMessageOverTheLimitEndsWithItsCode() throws IOException {
        for (int size : new int[] {65_000, 66_000, 200_000, 3_000_000}) {
            try (RawSocket socket = guest()) {
                byte[] message =
                        ("\"" + "x".repeat(size - 2) + "\"").getBytes(StandardCharsets.UTF_8);
                socket.send(frame(TEXT, false, message));
                socket.send(frame(CONTINUATION, true, new byte[1_000]));
                assertThat(socket.closeCode()).as("%s in one frame", size).isEqualTo(1009);
            }
        }
        try (RawSocket socket = guest()) {
            socket.send(frame(TEXT, false, new byte[16_000]));
            socket.send(many(frame(CONTINUATION, false, new byte[16_000]), 20));
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
        othersAreServed();
    }
}
