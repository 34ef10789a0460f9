package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.core.Role;
import palabre.http.PalabreServer;
import palabre.live.Pace;
import palabre.testing.Browserless;
import palabre.testing.TestServer;
import palabre.testing.WsCarrier;

/** What happens to those who are slow, silent or gone, and to those who are not. */
class DeliveryTest {
    @TempDir Path data;
    private TestServer server;
    private WsCarrier chair;

    @BeforeEach
    void start() {
        server = new TestServer(data);
        chair = connect(Role.MODERATOR);
    }

    @AfterEach
    void stop() {
        chair.close();
        server.close();
    }

    private WsCarrier connect(Role role) {
        WsCarrier carrier =
                new WsCarrier(server, TestServer.PLENARY, server.token(TestServer.PLENARY, role));
        carrier.connect();
        return carrier;
    }

    private static void until(BooleanSupplier condition) {
        for (int i = 0; i < 1_500 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private long acked(WsCarrier carrier, String command) {
        var answer = carrier.send(command);
        assertThat(answer.has("ack")).as("%s", answer).isTrue();
        return answer.path("seq").asLong();
    }

    @Test
    void whoWaitsAndLosesTheLinkIsMarkedAfterTheGraceAndKeepsThePlace() {
        WsCarrier ana = connect(Role.PARTICIPANT);
        long asked = acked(ana, "{\"id\":\"a\",\"do\":\"floor.request\"}");
        ana.cut();
        chair.caughtUpTo(asked + 1);
        assertThat(chair.mirror.events).contains("seat.absent");
        assertThat(chair.mirror.waiting).hasSize(1);
        ana.connect();
        chair.caughtUpTo(asked + 2);
        assertThat(chair.mirror.events).contains("seat.returned");
        assertThat(chair.mirror.waiting).hasSize(1);
        ana.close();
    }

    @Test
    void whoOnlyListensAndLosesTheLinkLeavesNoTraceInTheLog() {
        WsCarrier ana = connect(Role.PARTICIPANT);
        long before = acked(chair, "{\"id\":\"b\",\"do\":\"list.close\"}");
        for (int i = 0; i < 20; i++) {
            ana.cut();
            ana.connect();
        }
        ana.cut();
        LockSupport.parkNanos(Duration.ofMillis(1_800).toNanos()); // past the grace
        assertThat(acked(chair, "{\"id\":\"c\",\"do\":\"list.open\"}")).isEqualTo(before + 1);
    }

    @Test
    void aChangeOfRoleBringsANewHelloAndASnapshot() {
        WsCarrier ana = connect(Role.OBSERVER);
        String seat = seatOf(ana);
        acked(
                chair,
                "{\"id\":\"r\",\"do\":\"seat.role\",\"seat\":\""
                        + seat
                        + "\",\"role\":\"participant\"}");
        long asked = acked(ana, "{\"id\":\"a\",\"do\":\"floor.request\"}");
        assertThat(ana.caughtUpTo(asked).waiting).hasSize(1);
        assertThat(ana.mirror.gaps).isZero();
        ana.close();
    }

    private String seatOf(WsCarrier carrier) {
        carrier.caughtUpTo(0);
        return carrier.mirror.known().at("/hello/seat").asText();
    }

    @Test
    void aSlowReaderSlowsNobodyAndGetsASnapshotWhenItReadsAgain() throws Exception {
        String token = server.token(TestServer.PLENARY, Role.PARTICIPANT);
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            String request =
                    "GET /api/rooms/"
                            + server.room(TestServer.PLENARY)
                            + "/live HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n"
                            + "Authorization: Bearer "
                            + token
                            + "\r\n\r\n";
            slow.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            long seq = 0;
            String name = "N".repeat(70);
            for (int i = 0; i < 9_000; i++) {
                var answer =
                        chair.send(
                                "{\"id\":\"x"
                                        + i
                                        + "\",\"do\":\"seat.rename\",\"name\":\""
                                        + name
                                        + i
                                        + "\"}");
                if (answer.path("code").asText().equals("TOO_FAST")) {
                    LockSupport.parkNanos(20_000_000);
                    if (i > 400) {
                        break;
                    }
                } else {
                    seq = answer.path("seq").asLong();
                }
            }
            assertThat(chair.caughtUpTo(seq).gaps).isZero();
            assertThat(readsUpTo(slow.getInputStream(), seq)).isTrue();
        }
    }

    /** Whether a reader comes to the present, by frames or by a snapshot. */
    private static boolean readsUpTo(InputStream in, long seq) throws Exception {
        StringBuilder text = new StringBuilder();
        byte[] some = new byte[65_536];
        String mark = "\"seq\":" + seq;
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            text.append(new String(some, 0, n, StandardCharsets.UTF_8));
            if (text.indexOf(mark) >= 0) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aRoomThatNobodyUsesLeavesMemoryAndLosesNothing() {
        server.close();
        server =
                new TestServer(
                        data,
                        new PalabreServer.Tuning(
                                new Pace(300, 3_000, 200, 200, 200, 20),
                                Duration.ofMillis(700),
                                2_000,
                                0,
                                1));
        chair = connect(Role.MODERATOR);
        WsCarrier ana = connect(Role.PARTICIPANT);
        long asked = acked(ana, "{\"id\":\"a\",\"do\":\"floor.request\"}");
        chair.cut();
        ana.cut();
        var http = new Browserless(server.base());
        until(() -> http.get("/metrics").body().contains("palabre_rooms_loaded 0.0"));
        chair.connect();
        assertThat(chair.caughtUpTo(asked).waiting).hasSize(1);
        assertThat(acked(ana(), "{\"id\":\"a\",\"do\":\"floor.request\"}")).isEqualTo(asked);
    }

    private WsCarrier ana() {
        return connect(Role.PARTICIPANT);
    }

    @Test
    void aFullDiskRefusesAndRecoversWithoutHandWork() {
        server.close();
        PalabreServer.Tuning small =
                new PalabreServer.Tuning(
                        TestServer.QUICK.pace(), Duration.ofMinutes(1), 2_000, 64, 1);
        server = new TestServer(data, small);
        chair = connect(Role.MODERATOR);
        String name = "N".repeat(75);
        long last = 0;
        String refused = "";
        for (int i = 0; i < 3_000 && !refused.equals("STORE_UNAVAILABLE"); i++) {
            var answer =
                    chair.send(
                            "{\"id\":\"x"
                                    + i
                                    + "\",\"do\":\"seat.rename\",\"name\":\""
                                    + name
                                    + i
                                    + "\"}");
            if (answer.has("ack")) {
                last = answer.path("seq").asLong();
            }
            refused = answer.path("code").asText();
            if (refused.equals("TOO_FAST")) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        assertThat(refused).isEqualTo("STORE_UNAVAILABLE");
        chair.close();
        server.close();
        server = new TestServer(data);
        chair = connect(Role.MODERATOR);
        assertThat(acked(chair, "{\"id\":\"again\",\"do\":\"list.close\"}")).isGreaterThan(last);
        assertThat(chair.caughtUpTo(last + 1).listOpen).isFalse();
    }
}
