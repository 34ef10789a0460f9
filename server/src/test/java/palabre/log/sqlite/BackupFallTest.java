package palabre.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.check.DirectoryCheck;
import palabre.http.PalabreServer;
import palabre.http.ServerConfig;
import palabre.testing.Browserless;
import palabre.testing.TestServer;

/**
 * A backup, or a restore, that is killed after each of its steps. What is left is never taken for a
 * whole one, in which what is missing would count as erased; the next one is whole.
 */
class BackupFallTest {
    private static final String SESSION = "{\"title\":\"Film\",\"people\":[{\"name\":\"Mo\"}]}";

    /** The process ends here. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private static final class KilledAfter implements Backup.Progress {
        private int left;

        KilledAfter(int steps) {
            this.left = steps;
        }

        @Override
        public void step() {
            if (left-- == 0) {
                throw new Killed();
            }
        }
    }

    @TempDir Path dir;
    private Path data;

    @BeforeEach
    void twoSessions() throws IOException {
        data = dir.resolve("data");
        try (PalabreServer server = serve(data)) {
            String organiser = "Bearer " + server.links().host().path("token").asText();
            Browserless http = new Browserless("http://127.0.0.1:" + server.port());
            for (int i = 0; i < 2; i++) {
                http.postJson("/api/sessions", SESSION, "Authorization", organiser);
            }
        }
    }

    private static PalabreServer serve(Path data) throws IOException {
        return PalabreServer.start(
                new ServerConfig("127.0.0.1", 0, Optional.empty(), List.of()),
                data,
                TestServer.QUICK);
    }

    private Path at(String what, int n) {
        return dir.resolve(what + n);
    }

    /** Nothing that is missing counts as erased. */
    private static void isWhole(Path backup, Path keys, Path restored) throws Exception {
        assertThat(Backup.restore(backup, keys, restored, () -> "x").erased()).isZero();
        assertThat(DirectoryCheck.of(restored).faults()).isEmpty();
    }

    private static void serves(Path restored) throws IOException {
        try (PalabreServer server = serve(restored)) {
            assertThat(server.sessions().all())
                    .hasSize(2)
                    .allSatisfy(s -> assertThat(s.links()).hasSize(1));
        }
    }

    @Test
    void aBackupThatWasKilledIsNoBackup() throws Exception {
        boolean killed = true;
        for (int n = 0; killed; n++) {
            Path to = at("backup", n);
            Path keys = at("keys", n);
            try {
                Backup.make(data, to, keys, new KilledAfter(n));
                killed = false;
            } catch (Killed e) {
                Path restored = at("none", n);
                assertThatThrownBy(() -> Backup.restore(to, keys, restored, () -> "x"))
                        .as("killed after " + n)
                        .isInstanceOf(IOException.class)
                        .hasMessageMatching(
                                n == 0 ? "there is no backup in .*" : ".* was never finished.*");
                assertThat(restored).doesNotExist();
                Backup.make(data, at("other", n), at("otherKeys", n));
                isWhole(at("other", n), at("otherKeys", n), at("whole", n));
                Backup.make(data, to, keys);
            }
            isWhole(to, keys, at("restored", n));
        }
        serves(at("restored", 0));
        assertThat(DirectoryCheck.of(data).faults()).isEmpty();
    }

    @Test
    void aRestoreThatWasKilledStartsNoServer() throws Exception {
        Path backup = dir.resolve("backup");
        Path keys = dir.resolve("keys");
        Backup.make(data, backup, keys);
        boolean killed = true;
        for (int n = 0; killed; n++) {
            Path restored = at("restored", n);
            try {
                Backup.restore(backup, keys, restored, () -> "x", new KilledAfter(n));
                killed = false;
                serves(restored);
            } catch (Killed e) {
                assertThatThrownBy(() -> serve(restored))
                        .as("killed after " + n)
                        .hasMessageContaining("palabre.db is unfinished");
                assertThat(DirectoryCheck.of(restored).faults().toString())
                        .contains("palabre.db is unfinished");
                assertThatThrownBy(() -> Backup.restore(backup, keys, restored, () -> "x"))
                        .hasMessageContaining("is not empty");
                isWhole(backup, keys, at("again", n));
            }
        }
    }

    /** What a kill left of a copied key is destroyed with the session. */
    @Test
    void halfACopyOfAKeyIsErasedToo() throws Exception {
        Path keys = dir.resolve("keys");
        Files.createDirectories(keys);
        Path part = keys.resolve("session-film.key.part");
        Files.write(part, new byte[] {1, 2, 3});
        new KeyFiles(keys).destroy("session-film");
        assertThat(part).doesNotExist();
    }
}
