package palabre.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.core.Role;
import palabre.live.Pace;
import palabre.testing.Browserless;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;
import palabre.testing.Until;

/** Somebody sets the clock of the machine during a meeting, or while the server is down. */
class ClockTest {
    private static final long HOUR = 3_600_000;

    /** More than any step of a test takes, and far less than the clock is put. */
    private static final long A_WHILE = HOUR / 4;

    @TempDir Path data;
    private final AtomicLong put = new AtomicLong();
    private TestServer server;
    private Browserless http;
    private int sent;

    @BeforeEach
    void serve() {
        server =
                new TestServer(
                        data,
                        new PalabreServer.Tuning(
                                new Pace(300, 3_000, 60_000, 60_000, 60_000, 20),
                                Duration.ofMinutes(10),
                                2_000,
                                0,
                                1,
                                this::wallMs));
        http = new Browserless(server.base());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private long wallMs() {
        return System.currentTimeMillis() + put.get();
    }

    private JsonNode act(Role role, String body) {
        String json = "{\"id\":\"c" + sent++ + "\"," + body + "}";
        JsonNode answer =
                StreamCarrier.json(http.postJson(path("commands"), json, as(role)).body());
        assertThat(answer.has("ack")).as("%s: %s", body, answer).isTrue();
        return answer;
    }

    private String path(String what) {
        return "/api/rooms/" + server.room(TestServer.PLENARY) + "/" + what;
    }

    private String[] as(Role role, String... more) {
        String[] token = {
            "Authorization", "Bearer " + server.token(TestServer.PLENARY, role), "Accept", "*/*"
        };
        return more.length == 0 ? token : new String[] {token[0], token[1], "Accept", more[0]};
    }

    /** Ana speaks on an item of ten minutes. */
    private void anaSpeaks() {
        act(Role.MODERATOR, "\"do\":\"item.start\",\"title\":\"Levies\",\"seconds\":600");
        act(Role.PARTICIPANT, "\"do\":\"floor.request\"");
        act(Role.MODERATOR, "\"do\":\"floor.next\"");
    }

    /** The events of the room, first to last. */
    private List<JsonNode> log() {
        return http.get(path("log"), as(Role.MODERATOR))
                .body()
                .lines()
                .map(StreamCarrier::json)
                .filter(l -> l.has("ev"))
                .toList();
    }

    private List<JsonNode> welcome() {
        return http.get(path("live"), as(Role.MODERATOR, "application/x-ndjson"))
                .body()
                .lines()
                .map(StreamCarrier::json)
                .toList();
    }

    private long timeMs() {
        return welcome().getFirst().path("time").asLong();
    }

    private JsonNode floor() {
        return welcome().get(1).path("snapshot").path("floor");
    }

    private void timeNeverRanBack() {
        List<Long> times = log().stream().map(e -> e.path("at").asLong()).toList();
        assertThat(times).isSorted();
    }

    private void littleWasCharged() {
        assertThat(floor().path("item").path("chargedMs").asLong()).isLessThan(A_WHILE);
    }

    @Test
    void putForwardDuringATurnItChargesNobody() {
        anaSpeaks();
        put.addAndGet(HOUR);
        act(Role.PARTICIPANT, "\"do\":\"floor.release\"");
        littleWasCharged();
        assertThat(log().getLast().path("at").asLong()).isLessThan(wallMs() - HOUR / 2);
        act(Role.MODERATOR, "\"do\":\"list.close\"");
        assertThat(log().getLast().path("at").asLong())
                .as("nobody speaks: it is the wall clock's time again")
                .isGreaterThan(wallMs() - A_WHILE);
        timeNeverRanBack();
    }

    @Test
    void putBackDuringATurnTheTurnGoesOn() {
        anaSpeaks();
        put.addAndGet(-HOUR);
        timePasses();
        act(Role.PARTICIPANT, "\"do\":\"floor.release\"");
        littleWasCharged();
        assertThat(floor().path("item").path("chargedMs").asLong()).isPositive();
        timeNeverRanBack();
    }

    /** Waits until the log's own time has gone on. */
    private void timePasses() {
        long from = log().getLast().path("at").asLong();
        until(() -> timeMs() > from + 5);
    }

    private static void until(BooleanSupplier holds) {
        Until.holds("it shows", holds);
    }

    @Test
    void putForwardWhileTheServerIsDownItChargesNobody() {
        anaSpeaks();
        put.addAndGet(HOUR);
        server.restart();
        act(Role.PARTICIPANT, "\"do\":\"floor.release\"");
        littleWasCharged();
        timeNeverRanBack();
    }

    @Test
    void theTurnOfSomebodyWithoutADeviceIsNotChargedForWhenTheServerIsDown() {
        act(Role.MODERATOR, "\"do\":\"item.start\",\"title\":\"Levies\",\"seconds\":600");
        act(Role.MODERATOR, "\"do\":\"floor.queue\",\"name\":\"Oba\",\"site\":\"Harare\"");
        act(Role.MODERATOR, "\"do\":\"floor.next\"");
        put.addAndGet(HOUR);
        server.restart();
        assertThat(floor().path("holder").path("running").isMissingNode()).isFalse();
        act(Role.MODERATOR, "\"do\":\"floor.revoke\",\"request\":1");
        littleWasCharged();
    }

    @Test
    void putBackWhileTheServerIsDownTurnsGoOn() {
        anaSpeaks();
        put.addAndGet(-HOUR);
        server.restart();
        timePasses();
        act(Role.PARTICIPANT, "\"do\":\"seat.rename\",\"name\":\"Ana\"");
        timePasses();
        act(Role.PARTICIPANT, "\"do\":\"floor.release\"");
        littleWasCharged();
        assertThat(floor().path("item").path("chargedMs").asLong()).isPositive();
        timeNeverRanBack();
    }

    @Test
    void whoLosesTheLinkHasTheWholeTimeToComeBack() {
        anaSpeaks();
        server.restart();
        until(() -> floor().path("holder").path("pauses").has("link"));
        put.addAndGet(HOUR);
        server.restart();
        put.addAndGet(HOUR);
        timePasses();
        assertThat(log().stream().map(e -> e.path("ev").asText())).doesNotContain("floor.revoked");
        assertThat(floor().path("holder").path("pauses").has("link")).isTrue();
    }

    @Test
    void groupsAreNotCalledBackByAJumpOfTheClock() {
        act(Role.PARTICIPANT, "\"do\":\"floor.request\"");
        act(
                Role.MODERATOR,
                "\"do\":\"groups.open\",\"mix\":\"teams\",\"seconds\":900,"
                        + "\"groups\":[{\"title\":\"Law\"}]");
        put.addAndGet(HOUR);
        timePasses();
        timePasses();
        JsonNode doors = welcome().get(1).path("snapshot").path("doors");
        assertThat(doors.path("groupsUntilMs").asLong()).isGreaterThan(timeMs());
        assertThat(doors.path("groups")).hasSize(1);
    }
}
