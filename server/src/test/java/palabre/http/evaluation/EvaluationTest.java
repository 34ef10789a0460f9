package palabre.http.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.http.PalabreServer;
import palabre.testing.Browserless;
import palabre.testing.ServedTest;
import palabre.testing.TestServer;
import palabre.testing.TextPerson;
import palabre.testing.Until;

/** What somebody thinks of a session is theirs: an answer is kept apart from who gave it. */
class EvaluationTest extends ServedTest {
    private static final String WORDS = "Less haste, please";

    private String desk;

    @BeforeEach
    void find() {
        desk = "/o/" + server.organiser() + "/demo";
    }

    private String invite(String name) {
        Map<String, String> form =
                Map.of("do", "person", "name", name, "role", "participant", "team", "Gabon");
        Matcher m =
                Pattern.compile(name + ", participant.*?href=\"([^\"]+)\"", Pattern.DOTALL)
                        .matcher(http.form(desk, form).body());
        assertThat(m.find()).isTrue();
        return URI.create(m.group(1)).getPath();
    }

    private void close() {
        String[] acts = {
            "\"do\":\"result.none\",\"kind\":\"key-point\"",
            "\"do\":\"result.none\",\"kind\":\"action\"",
            "\"do\":\"next.none\"",
            "\"do\":\"session.close\""
        };
        for (int i = 0; i < acts.length; i++) {
            act(TestServer.PLENARY, Role.MODERATOR, "close" + i, acts[i]);
        }
        // the room has answered; the session's own record follows
        Until.holds(
                "the session is closed", () -> !http.get(desk).body().contains("not closed yet"));
    }

    private static HttpResponse<String> answer(Browserless by, String link, String comment) {
        by.get(link + "/evaluation");
        return by.form(link + "/evaluation", Map.of("q0", "4", "q1", "2", "comment", comment));
    }

    private Browserless device() {
        return new Browserless(server.base());
    }

