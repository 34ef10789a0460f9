package palabre.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import palabre.check.DirectoryCheck;
import palabre.core.SessionId;
import palabre.http.PalabreServer;
import palabre.log.Erasure;
import palabre.log.sqlite.Backup;
import palabre.log.sqlite.SqliteLog;
import palabre.sessions.AuditTrail;
import palabre.testing.DirectoryTest;

/** A fall after every act of an erase: the start goes on where it was, and the others live. */
class EraseFallTest extends DirectoryTest {
    /** How far it had come, in the order in which it goes. */
    enum Fall {
        INTENTION_RECORDED,
        KEY_ZEROED,
        KEY_DELETED,
        COPY_ZEROED,
        COPY_DELETED,
        SECOND_COPY_DELETED,
        TRAIL_NOTED
    }

    private JsonNode erased;
    private JsonNode other;

    private String id() {
        return erased.path("id").asText();
    }

    private Path key(Path keys) {
        return keys.resolve("session-" + id() + ".key");
    }

    private List<Path> copies() {
        return List.of(dir.resolve("keys-1"), dir.resolve("keys-2"));
    }

    @BeforeEach
    void haveTwoSessionsAndTwoCopiesOfTheirKeys() throws Exception {
        try (PalabreServer server = serve()) {
            erased = session(server, "T");
            other = session(server, "T");
            enter(server, erased);
        }
        for (Path keys : copies()) {
            Backup.make(data, dir.resolve("of-" + keys.getFileName()), keys);
        }
    }

    private void fall(Fall fall) throws IOException {
        try (SqliteLog log = SqliteLog.open(data, () -> "epoch")) {
            byte[] bytes = Files.readAllBytes(key(data.resolve("keys")));
            log.erase(new Erasure(new SessionId(id()), 7, "by organiser")).await();
            Files.write(key(data.resolve("keys")), bytes); // as before it was destroyed
        }
        for (Fall step : Fall.values()) {
            if (step.compareTo(fall) <= 0) {
                done(step);
            }
        }
    }

    private void done(Fall step) throws IOException {
        Path first = key(copies().getFirst());
        switch (step) {
            case INTENTION_RECORDED -> {}
            case KEY_ZEROED -> Files.write(key(data.resolve("keys")), new byte[32]);
            case KEY_DELETED -> Files.delete(key(data.resolve("keys")));
            case COPY_ZEROED -> Files.write(first, new byte[32]);
            case COPY_DELETED -> Files.delete(first);
            case SECOND_COPY_DELETED -> Files.delete(key(copies().getLast()));
            case TRAIL_NOTED ->
                    new AuditTrail(data).note(7, "session.erased", id(), "by organiser");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isGotOver(Fall fall) throws Exception {
        fall(fall);
        assertThat(DirectoryCheck.of(data).faults()).isEmpty();
        try (PalabreServer server = serve()) {
            itIsGone(server);
            assertThat(http(server).get("/j/" + token(other)).statusCode()).isEqualTo(200);
            assertThat(http(server).get("/o/" + host(server) + "/trail").body().split(id(), -1))
                    .as("one line of the trail")
                    .hasSize(2);
        }
        assertThat(DirectoryCheck.of(data).faults()).isEmpty();
        assertThat(DirectoryCheck.of(data).notes()).isEmpty();
    }

    private void itIsGone(PalabreServer server) {
        assertThat(http(server).get("/j/" + token(erased)).statusCode()).isEqualTo(404);
        assertThat(key(data.resolve("keys"))).doesNotExist();
        assertThat(copies()).allSatisfy(keys -> assertThat(key(keys)).doesNotExist());
    }

    @Test
    void aCopyThatWasOutOfReachIsErasedOnceItIsThereAgain() throws Exception {
        Path away = dir.resolve("away");
        Files.move(copies().getLast(), away);
        try (PalabreServer server = serve()) {
            String proof =
                    http(server)
                            .delete(
                                    "/api/sessions/" + id(),
                                    "Authorization",
                                    "Bearer " + host(server))
                            .body();
            assertThat(proof).contains("\"unreachable\":[\"" + copies().getLast());
        }
        assertThat(DirectoryCheck.of(data).notes()).singleElement().asString().contains("copy");
        Files.move(away, copies().getLast());
        try (PalabreServer server = serve()) {
            itIsGone(server);
        }
        assertThat(DirectoryCheck.of(data).notes()).isEmpty();
    }

    @Test
    void aKeyThatComesBackAfterItsSessionWasErasedIsDestroyedAgain() throws Exception {
        byte[] bytes = Files.readAllBytes(key(data.resolve("keys")));
        try (PalabreServer server = serve()) {
            http(server).delete("/api/sessions/" + id(), "Authorization", "Bearer " + host(server));
        }
        Files.write(key(data.resolve("keys")), bytes);
        assertThat(DirectoryCheck.of(data).faults()).isEmpty();
        try (PalabreServer server = serve()) {
            itIsGone(server);
        }
    }

    @Test
    void whatIsDamagedCanBeErased() throws Exception {
        Files.delete(key(data.resolve("keys")));
        try (PalabreServer server = serve()) {
            assertThat(http(server).get("/j/" + token(erased)).statusCode()).isEqualTo(500);
            String desk = "/o/" + host(server) + "/" + id();
            http(server).form(desk, java.util.Map.of("do", "erase", "sure", id()));
            itIsGone(server);
            assertThat(http(server).get("/o/" + host(server)).body()).doesNotContain(id());
        }
        assertThat(DirectoryCheck.of(data).faults()).isEmpty();
    }
}
