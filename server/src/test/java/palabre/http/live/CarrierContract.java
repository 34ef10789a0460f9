package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.core.Role;
import palabre.testing.Carrier;
import palabre.testing.Mirror;
import palabre.testing.Seeds;
import palabre.testing.TestServer;
import palabre.testing.WsCarrier;

/** What every carrier promises: same commands, same events, same refusals, same resume. */
abstract class CarrierContract {
    @TempDir Path data;
    TestServer server;
    WsCarrier chair;
    Carrier carrier;

    abstract Carrier open(int room, Role role);

    static List<Long> seeds() {
        return Seeds.some(3);
    }

    @BeforeEach
    void start() {
        server = new TestServer(data);
        chair =
                new WsCarrier(
                        server,
                        TestServer.PLENARY,
                        server.token(TestServer.PLENARY, Role.MODERATOR));
        chair.connect();
        carrier = open(TestServer.PLENARY, Role.PARTICIPANT);
        carrier.connect();
    }

    @AfterEach
    void stop() {
        carrier.close();
        chair.close();
        server.close();
    }

    static String command(String id, String what, String more) {
        return "{\"id\":\"" + id + "\",\"do\":\"" + what + "\"" + more + "}";
    }

    long acked(JsonNode answer) {
        assertThat(answer.has("ack")).as("%s", answer).isTrue();
        return answer.path("seq").asLong();
    }

    void sameView(long seq) {
        assertThat(carrier.caughtUpTo(seq).visible()).isEqualTo(chair.caughtUpTo(seq).visible());
    }

    @Test
    void whoAsksIsInTheQueueForAll() {
        long seq = acked(carrier.send(command("a", "floor.request", ",\"topic\":\"films\"")));
        assertThat(chair.caughtUpTo(seq).waiting).hasSize(1);
        assertThat(chair.mirror.waiting.getFirst().topic()).isEqualTo("films");
        sameView(seq);
    }

    @Test
    void aGrantReachesTheOneWhoWaits() {
        acked(carrier.send(command("a", "floor.request", "")));
        long seq = acked(chair.send(command("g", "floor.grant", ",\"request\":1")));
        assertThat(carrier.caughtUpTo(seq).holder.orElseThrow().request()).isEqualTo(1);
        long done = acked(carrier.send(command("r", "floor.release", ",\"request\":1")));
        assertThat(chair.caughtUpTo(done).holder).isEmpty();
        sameView(done);
    }

    @Test
    void refusalsHaveTheSameCodes() {
        acked(carrier.send(command("a", "floor.request", "")));
        assertThat(
                        carrier.send(command("b", "floor.request", ",\"topic\":\"again\""))
                                .path("code")
                                .asText())
                .isEqualTo("ALREADY_WAITING");
        assertThat(carrier.send(command("c", "floor.next", "")).path("code").asText())
                .isEqualTo("ROLE_MAY_NOT");
        assertThat(carrier.send(command("d", "no.such", "")).path("code").asText())
                .isEqualTo("UNKNOWN_COMMAND");
    }

    @Test
    void afterACutItGoesOnWhereItWas() {
        acked(carrier.send(command("a", "floor.request", "")));
        carrier.cut();
        acked(chair.send(command("g", "floor.grant", ",\"request\":1")));
        long seq = acked(chair.send(command("c", "list.close", "")));
        carrier.connect();
        assertThat(carrier.recovered()).isTrue();
        Mirror mirror = carrier.caughtUpTo(seq);
        assertThat(mirror.holder).isPresent();
        assertThat(mirror.listOpen).isFalse();
        assertThat(mirror.gaps + mirror.duplicates).isZero();
        sameView(seq);
    }

    @Test
    void afterARestartItGoesOnWhereItWas() {
        acked(carrier.send(command("a", "floor.request", "")));
        carrier.cut();
        chair.cut();
        server.restart();
        carrier.connect();
        chair.connect();
        assertThat(carrier.recovered()).isTrue();
        assertThat(carrier.caughtUpTo(0).waiting).hasSize(1);
        long seq = acked(chair.send(command("g", "floor.grant", ",\"request\":1")));
        sameView(seq);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverHappensTheCopyIsTheFold(long seed) {
        Random random = new Random(seed);
        long seq = 0;
        for (int i = 0; i < 40; i++) {
            JsonNode answer =
                    switch (random.nextInt(9)) {
                        case 0, 1, 2 -> carrier.send(command("q" + i, "floor.request", ""));
                        case 3 -> carrier.send(command("r" + i, "floor.release", ""));
                        case 4 -> chair.send(command("n" + i, "floor.next", ""));
                        case 5 -> chair.send(command("c" + i, "list.close", ""));
                        case 6 -> chair.send(command("o" + i, "list.open", ""));
                        case 7 -> {
                            carrier.cut();
                            carrier.connect();
                            yield chair.send(command("x" + i, "list.open", ""));
                        }
                        default ->
                                carrier.send(
                                        command(
                                                "m" + i,
                                                "seat.rename",
                                                ",\"name\":\"N" + i + "\""));
                    };
            seq = Math.max(seq, answer.path("seq").asLong());
        }
        seq = acked(chair.send(command("end", "seat.rename", ",\"name\":\"Chair at the end\"")));
        sameView(seq);
        assertThat(carrier.caughtUpTo(seq).gaps).isZero();
    }
}
