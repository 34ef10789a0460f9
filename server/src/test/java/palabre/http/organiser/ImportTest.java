package palabre.http.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.core.Role;
import palabre.core.SessionId;
import palabre.sessions.Imports;
import palabre.sessions.Preparation;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;
import palabre.testing.Until;

/** Thousands are invited at once, and nobody else feels it. */
class ImportTest extends ServedTest {
    private static byte[] table(String name, int people) {
        StringBuilder table = new StringBuilder("name,team\n");
        for (int i = 0; i < people; i++) {
            table.append(name).append(' ').append(i).append(",Gabon\n");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> invite(String name, int people) {
        return http.post("/api/sessions/demo/people", "text/csv", table(name, people), organiser());
    }

    @Test
    void twoTablesOfThousandsAtOnceAreBothReadWhileARoomGoesOn() {
        int before = server.server().sessions().find(demo()).orElseThrow().links().size();
        CompletableFuture<HttpResponse<String>> ana =
                CompletableFuture.supplyAsync(() -> invite("Ana", 9_000));
        CompletableFuture<HttpResponse<String>> ben =
                CompletableFuture.supplyAsync(() -> invite("Ben", 9_000));
        int commands = 0;
        for (int sent = 0; !ana.isDone() || !ben.isDone(); sent++) {
            String what = commands % 2 == 0 ? "floor.request" : "floor.release";
            commands += goesOn("{\"id\":\"m" + sent + "\",\"do\":\"" + what + "\"}") ? 1 : 0;
        }
        assertThat(ana.join().statusCode()).isEqualTo(201);
        assertThat(ben.join().statusCode()).isEqualTo(201);
        assertThat(server.server().sessions().find(demo()).orElseThrow().links())
                .hasSize(before + 18_000);
        assertThat(commands).as("commands that were acknowledged meanwhile").isPositive();
        assertThat(invite("Cam", 9_000).body()).contains(Code.TOO_MANY.name());
    }

    /** Whether the room does it; else it says that it is asked too fast. */
    private boolean goesOn(String command) {
        String path = "/api/rooms/" + server.room(TestServer.PLENARY) + "/commands";
        String answer =
                http.postJson(path, command, as(TestServer.PLENARY, Role.PARTICIPANT)).body();
        assertThat(answer).containsAnyOf("\"ack\"", Code.TOO_FAST.name());
        return answer.contains("\"ack\"");
    }

    @Test
    void thePageOfASessionOfThousandsIsSmallAndLeadsToEverybody() {
        assertThat(invite("Ana", 9_000).statusCode()).isEqualTo(201);
        String path = "/o/" + server.organiser() + "/demo";
        String first = http.get(path).body();
        assertThat(first).hasSizeLessThan(1_000_000).contains("Ana 1,");
        assertThat(http.get(path + "?q=ana+8999").body()).contains("Ana 8999,");
        assertThat(first).contains("q=&amp;from=9000#people");
        assertThat(http.get(path + "?q=&from=9000").body()).contains("Ana 8999,");
    }

    @Test
    void theListOfSessionsOfThousandsIsSmall() {
        String another =
                http.postJson("/api/sessions", "{\"title\":\"Other\"}", organiser()).body();
        String id = StreamCarrier.json(another).path("id").asText();
        for (String session : List.of("demo", id)) {
            String path = "/api/sessions/" + session + "/people";
            byte[] table = table("Ana", 5_000);
            assertThat(http.post(path, "text/csv", table, organiser()).statusCode()).isEqualTo(201);
        }
        String list = http.get("/api/sessions", organiser()).body();
        assertThat(list)
                .hasSizeLessThan(10_000)
                .contains("\"title\":\"Other\",\"invitations\":5000");
        assertThat(http.get("/api/sessions/" + id, organiser()).body()).contains("Ana 4999");
    }

    private static SessionId demo() {
        return new SessionId("demo");
    }

    @Test
    void aTableThatIsWrongInvitesNobodyAndTheNextIsReadAllTheSame() {
        byte[] wrong = "name,role\nAna,king\n".getBytes(StandardCharsets.UTF_8);
        assertThat(http.post("/api/sessions/demo/people", "text/csv", wrong, organiser()).body())
                .contains("line 2");
        assertThat(invite("Ana", 3).statusCode()).isEqualTo(201);
    }

    @Test
    void importsRunOneAtATimeAndTooManyAreToldToComeAgain() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Imports imports = new Imports(vertx, () -> 0, 1 << 20);
            ConcurrentLinkedQueue<Promise<Integer>> running = new ConcurrentLinkedQueue<>();
            CountDownLatch first = new CountDownLatch(1);
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < Limit.FILES_AT_ONCE.most(); i++) {
                all.add(
                        imports.run(() -> {
                            Promise<Integer> done = Promise.promise();
                            running.add(done);
                            first.countDown();
                            return done.future();
                        }));
            }
            assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(running).as("at work at the same time").hasSize(1);
            Future<Integer> beyond = imports.run(() -> Future.succeededFuture(0));
            assertThat(((Preparation.NotPrepared) beyond.cause()).code())
                    .isEqualTo(Code.IMPORTS_WAITING);
            all.getFirst().onComplete(_ -> {});
            running.remove().fail("one that goes wrong holds nobody up");
            for (Future<Integer> next : all.subList(1, all.size())) {
                CompletableFuture<Integer> end = next.toCompletionStage().toCompletableFuture();
                Until.holds("the next has its turn", () -> !running.isEmpty() || end.isDone());
                Promise<Integer> one = running.poll();
                if (one != null) {
                    one.complete(1);
                }
                assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            }
            assertThat(imports.full()).isFalse();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aServerThatHoldsAsManyInvitationsAsItsHeapAllowsReadsNoMore() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            AtomicLong invitations = new AtomicLong(511);
            Imports imports = new Imports(vertx, invitations::get, 1 << 20);
            assertThat(imports.run(() -> Future.succeededFuture(1)).await(10, TimeUnit.SECONDS))
                    .isEqualTo(1);
            invitations.set(512);
            Future<Integer> beyond = imports.run(() -> Future.succeededFuture(1));
            assertThat(((Preparation.NotPrepared) beyond.cause()).code())
                    .isEqualTo(Code.SERVER_FULL);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }
}