    @Test
    void whoHoldsTheLinkReadsNothingOfTheAnswerAndChangesNothing() {
        String ana = invite("Ana");
        close();
        String before = device().get(ana + "/evaluation").body();
        Browserless hers = device();
        assertThat(answer(hers, ana, WORDS).body()).contains("Your answers are saved.");
        assertThat(device().get(ana + "/evaluation").body())
                .as("looks as it does before she has answered")
                .isEqualTo(before)
                .doesNotContain(WORDS, "checked");
        HttpResponse<String> changed = answer(device(), ana, "All was well");
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body()).contains("another device").doesNotContain(WORDS, "checked");
        assertThat(hers.get(ana + "/evaluation").body())
                .contains(WORDS, "name=\"q0\" value=\"4\" checked");
        assertThat(answer(hers, ana, "Much less haste").body()).contains("Your answers are saved.");
        server.restart();
        assertThat(hers.get(ana + "/evaluation").body()).contains("Much less haste");
        assertThat(device().get(ana + "/evaluation").body()).doesNotContain("Much less haste");
    }

    @Test
    void aLinkWrittenOutAnewIsStillOneAnswer() {
        String ana = invite("Ana");
        close();
        answer(device(), ana, WORDS);
        Matcher link =
                Pattern.compile("Ana, participant.*?name=\"link\" value=\"(\\w+)\"", Pattern.DOTALL)
                        .matcher(http.get(desk).body());
        assertThat(link.find()).isTrue();
        String page = http.form(desk, Map.of("do", "reissue", "link", link.group(1))).body();
        Matcher anew =
                Pattern.compile("Ana, participant.*?href=\"([^\"]+)\"", Pattern.DOTALL)
                        .matcher(page);
        assertThat(anew.find()).isTrue();
        String again = URI.create(anew.group(1)).getPath();
        assertThat(again).isNotEqualTo(ana);
        assertThat(answer(device(), again, "Twice").statusCode()).isEqualTo(409);
    }

    @Test
    void theAuditAndTheLogDoNotSayWhoAnsweredWhat() {
        String ana = invite("Ana");
        close();
        answer(device(), ana, WORDS);
        assertThat(http.get(desk + "/audit").body()).doesNotContain("evaluat", WORDS);
        assertThat(http.get("/api/sessions/demo/audit", organiser()).body())
                .contains("session.closed")
                .doesNotContain("evaluat", WORDS, "ratings");
    }

    @Test
    void answersAreShownByFives() {
        List<String> links = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            links.add(invite("Person " + (char) ('A' + i)));
        }
        close();
        for (int i = 0; i < 4; i++) {
            answer(device(), links.get(i), "remark" + i);
        }
        String[] files = {desk, desk + "/evaluations.csv"};
        for (String file : files) {
            assertThat(http.get(file).body()).as(file).doesNotContain("remark", "3.0");
        }
        assertThat(http.get(desk).body())
                .contains("(answers: 4)", "shown 5 at a time", "Shown now: 0");
        answer(device(), links.get(4), "remark4");
        assertThat(http.get(desk).body())
                .contains("remark0", "remark4", ">The expected results were");
        assertThat(http.get(desk + "/evaluations.csv").body())
                .contains("remark0", "remark4")
                .contains("The expected results were reached.,4,5");
        answer(device(), links.get(5), "remark5");
        for (String file : files) {
            assertThat(http.get(file).body()).as(file).doesNotContain("remark5");
        }
    }

    @Test
    void whoComesInOnlyAfterwardsHasNothingToSayOfIt() {
        String shared = "/j/" + server.token(TestServer.PLENARY, Role.PARTICIPANT);
        String room = "/r/" + server.room(TestServer.PLENARY);
        TextPerson early = new TextPerson(server.base(), shared).enter("Early");
        close();
        TextPerson late = new TextPerson(server.base(), shared).enter("Late");
        TextPerson visitor = new TextPerson(server.base(), room + "/visit").enter("Vis");
        for (String door : new String[] {room, shared}) {
            assertThat(early.http().get(door + "/evaluation").statusCode()).isEqualTo(200);
            HttpResponse<String> again = late.http().get(door + "/evaluation");
            assertThat(again.statusCode()).as(door).isEqualTo(409);
            assertThat(again.body())
                    .contains("before the session was over")
                    .doesNotContain("<form");
        }
        assertThat(visitor.http().get(room + "/evaluation").statusCode()).isEqualTo(409);
        assertThat(device().get(invite("Ana") + "/evaluation").statusCode())
                .as("invited by name: who dropped out is asked too")
                .isEqualTo(200);
    }

    @Test
    void theDevicesSecretIsACookieThatScriptsDoNotRead() {
        String ana = invite("Ana");
        close();
        String cookie =
                String.join(
                        "\n", device().get(ana + "/evaluation").headers().allValues("set-cookie"));
        assertThat(cookie).contains("edemo=", "HTTPOnly", "SameSite=Lax");
    }

    @Test
    void whatWasTypedIsKeptWhenItCannotBeSaved() {
        server.close();
        server =
                new TestServer(
                        data,
                        new PalabreServer.Tuning(
                                TestServer.QUICK.pace(), Duration.ofMinutes(1), 2_000, 64, 1));
        http = new Browserless(server.base());
        desk = "/o/" + server.organiser() + "/demo";
        String ana = invite("Ana");
        close();
        Map<String, String> many = new HashMap<>(Map.of("q0", "4", "q1", "2"));
        Browserless hers = device();
        HttpResponse<String> last = hers.get(ana + "/evaluation");
        for (int i = 0; i < 1_000 && last.statusCode() == 200; i++) {
            many.put("comment", WORDS + " " + i + " " + "x".repeat(1_500));
            last = hers.form(ana + "/evaluation", many);
        }
        assertThat(last.statusCode()).isEqualTo(503);
        assertThat(last.body())
                .contains(many.get("comment"), "value=\"4\" checked")
                .contains("cannot save right now");
    }
}
