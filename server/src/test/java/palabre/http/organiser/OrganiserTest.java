package palabre.http.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palabre.testing.ServedTest;
import palabre.testing.TextPerson;

/** A session is prepared, changed, followed and filed away in plain forms. */
class OrganiserTest extends ServedTest {
    private String session;

    @BeforeEach
    void start() {
        HttpResponse<String> made =
                http.form(desk(), Map.of("title", "Film policy", "template", "workshop"));
        assertThat(made.statusCode()).isEqualTo(303);
        session = made.headers().firstValue("Location").orElseThrow();
    }

    private String desk() {
        return "/o/" + server.organiser();
    }

    private String act(String what, String... fields) {
        Map<String, String> form = new HashMap<>();
        form.put("do", what);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return http.form(session, form).body();
    }

    private static String first(String page, String pattern) {
        Matcher m = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(m.find()).as(pattern + " in " + page).isTrue();
        return m.group(1);
    }

    private String invite(String name) {
        String page = act("person", "name", name, "role", "participant", "team", "Gabon");
        return first(page, ">" + name + ", participant.*?href=\"([^\"]+)\"".replace(">", ""));
    }

    private String door(String link) {
        return URI.create(link).getPath();
    }

    @Test
    void aTemplateIsASessionThatCanBeHeldAtOnce() {
        String page = http.get(session).body();
        assertThat(page)
                .contains("value=\"What we face\"", "value=\"40\"", "Safe room", "as equals")
                .contains("one link for several people", "Off the record");
        for (String template :
                new String[] {
                    "workshop",
                    "table-ronde",
                    "focus-group",
                    "open-forum",
                    "coaching",
                    "public-lecture"
                }) {
            HttpResponse<String> made =
                    http.form(desk(), Map.of("title", "T " + template, "template", template));
            assertThat(made.statusCode()).as(template).isEqualTo(303);
        }
        assertThat(http.get(desk() + "?q=film").body()).contains("Film policy");
        assertThat(http.get(desk() + "?q=coaching").body())
                .contains("T coaching")
                .doesNotContain(">Film policy<");
    }

    @Test
    void thePlanIsChangedInOneFormAndAllThatIsWrongIsTold() {
        String page =
                act(
                        "plan",
                        "title",
                        "Film law",
                        "results",
                        "A shortlist.",
                        "modality",
                        "hybrid",
                        "start",
                        "2027-03-01T14:00",
                        "zone",
                        "Africa/Libreville",
                        "minutes",
                        "90",
                        "languages",
                        "fr, en",
                        "at0",
                        "Welcome",
                        "am0",
                        "5",
                        "at1",
                        "Funding",
                        "am1",
                        "30",
                        "ao1",
                        "balanced",
                        "as1",
                        "120",
                        "tn0",
                        "Gabon",
                        "ts0",
                        "seeking",
                        "rules",
                        "Listen.",
                        "gt0",
                        "levy",
                        "gm0",
                        "a small tax",
                        "gl0",
                        "en");
        assertThat(page)
                .contains("Saved.", "value=\"Film law\"", "value=\"Funding\"", "value=\"levy\"")
                .contains("<option value=\"balanced\" selected>");
        String wrong =
                act(
                        "plan",
                        "title",
                        "X",
                        "start",
                        "2027-03-28T02:30",
                        "zone",
                        "Europe/Paris",
                        "at0",
                        "Welcome",
                        "am0",
                        "soon",
                        "ak0",
                        "javascript:alert(1)",
                        "tn0",
                        "A",
                        "tn1",
                        "A");
        assertThat(wrong)
                .contains("Nothing was changed.", "start: ", "agenda[0]: ", "teams[1]: ")
                .contains("value=\"Film law\"");
        assertThat(http.get(session + "/file.yaml").body())
                .contains("title: Film law", "title: Funding");
    }

    @Test
    void whatPeopleWriteIsNeverMarkup() {
        String page = act("person", "name", "<script>alert(1)</script>", "role", "participant");
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>");
    }

    @Test
    void aLinkIsReissuedHandedOverAndWithdrawn() {
        String link = invite("Ana");
        TextPerson ana = new TextPerson(server.base(), link).enter("Ana");
        assertThat(ana.look()).contains("id=\"floor\"");
        String id = first(http.get(session).body(), "id=\"link-(\\d+)\">Ana, ");
        act("reissue", "link", id);
        assertThat(http.get(door(link)).statusCode()).isEqualTo(410);
        assertThat(ana.get(ana.where()).statusCode()).as("the old seat's cookie").isNotEqualTo(200);
        String page = act("handover", "link", id, "name", "Bea", "mail", "bea@example.org");
        String newLink = first(page, "id=\"link-" + id + "\">Bea, .*?href=\"([^\"]+)\"");
        TextPerson bea = new TextPerson(server.base(), newLink).enter("Bea");
        assertThat(bea.look()).contains("You are Bea, participant.");
        act("revoke", "link", id);
        assertThat(http.get(door(newLink)).statusCode()).isEqualTo(410);
        assertThat(http.get(session).body()).contains("Bea, participant", "withdrawn");
        assertThat(http.get(session + "/audit").body())
                .contains("link.reissued", "link.handed", "link.revoked");
    }

