package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.codec.RoomCodec;
import palabre.core.Role;
import palabre.http.PalabreServer;
import palabre.live.Pace;
import palabre.testing.Browserless;
import palabre.testing.PollCarrier;
import palabre.testing.SseCarrier;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;
import palabre.testing.WsCarrier;

/**
 * What is told beside frames reaches everybody, whichever their carrier. No heartbeat comes to the
 * help of who waits, and a long poll waits for longer than the test.
 */
class NewsTest {
    private static final PalabreServer.Tuning NO_BEATS =
            new PalabreServer.Tuning(
                    new Pace(600_000, 900_000, 500, 500, 1_000, 20),
                    Duration.ofMinutes(10),
                    20_000,
                    0,
                    1);

    @TempDir Path data;
    private TestServer server;
    private WsCarrier chair;
    private int votes;

    @BeforeEach
    void start() {
        server = new TestServer(data, NO_BEATS);
        chair = new WsCarrier(server, TestServer.PLENARY, token(Role.MODERATOR));
        chair.connect();
        chair.send(
                "{\"id\":\"p\",\"do\":\"poll.open\",\"question\":\"Again?\",\"kind\":\"rating\"}");
    }

    @AfterEach
    void stop() {
        chair.close();
        server.close();
    }

    private String token(Role role) {
        return server.token(TestServer.PLENARY, role);
    }

    private void vote() {
        StreamCarrier voter = new WsCarrier(server, TestServer.PLENARY, token(Role.SECRETARY));
        voter.connect();
        String choice = ",\"choices\":[" + votes + "]}";
        String id = "v" + votes++;
        assertThat(
                        voter.send(
                                        "{\"id\":\""
                                                + id
                                                + "\",\"do\":\"poll.vote\",\"poll\":1"
                                                + choice)
                                .has("ack"))
                .isTrue();
        voter.close();
    }

    private List<StreamCarrier> carriers() {
        PollCarrier poll = new PollCarrier(server, TestServer.PLENARY, token(Role.PARTICIPANT));
        poll.waitS = 60;
        return List.of(
                new WsCarrier(server, TestServer.PLENARY, token(Role.OBSERVER)),
                new SseCarrier(server, TestServer.PLENARY, token(Role.CAPTIONER)),
                poll);
    }

    private static void untilTold(StreamCarrier carrier) {
        while (carrier.mirror.votes == 0) {
            carrier.more();
            carrier.step();
        }
    }

    @Test
    void aTallyReachesWhoWaits() {
        List<StreamCarrier> carriers = carriers();
        carriers.forEach(c -> {
            c.connect();
            c.caughtUpTo(0);
            c.mirror.votes = 0;
        });
        vote();
        carriers.forEach(NewsTest::untilTold);
        carriers.forEach(StreamCarrier::close);
    }

    @Test
    void whatIsToldBetweenTwoPollsIsAnsweredAtOnce() {
        PollCarrier poll = (PollCarrier) carriers().getLast();
        poll.connect();
        poll.caughtUpTo(0);
        poll.mirror.votes = 0;
        chair.caughtUpTo(0);
        chair.mirror.votes = 0;
        vote();
        untilTold(chair);
        untilTold(poll);
        poll.close();
    }

    @Test
    void whoHasFoldedByOtherRulesGetsASnapshotOfTheNewShape() {
        Browserless http = new Browserless(server.base());
        String path = "/api/rooms/" + server.room(TestServer.PLENARY) + "/live?after=";
        PollCarrier guest = new PollCarrier(server, TestServer.PLENARY, token(Role.PARTICIPANT));
        guest.connect();
        String at = guest.mirror.epoch + ":" + guest.caughtUpTo(0).seq;
        String[] headers = {
            "Accept", "application/x-ndjson", "Authorization", "Bearer " + token(Role.PARTICIPANT)
        };
        assertThat(http.get(path + at + "&fold=room-1", headers).body())
                .contains("\"recovered\":false", "{\"snapshot\":");
        assertThat(http.get(path + at + "&fold=" + RoomCodec.FOLD, headers).body())
                .contains("\"recovered\":true", "\"fold\":\"" + RoomCodec.FOLD + "\"")
                .doesNotContain("{\"snapshot\":");
    }
}
