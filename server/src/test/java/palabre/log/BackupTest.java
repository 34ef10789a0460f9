package palabre.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import palabre.check.DirectoryCheck;
import palabre.http.PalabreServer;
import palabre.log.sqlite.Backup;
import palabre.testing.Browserless;
import palabre.testing.DirectoryTest;
import palabre.testing.TextPerson;

/** Copied while it runs, brought back elsewhere; what was erased stays erased in every copy. */
class BackupTest extends DirectoryTest {
    private static final String CANARY = "canary7391";

    private static TextPerson chair(PalabreServer server, JsonNode session) {
        JsonNode link = session.path("rooms").path(0).path("links").path(0);
        return new TextPerson(base(server), link.path("url").asText()).enter("Mo");
    }

    private static void erase(PalabreServer server, JsonNode session, String title) {
        String desk =
                "/o/"
                        + server.links().host().path("token").asText()
                        + "/"
                        + session.path("id").asText();
        String proof =
                new Browserless(base(server))
                        .form(desk, java.util.Map.of("do", "erase", "sure", title))
                        .body();
        assertThat(proof).contains("its key was destroyed");
    }

    @Test
    void aBackupMadeWhileItRunsIsASessionAgain() throws Exception {
        Path backup = dir.resolve("backup");
        Path keys = dir.resolve("keys");
        JsonNode kept;
        JsonNode erased;
        String organiser;
        try (PalabreServer server = serve(data)) {
            kept = session(server, "Kept");
            erased = session(server, CANARY + " erased");
            chair(server, kept).press("result.note", "kind", "key-point", "text", "One per cent");
            chair(server, erased).press("result.note", "kind", "key-point", "text", CANARY);
            organiser = appoint(server);
            Backup.Copied copied = Backup.make(data, backup, keys);
            assertThat(copied.logs()).isGreaterThanOrEqualTo(4);
            chair(server, kept).press("result.note", "kind", "key-point", "text", "Later");
            erase(server, erased, CANARY + " erased");
        }
        assertThat(DirectoryCheck.of(data).faults()).isEmpty();
        assertThatThrownBy(() -> Backup.make(data, backup, keys)).hasMessageContaining("already");
        Path restored = dir.resolve("restored");
        Backup.Copied back = Backup.restore(backup, keys, restored, () -> "anew");
        assertThat(back.erased()).isEqualTo(2);
        assertThat(DirectoryCheck.of(restored).faults()).isEmpty();
        try (PalabreServer server = serve(restored)) {
            String token = kept.path("rooms").path(0).path("links").path(0).path("token").asText();
            TextPerson mo = new TextPerson(base(server), "/j/" + token).enter("Mo");
            assertThat(mo.look())
                    .contains("One per cent", "data-epoch=\"anew\"")
                    .doesNotContain("Later");
            assertThat(new Browserless(base(server)).get("/o/" + organiser).statusCode())
                    .isEqualTo(200);
            String gone = erased.path("rooms").path(0).path("links").path(0).path("token").asText();
            assertThat(new Browserless(base(server)).get("/j/" + gone).statusCode()).isEqualTo(404);
        }
        assertThatThrownBy(() -> Backup.restore(backup, keys, restored, () -> "x"))
                .hasMessageContaining("not empty");
        nothingOf(dir, CANARY);
    }

    /** The keys are gone, so that what is left is noise; the words are nowhere in the open. */
    private static void nothingOf(Path root, String words) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .allSatisfy(f ->
                            assertThat(Files.readAllBytes(f))
                                    .asString(StandardCharsets.ISO_8859_1)
                                    .doesNotContain(words));
        }
    }

    @Test
    void whatIsNoBackupIsSaidSo() {
        assertThatThrownBy(
                        () -> Backup.make(dir.resolve("none"), dir.resolve("b"), dir.resolve("k")))
                .hasMessageContaining("no Palabre data");
        assertThatThrownBy(() ->
                        Backup.restore(
                                dir.resolve("b"), dir.resolve("k"), dir.resolve("d"), () -> "x"))
                .hasMessageContaining("no backup");
    }

    @Test
    void withoutTheKeyOfTheOfficeTheHostStillComesIn() throws Exception {
        String organiser;
        try (PalabreServer server = serve(data)) {
            organiser = appoint(server);
        }
        Backup.make(data, dir.resolve("backup"), dir.resolve("keys"));
        Files.delete(dir.resolve("keys/session-office.key"));
        Path restored = dir.resolve("restored");
        Backup.restore(dir.resolve("backup"), dir.resolve("keys"), restored, () -> "anew");
        try (PalabreServer server = serve(restored)) {
            String host = server.links().host().path("token").asText();
            Browserless http = new Browserless(base(server));
            assertThat(http.get("/o/" + host).statusCode()).isEqualTo(200);
            assertThat(http.get("/o/" + organiser).statusCode()).isEqualTo(404);
        }
    }
}
