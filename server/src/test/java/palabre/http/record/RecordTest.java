package palabre.http.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;

class RecordTest extends ServedTest {
    private HttpResponse<String> get(int room, Role role, String what) {
        return http.get("/api/rooms/" + server.room(room) + "/" + what, as(room, role));
    }

    private void meet(int room) {
        act(room, Role.PARTICIPANT, "a", "\"do\":\"floor.request\",\"topic\":\"Levies\"");
        act(room, Role.OBSERVER, "b", "\"do\":\"seat.rename\",\"name\":\"Quiet\"");
        act(room, Role.PARTICIPANT, "c", "\"do\":\"seat.declare\",\"gender\":\"woman\"");
        act(room, Role.MODERATOR, "d", "\"do\":\"floor.next\",\"holder\":0");
    }

    @Test
    void theLogIsWholeForTheChairAndSaysSo() {
        meet(TestServer.PLENARY);
        HttpResponse<String> log = get(TestServer.PLENARY, Role.MODERATOR, "log");
        List<JsonNode> lines = log.body().lines().map(StreamCarrier::json).toList();
        assertThat(lines.getFirst().path("room").asText())
                .isEqualTo(server.room(TestServer.PLENARY));
        assertThat(lines.getLast().path("end").asLong()).isPositive();
        assertThat(lines.stream().map(l -> l.path("ev").asText()).toList())
                .contains("seat.joined", "floor.requested", "floor.granted")
                .doesNotContain("seat.declared");
        assertThat(log.body()).contains("Quiet", "Levies");
    }

    @Test
    void theSecretarySeesWhatMembersSeeAndOthersNothing() {
        meet(TestServer.PLENARY);
        assertThat(get(TestServer.PLENARY, Role.SECRETARY, "log").body())
                .contains("Levies")
                .doesNotContain("Quiet");
        for (Role role : List.of(Role.PARTICIPANT, Role.OBSERVER, Role.STEWARD)) {
            HttpResponse<String> answer = get(TestServer.PLENARY, role, "log");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("Levies");
        }
    }

    @Test
    void offTheRecordThereIsNoLog() {
        meet(TestServer.SAFE_ROOM);
        HttpResponse<String> answer = get(TestServer.SAFE_ROOM, Role.MODERATOR, "log");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("NOT_RECORDED").doesNotContain("Levies");
    }

    @Test
    void figuresAreForTheChairUntilTheRulesSayOtherwise() {
        int room = TestServer.ROUND_TABLE;
        meet(room);
        assertThat(get(room, Role.PARTICIPANT, "figures").statusCode()).isEqualTo(403);
        JsonNode figures = StreamCarrier.json(get(room, Role.MODERATOR, "figures").body());
        assertThat(figures.path("people").path(0).path("turns").asInt()).isEqualTo(1);
        act(room, Role.MODERATOR, "e", "\"do\":\"floor.policy\",\"policy\":{\"figures\":\"all\"}");
        assertThat(get(room, Role.PARTICIPANT, "figures").statusCode()).isEqualTo(200);
    }

    @Test
    void aStrangerCannotTellAClosedRoomsRecordFromNone() {
        String closed = server.room(TestServer.ROUND_TABLE);
        for (String what : List.of("log", "figures")) {
            assertThat(http.get("/api/rooms/" + closed + "/" + what).body())
                    .isEqualTo(http.get("/api/rooms/aaaabbbbccccdddd/" + what).body());
        }
    }
}
