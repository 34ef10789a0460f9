package palabre.http.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;
import palabre.testing.TextPerson;

/** The list of people, as it is asked for. */
class PeopleListTest extends ServedTest {
    private TextPerson ana;
    private TextPerson chair;

    @BeforeEach
    void come() {
        chair = person(Role.MODERATOR, "Mo Chair");
        ana = person(Role.PARTICIPANT, "Ana Ndong");
        person(Role.PARTICIPANT, "Ben <b>Okoro</b>");
        person(Role.OBSERVER, "Obi Serve");
    }

    private TextPerson person(Role role, String name) {
        String door = "/j/" + server.token(TestServer.PLENARY, role);
        return new TextPerson(server.base(), door).enter(name);
    }

    private HttpResponse<String> ask(TextPerson who, String query) {
        String room = server.room(TestServer.PLENARY);
        return who.http().get("/api/rooms/" + room + "/people" + query);
    }

    private static List<String> names(HttpResponse<String> answer) {
        return StreamCarrier.json(answer.body())
                .path("people")
                .valueStream()
                .map(p -> p.path("name").asText())
                .toList();
    }

    @Test
    void whoIsHereIsToldToWhoAsks() {
        JsonNode list = StreamCarrier.json(ask(ana, "").body());
        assertThat(names(ask(ana, "")))
                .contains("Ana Ndong", "Mo Chair")
                .doesNotContain("Obi Serve");
        assertThat(list.path("found").intValue()).isEqualTo(list.path("people").size());
        assertThat(list.at("/counts/people").intValue()).isEqualTo(list.path("found").intValue());
        assertThat(names(ask(chair, ""))).contains("Obi Serve");
    }

    @Test
    void peopleAreFound() {
        assertThat(names(ask(ana, "?q=NDONG"))).containsExactly("Ana Ndong");
        assertThat(names(ask(ana, "?q=nobody%20is%20called%20so"))).isEmpty();
        assertThat(names(ask(ana, "?after=100000"))).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        for (String bad :
                List.of(
                        "?q=" + "x".repeat(10_000),
                        "?q=a%00b",
                        "?after=-1",
                        "?after=x",
                        "?after=")) {
            HttpResponse<String> answer = ask(ana, bad);
            assertThat(answer.statusCode())
                    .as(bad.substring(0, Math.min(12, bad.length())))
                    .isEqualTo(400);
            assertThat(answer.body()).contains("BAD_FIELD");
        }
    }

    @Test
    void theListIsAPageWithoutScriptToo() {
        String path = "/r/" + server.room(TestServer.PLENARY) + "/text/people";
        String page = ana.http().get(path + "?q=oko").body();
        assertThat(page)
                .contains("Ben &lt;b&gt;Okoro")
                .doesNotContain("<b>Okoro", "Ana Ndong", "seat.remove");
        assertThat(ana.http().get(path + "?q=" + "x".repeat(10_000)).statusCode()).isEqualTo(400);
        assertThat(ana.http().get(path + "?after=100000").body()).doesNotContain("Ana Ndong");
    }

    @Test
    void theChairActsOnWhoIsFound() {
        String path = "/r/" + server.room(TestServer.PLENARY) + "/text/people?q=okoro";
        String page = chair.http().get(path).body();
        assertThat(page).contains("seat.remove", "type=\"radio\"").doesNotContain("Ana Ndong");
    }
}
