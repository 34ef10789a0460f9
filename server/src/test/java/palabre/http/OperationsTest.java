package palabre.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palabre.check.DirectoryCheck;
import palabre.core.Role;
import palabre.http.base.ServerConfig;
import palabre.log.Damages;
import palabre.log.MemoryLog;
import palabre.log.sqlite.Backup;
import palabre.testing.Browserless;
import palabre.testing.FailingLog;
import palabre.testing.TestServer;

/** What those need who run the server: files that nobody else reads, and true answers. */
class OperationsTest {
    @TempDir Path dir;

    private Path data() {
        return dir.resolve("data");
    }

    private static void widen(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                Files.setPosixFilePermissions(
                        path,
                        PosixFilePermissions.fromString(
                                Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static void isTheOwnersAlone(Path root) throws IOException {
        List<String> wide = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                String wanted =
                        Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                                ? "rwx------"
                                : "rw-------";
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                if (!mode.equals(wanted)) {
                    wide.add(mode + " " + root.relativize(path));
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void nobodyElseReadsWhatTheServerWrites() throws Exception {
        Files.createDirectory(data());
        widen(data());
        Path backup = Files.createDirectory(dir.resolve("backup"));
        Path keys = Files.createDirectory(dir.resolve("keys"));
        try (TestServer server = new TestServer(data())) {
            new Browserless(server.base())
                    .postJson(
                            "/api/organisers",
                            "{\"name\":\"Ana\"}",
                            "Authorization",
                            "Bearer " + server.organiser());
            Backup.make(data(), backup, keys);
            assertThat(data().resolve("palabre.db-wal")).exists();
            assertThat(data().resolve("audit.jsonl")).exists();
            assertThat(data().resolve("keys/copies")).exists();
            isTheOwnersAlone(data());
        }
        isTheOwnersAlone(backup);
        isTheOwnersAlone(keys);
        widen(data());
        widen(keys);
        try (TestServer server = new TestServer(data())) {
            assertThat(server.port()).isPositive();
            isTheOwnersAlone(data());
        }
        Backup.restore(backup, keys, dir.resolve("restored"), () -> "anew");
        isTheOwnersAlone(dir.resolve("restored"));
    }

    private static List<String> caches() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.map(f -> f.getFileName().toString())
                    .filter(f -> f.startsWith("vertx-cache"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() throws IOException {
        List<String> before = caches();
        try (TestServer server = new TestServer(data())) {
            assertThat(new Browserless(server.base()).get("/").statusCode()).isEqualTo(200);
            assertThat(before).containsAll(caches());
        }
    }

    /** A request of this machine with these lines, as it stands on the wire. */
    private static String ask(int port, String host, String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String more = line.isEmpty() ? "" : line + "\r\n";
            socket.getOutputStream()
                    .write(
                            ("GET /metrics HTTP/1.1\r\nHost: "
                                            + host
                                            + "\r\n"
                                            + more
                                            + "Connection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(9, 12);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, '', 200",
        "127.0.0.1, '', 200",
        "[::1]:8080, '', 200",
        "palabre.example, '', 404",
        "127.0.0.1, 'X-Forwarded-For: 203.0.113.9', 404",
        "127.0.0.1, 'X-Forwarded-For: 127.0.0.1', 404",
        "127.0.0.1, 'Forwarded: for=203.0.113.9', 404",
        "127.0.0.1, 'X-Real-IP: 203.0.113.9', 404",
        "127.0.0.1, 'Via: 1.1 proxy', 404",
        "palabre.example, 'X-Forwarded-For: 198.51.100.7', 200",
        "palabre.example, 'X-Forwarded-For: 198.51.100.7, 203.0.113.9', 404"
    })
    void figuresAreForThisMachineAndForThoseWhoAreNamed(String host, String line, String status)
            throws IOException {
        ServerConfig config =
                new ServerConfig(
                        "127.0.0.1",
                        0,
                        Optional.of("https://palabre.example"),
                        List.of("127.0.0.1"),
                        Optional.empty(),
                        List.of("198.51.100.7"));
        try (PalabreServer server = PalabreServer.start(config, data(), TestServer.QUICK)) {
            assertThat(ask(server.port(), host, line)).isEqualTo(status);
        }
    }

    private static PalabreServer.Tuning pagesMax(int pages) {
        PalabreServer.Tuning quick = TestServer.QUICK;
        return new PalabreServer.Tuning(
                quick.pace(), Duration.ofMinutes(10), quick.requestMs(), pages, 1);
    }

    private static String rename(TestServer server, String id, String name) {
        return new Browserless(server.base())
                .postJson(
                        "/api/rooms/" + server.room(TestServer.PLENARY) + "/commands",
                        "{\"id\":\"" + id + "\",\"do\":\"seat.rename\",\"name\":\"" + name + "\"}",
                        "Authorization",
                        "Bearer " + server.token(TestServer.PLENARY, Role.PARTICIPANT))
                .body();
    }

    private int pages() throws SQLException {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("palabre.db"));
                var s = c.createStatement();
                var r = s.executeQuery("PRAGMA page_count")) {
            return r.getInt(1);
        }
    }

    private interface Look {
        boolean seen();
    }

    private static void until(String what, Look look) throws InterruptedException {
        for (int i = 0; !look.seen(); i++) {
            assertThat(i).as(what).isLessThan(1_000);
            Thread.sleep(50);
        }
    }

    private static boolean writes(Readiness readiness) {
        return readiness.writes().await();
    }

    @Test
    void itIsReadyAgainOnceItCanSave() throws InterruptedException {
        FailingLog log = new FailingLog(new MemoryLog(() -> "epoch"));
        Readiness readiness = new Readiness(log, new Damages());
        assertThat(writes(readiness)).isTrue();
        log.failNext(Integer.MAX_VALUE);
        until("not ready", () -> !writes(readiness));
        log.heal();
        until("ready", () -> writes(readiness));
    }

    @Test
    void itIsNotReadyWhileNothingCanBeSaved() throws Exception {
        new TestServer(data()).close();
        try (TestServer server = new TestServer(data(), pagesMax(pages() + 3))) {
            assertThat(new Browserless(server.base()).get("/health/ready").statusCode())
                    .isEqualTo(200);
            String said = "";
            for (int i = 0; !said.contains("STORE_UNAVAILABLE"); i++) {
                said = rename(server, "c" + i, "N".repeat(60) + i);
            }
            Browserless http = new Browserless(server.base());
            until("not ready", () -> http.get("/health/ready").statusCode() == 503);
            assertThat(http.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aStartOnAFullDiskServesWhatIsThere() throws Exception {
        String name = "Before";
        try (TestServer server = new TestServer(data())) {
            assertThat(rename(server, "before", name)).contains("ack");
        }
        try (TestServer server = new TestServer(data(), pagesMax(pages()))) {
            String room = "/r/" + server.room(TestServer.PLENARY) + "/text";
            String bearer = "Bearer " + server.token(TestServer.PLENARY, Role.PARTICIPANT);
            assertThat(new Browserless(server.base()).get(room, "Authorization", bearer).body())
                    .contains(name);
        }
        assertThat(DirectoryCheck.of(data()).faults()).isEmpty();
    }

    @Test
    void aFirstStartOnAFullDiskSaysSoAndLeavesNothingInTheWay() throws Exception {
        assertThatThrownBy(() -> new TestServer(data(), pagesMax(3)).close())
                .hasMessageContaining("full");
        try (TestServer server = new TestServer(data())) {
            assertThat(rename(server, "c", "After")).contains("ack");
        }
        assertThat(DirectoryCheck.of(data()).faults()).isEmpty();
    }

    @Test
    void aTakenPortIsOneSentenceBeforeAnythingElseIsDone() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerConfig config =
                    new ServerConfig(
                            "127.0.0.1", taken.getLocalPort(), Optional.empty(), List.of());
            assertThatThrownBy(() -> PalabreServer.start(config, data(), TestServer.QUICK))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(
                            "cannot listen on port " + taken.getLocalPort() + " of 127.0.0.1");
            assertThat(data()).doesNotExist();
        }
    }
}
