package palabre.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static palabre.testing.ServerParts.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import palabre.codec.Json;
import palabre.codec.PeopleFile;
import palabre.codec.SessionFile;
import palabre.codec.Unreadable;
import palabre.core.Code;
import palabre.core.session.Organiser;
import palabre.core.session.Session;
import palabre.log.EventLog;
import palabre.log.MemoryLog;
import palabre.secrets.ServerKey;
import palabre.sessions.Once;
import palabre.sessions.Preparation;
import palabre.testing.HaltingLog;
import palabre.testing.ServerParts;
import palabre.testing.Until;

/**
 * People are brought in from a file or a table, and the server is killed after every record of
 * that. Afterwards all of them are invited or nobody, and who sends it again invites them once.
 */
class KilledImportTest {
    private static final ServerKey KEY = new ServerKey(new byte[32]);

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        await(vertx.close().map(true));
    }

    /** Somebody brings in people, under a key of their own. */
    private interface Import extends BiFunction<Preparation, String, Future<Session>> {}

    private static Preparation preparation(ServerParts server) {
        return new Preparation(server.sessions, Organiser.HOST);
    }

    private static Import table(String csv) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        return (preparation, key) ->
                preparation.inviteAll(
                        Plenary.SESSION, Once.of(key, bytes), now -> PeopleFile.read(bytes, now));
    }

    private static Import file(String json) {
        return (preparation, key) -> {
            try {
                SessionFile file =
                        SessionFile.read(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
                return preparation.create(file, part -> KEY.formId(key, part));
            } catch (Unreadable e) {
                throw new AssertionError(e);
            }
        };
    }

    @Test
    void aTableInvitesEverybodyOnceOrNobody() {
        walk(
                Plenary.prepared(vertx, _ -> {}),
                () -> Plenary.prepared(vertx, _ -> {}),
                table("name,team\nAna,Gabon\nBen,Ghana\n"),
                table("name,team\nCam,Gabon\n"));
    }

    @Test
    void aFileMakesOneSessionOrNone() {
        String people = "\"people\":[{\"name\":\"Ana\"},{\"name\":\"Ben\"}]}";
        walk(
                new MemoryLog(() -> "e"),
                () -> new MemoryLog(() -> "e"),
                file("{\"title\":\"Film\"," + people),
                file("{\"title\":\"Music\"," + people));
    }

    private interface Disk {
        EventLog fresh();
    }

    /** How many are invited, in all sessions. */
    private static int invited(ServerParts server) {
        return server.sessions.all().stream().mapToInt(s -> s.links().size()).sum();
    }

    private static void walk(EventLog alive, Disk disk, Import act, Import other) {
        int before;
        int after;
        try (ServerParts server = new ServerParts(vertx, alive, Plenary.CLOCK)) {
            before = invited(server);
            await(act.apply(preparation(server), "act"));
            after = invited(server);
            assertThat(after).isGreaterThan(before);
        }
        boolean killed = true;
        for (int n = 0; killed; n++) {
            EventLog log = disk.fresh();
            HaltingLog halting = new HaltingLog(log, n);
            try (ServerParts server = new ServerParts(vertx, halting, Plenary.CLOCK)) {
                Future<Session> done = act.apply(preparation(server), "act");
                Until.holds(
                        "it is done, or killed",
                        () -> halting.halted().isComplete() || done.isComplete());
                killed = !done.isComplete();
            }
            try (ServerParts server = new ServerParts(vertx, log, Plenary.CLOCK)) {
                assertThat(invited(server)).as("killed after " + n).isIn(before, after);
                for (int again = 0; again < 2; again++) {
                    Session session = await(act.apply(preparation(server), "act"));
                    assertThat(session.links()).hasSize(after);
                    assertThat(invited(server)).as("killed after " + n).isEqualTo(after);
                }
                assertThatThrownBy(() -> await(other.apply(preparation(server), "act")))
                        .hasStackTraceContaining(Code.ID_REUSED.name());
                assertThat(invited(server)).isEqualTo(after);
            }
        }
    }
}
