package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.core.Role;
import palabre.testing.Browserless;
import palabre.testing.TestServer;
import palabre.testing.WsCarrier;

class OffTheRecordTest {
    private static final String CANARY = "canary7391";

    @TempDir Path data;
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WsCarrier connect(Role role) {
        WsCarrier carrier =
                new WsCarrier(
                        server, TestServer.SAFE_ROOM, server.token(TestServer.SAFE_ROOM, role));
        carrier.connect();
        return carrier;
    }

    @Test
    void nothingOfItReachesTheDisk() throws IOException {
        WsCarrier ana = connect(Role.PARTICIPANT);
        ana.send(
                "{\"id\":\""
                        + CANARY
                        + "\",\"do\":\"floor.request\",\"topic\":\""
                        + CANARY
                        + "\"}");
        ana.send("{\"id\":\"2\",\"do\":\"seat.rename\",\"name\":\"" + CANARY + "\"}");
        Browserless visitor = new Browserless(server.base());
        String join = "/j/" + server.token(TestServer.SAFE_ROOM, Role.PARTICIPANT);
        visitor.join(join, CANARY);
        ana.close();
        String metrics = visitor.get("/metrics").body();
        server.restart();
        assertThat(metrics).doesNotContain(CANARY);
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(f ->
                            assertThat(Files.readAllBytes(f))
                                    .asString(StandardCharsets.ISO_8859_1)
                                    .doesNotContain(CANARY));
        }
    }

    @Test
    void afterARestartItIsEmptyUnderANewEpochAndSaysSo() {
        WsCarrier ana = connect(Role.PARTICIPANT);
        ana.send("{\"id\":\"a\",\"do\":\"floor.request\"}");
        assertThat(ana.caughtUpTo(2).waiting).hasSize(1);
        String epoch = ana.mirror.epoch;
        ana.cut();
        server.restart();
        ana.connect();
        assertThat(ana.recovered()).isFalse();
        ana.caughtUpTo(0);
        assertThat(ana.mirror.epoch).isNotEqualTo(epoch);
        assertThat(ana.mirror.waiting).isEmpty();
        ana.close();
    }

    @Test
    void itsPagesAreNotToBeKept() {
        Browserless browser = new Browserless(server.base());
        browser.join("/j/" + server.token(TestServer.SAFE_ROOM, Role.PARTICIPANT), "Ana");
        var page = browser.get("/r/" + server.room(TestServer.SAFE_ROOM) + "/text");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void noErrorWritesTheMemoryToTheDisk() {
        for (HotSpotDiagnosticMXBean jvm :
                ManagementFactory.getPlatformMXBeans(HotSpotDiagnosticMXBean.class)) {
            jvm.setVMOption("HeapDumpOnOutOfMemoryError", "true");
            server.restart();
            assertThat(jvm.getVMOption("HeapDumpOnOutOfMemoryError").getValue()).isEqualTo("false");
        }
    }
}
