package palabre.http.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.testing.Browserless;
import palabre.testing.ServedTest;
import palabre.testing.TestServer;
import palabre.testing.TextPerson;

/** The lists with which the chair works when they are long: the lobby, and the questions. */
class ChairListsTest extends ServedTest {
    private static final int WAITING = 24;

    private TextPerson chair;
    private String room;

    @BeforeEach
    void come() {
        chair = person(Role.MODERATOR, "Mo Chair");
        room = "/r/" + server.room(TestServer.PLENARY) + "/text";
    }

    private String door(Role role) {
        return "/j/" + server.token(TestServer.PLENARY, role);
    }

    private TextPerson person(Role role, String name) {
        return new TextPerson(server.base(), door(role)).enter(name);
    }

    private void fillLobby() {
        chair.press("lobby.open");
        for (int i = 1; i <= WAITING; i++) {
            new Browserless(server.base())
                    .join(door(Role.PARTICIPANT), i == WAITING ? "Zoé Ünal" : "Guest " + i);
        }
    }

    private static int entries(String page, String list) {
        String items = page.substring(page.indexOf("<ul id=\"" + list + "\""));
        return Pattern.compile("<li")
                        .splitAsStream(items.substring(0, items.indexOf("</ul>")))
                        .toList()
                        .size()
                - 1;
    }

    private String at(String path) {
        return chair.http().get(room + path).body();
    }

    @Test
    void aLongLobbyIsOnAPageOfItsOwn() {
        fillLobby();
        String page = chair.look();
        assertThat(entries(page, "lobby")).isEqualTo(20);
        assertThat(page).contains("All in the lobby (24)", "value=\"lobby.all\"");
        assertThat(entries(at("/lobby"), "lobby")).isEqualTo(WAITING);
        assertThat(at("/lobby?q=zoe%20UNAL"))
                .contains("Zoé Ünal", "24 in the lobby")
                .doesNotContain("Guest 1");
        assertThat(at("/lobby?after=100000")).doesNotContain("Guest", "lobby.admit");
        for (String bad : List.of("?after=x", "?q=" + "x".repeat(10_000))) {
            assertThat(chair.http().get(room + "/lobby" + bad).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void whoIsLetInFromTheListLeavesItAndTheChairStaysThere() {
        fillLobby();
        String page = at("/lobby?q=zoe");
        String back = press(page, value(page, "value=\"(lobby\\.admit [^\"]+)\""));
        assertThat(back).contains("/text/lobby?").contains("q=zoe");
        page = at("/lobby");
        assertThat(page).contains("23 in the lobby").doesNotContain("Zoé");
        press(page, "lobby.all");
        assertThat(at("/lobby")).contains("Found: 0").doesNotContain("Guest");
        assertThat(at("")).contains("Guest 7").doesNotContain("lobby.admit");
    }

    /** Presses a button of a list; where that leads. */
    private String press(String page, String act) {
        Map<String, String> form = new HashMap<>(Map.of("act", act));
        for (String hidden : List.of("csrf", "at", "list", "q", "after")) {
            form.put(hidden, value(page, "name=\"" + hidden + "\" value=\"([^\"]*)\""));
        }
        HttpResponse<String> answer = chair.http().form(room, form);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String value(String page, String pattern) {
        var m = Pattern.compile(pattern).matcher(page);
        assertThat(m.find()).as(pattern).isTrue();
        return m.group(1);
    }

    @Test
    void nobodyElseSeesWhoWaits() {
        TextPerson ana = person(Role.PARTICIPANT, "Ana");
        fillLobby();
        assertThat(ana.http().get(room + "/lobby").body())
                .contains("Found: 0")
                .doesNotContain("Guest", "Zoé", "lobby.");
    }

    @Test
    void manyQuestionsAreOnAPageOfTheirOwn() {
        for (int i = 1; i <= 6; i++) {
            TextPerson asks = person(Role.PARTICIPANT, "Asker " + i);
            for (int n = 1; n <= 4; n++) {
                asks.press("question.put", "text", "Question " + n + " of " + i);
            }
        }
        assertThat(entries(chair.look(), "questions")).isEqualTo(20);
        assertThat(chair.look()).contains("All questions (24)");
        assertThat(entries(at("/questions"), "questions")).isEqualTo(24);
        assertThat(at("/questions?q=2%20of%206"))
                .contains("Question 2 of 6", "question.publish")
                .doesNotContain("Question 2 of 5");
        TextPerson ana = person(Role.PARTICIPANT, "Ana");
        assertThat(ana.http().get(room + "/questions").body())
                .contains("Found: 0")
                .doesNotContain("Question 2");
    }
}