    @Test
    void aTableWithFaultsInvitesNobody() {
        String page =
                act("people", "table", "name,role\nAna,participant\nBen,king\nAna,participant");
        assertThat(page).contains("line 3: ", "line 4: ").doesNotContain("Ana, participant");
        assertThat(act("people", "table", "name,mail\nAna,ana@example.org"))
                .contains("Ana, participant");
    }

    @Test
    void theNextSessionCarriesWhatWasLeftOpen() {
        String moderator = first(http.get(session).body(), ">moderator, .*?href=\"([^\"]+)\"");
        TextPerson mo = new TextPerson(server.base(), moderator).enter("Mo");
        mo.press(
                "result.note",
                "kind",
                "action",
                "text",
                "Draft the law",
                "who",
                "Ana",
                "due",
                "2027-02-01");
        mo.press("result.note", "kind", "action", "text", "Book a hall", "who", "Ben");
        mo.press("result.done 2", "kind", "action", "text", "Book a hall");
        mo.press("result.note", "kind", "key-point", "text", "One per cent");
        mo.press("next.set", "start", "2027-03-01T14:00", "zone", "Africa/Libreville");
        mo.press("session.close");
        HttpResponse<String> made = http.form(session, Map.of("do", "next"));
        assertThat(made.statusCode()).isEqualTo(303);
        String next = made.headers().firstValue("Location").orElseThrow();
        String page = http.get(next).body();
        assertThat(page).contains("2027-03-01T14:00", "Africa/Libreville");
        String room = first(page, "href=\"/r/([a-z0-9]+)\"");
        session = next;
        String link = act("person", "name", "Eve", "role", "secretary", "room", room);
        TextPerson eve =
                new TextPerson(server.base(), first(link, "Eve, secretary.*?href=\"([^\"]+)\""))
                        .enter("Eve");
        assertThat(eve.look())
                .contains("Draft the law – Ana – by 2027-02-01 (still open from last time)")
                .doesNotContain("Book a hall");
    }

    @Test
    void peopleSayWhatTheyThinkAlsoThoseWhoDroppedOut() {
        String link = invite("Ana");
        String door = door(link) + "/evaluation";
        assertThat(http.get(door).body()).contains("once the session is over");
        String moderator = first(http.get(session).body(), ">moderator, .*?href=\"([^\"]+)\"");
        TextPerson mo = new TextPerson(server.base(), moderator).enter("Mo");
        mo.press("result.none", "kind", "key-point");
        mo.press("result.none", "kind", "action");
        mo.press("next.none");
        mo.press("session.close");
        Map<String, String> answers =
                new HashMap<>(Map.of("q0", "5", "q1", "4", "comment", "More <time>"));
        assertThat(http.form(door, answers).body()).contains("Your answers are saved.");
        answers.put("q0", "1");
        assertThat(http.form(door, answers).body()).contains("Your answers are saved.");
        assertThat(http.get(session).body())
                .contains("(answers: 1)", "shown 5 at a time")
                .doesNotContain("More &lt;time&gt;");
        assertThat(http.get(session + "/evaluations.csv").body())
                .isEqualTo("question,answer,count\r\n");
        assertThat(http.get(door(link) + "/evaluations.csv").statusCode())
                .as("only organisers see them")
                .isEqualTo(404);
    }

    @Test
    void anArchivedSessionIsOutOfTheWayAndAnErasedOneIsGone() {
        String link = invite("Ana");
        act("archive", "archived", "1");
        assertThat(http.get(desk()).body()).doesNotContain(">Film policy<");
        assertThat(http.get(desk() + "?archived=1").body()).contains(">Film policy<");
        assertThat(act("erase", "sure", "something else")).contains("Film policy");
        assertThat(act("erase", "sure", "Film policy")).contains("its key was destroyed");
        assertThat(http.get(session).statusCode()).isEqualTo(404);
        assertThat(http.get(door(link)).statusCode()).isEqualTo(404);
        assertThat(http.get(desk() + "/trail").body()).contains("session.erased");
        server.restart();
        assertThat(http.get(session).statusCode()).isEqualTo(404);
    }

    @Test
    void aDoublePressMakesOneSession() {
        String page = http.get(desk()).body();
        Map<String, String> form =
                Map.of(
                        "title",
                        "Pressed twice",
                        "template",
                        "coaching",
                        "form",
                        first(page, "name=\"form\" value=\"(\\w+)\""));
        String once = http.form(desk(), form).headers().firstValue("Location").orElseThrow();
        String twice = http.form(desk(), form).headers().firstValue("Location").orElseThrow();
        assertThat(twice).isEqualTo(once);
        assertThat(http.get(desk()).body()).containsOnlyOnce("Pressed twice");
        assertThat(http.get(once).body().split("one link for several people", -1))
                .as("three roles into two rooms, and the form's own words")
                .hasSize(8);
        Map<String, String> room =
                Map.of("do", "room", "title", "Side room", "form", form.get("form"));
        http.form(once, room);
        assertThat(http.form(once, room).body().split(">Side room</a>", -1)).hasSize(2);
        Map<String, String> next = Map.of("do", "next", "form", form.get("form"));
        assertThat(http.form(once, next).headers().firstValue("Location"))
                .isEqualTo(http.form(once, next).headers().firstValue("Location"))
                .isPresent();
    }
}
