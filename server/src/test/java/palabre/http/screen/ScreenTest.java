package palabre.http.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.testing.ServedTest;
import palabre.testing.TestServer;

class ScreenTest extends ServedTest {
    private HttpResponse<String> screen(int room, String... headers) {
        return http.get("/r/" + server.room(room) + "/screen", headers);
    }

    @Test
    void anOpenRoomsScreenShowsWhoSpeaksWhoIsNextAndHowToJoin() {
        int room = TestServer.PLENARY;
        act(room, Role.PARTICIPANT, "a", "\"do\":\"floor.request\",\"topic\":\"Ticket taxes\"");
        act(room, Role.STEWARD, "b", "\"do\":\"floor.queue\",\"name\":\"Ms <Ndong>\"");
        act(room, Role.MODERATOR, "c", "\"do\":\"floor.next\",\"holder\":0");
        String page = screen(room).body();
        assertThat(page)
                .contains("Participant", "Ticket taxes", "data-ms=", "Ms &lt;Ndong&gt;", "<svg")
                .contains(server.base() + "/r/" + server.room(room));
    }

    @Test
    void theCodeOnTheScreenLeadsToTheRoomHoweverItIsTyped() {
        String room = server.room(TestServer.PLENARY);
        String code = room.substring(0, 4).toUpperCase(Locale.ROOT) + "%20" + room.substring(4, 8);
        for (String path : new String[] {"/c?code=" + code, "/c/" + room.substring(0, 8)}) {
            HttpResponse<String> answer = http.get(path);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/r/" + room);
        }
    }

    @Test
    void aClosedRoomHasNoCodeAndForAStrangerNoScreen() {
        String closed = server.room(TestServer.ROUND_TABLE);
        HttpResponse<String> byCode = http.get("/c/" + closed.substring(0, 8));
        HttpResponse<String> none = http.get("/c/aaaabbbb");
        assertThat(byCode.statusCode()).isEqualTo(404);
        assertThat(byCode.body()).isEqualTo(none.body());
        act(TestServer.ROUND_TABLE, Role.MODERATOR, "a", "\"do\":\"screen.show\",\"shown\":true");
        assertThat(screen(TestServer.ROUND_TABLE).statusCode()).isEqualTo(404);
    }

    @Test
    void aClosedRoomIsOnTheScreenOnlyWhenTheChairHasPutItThere() {
        int room = TestServer.ROUND_TABLE;
        act(room, Role.PARTICIPANT, "a", "\"do\":\"floor.request\",\"topic\":\"Debts\"");
        assertThat(screen(room, as(room, Role.PARTICIPANT)).body())
                .doesNotContain("Debts", "Participant", "<svg");
        act(room, Role.MODERATOR, "b", "\"do\":\"screen.show\",\"shown\":true");
        assertThat(screen(room, as(room, Role.PARTICIPANT)).body())
                .contains("Participant")
                .doesNotContain("<svg");
        act(room, Role.MODERATOR, "c", "\"do\":\"screen.show\",\"shown\":false");
        assertThat(screen(room, as(room, Role.PARTICIPANT)).body()).doesNotContain("Participant");
    }

    @Test
    void anUnchangedScreenIsNotSentAgainAndNothingOfItIsKept() {
        HttpResponse<String> first = screen(TestServer.PLENARY);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(screen(TestServer.PLENARY, "If-None-Match", tag).statusCode()).isEqualTo(304);
        act(TestServer.PLENARY, Role.MODERATOR, "a", "\"do\":\"list.close\"");
        assertThat(screen(TestServer.PLENARY, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void observersAreNotNamed() {
        act(TestServer.PLENARY, Role.OBSERVER, "a", "\"do\":\"seat.rename\",\"name\":\"Quiet\"");
        assertThat(screen(TestServer.PLENARY).body()).doesNotContain("Quiet");
    }
}
