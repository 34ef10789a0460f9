package palabre.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palabre.check.DirectoryCheck;
import palabre.http.PalabreServer;
import palabre.testing.DirectoryTest;

/**
 * A backup, or a restore, that is killed after each of its steps. What is left is never taken for a
 * whole one, in which what is missing would count as erased; the next one is whole.
 */
class BackupFallTest extends DirectoryTest {
    /** The process ends here. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private static final class KilledAfter implements BackupProgress {
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

    @BeforeEach
    void twoSessions() throws IOException {
        try (PalabreServer server = serve()) {
            session(server, "Film");
            session(server, "Music");
        }
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
