package palabre.http.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.http.PalabreServer;
import palabre.live.Pace;
import palabre.testing.Browserless;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;
import palabre.testing.TextPerson;

/** Groups, moving, lobby, mode and the end of a session, entirely on text pages. */
class CoordinationTest {
    private static final String SESSION =
            """
            {"title":"Film policy", "rules":"Listen first.",
             "agenda":[{"title":"Welcome","minutes":10},{"title":"Funding","minutes":20}],
             "rooms":[{"key":"r","title":"Plenary","access":"open"},
                      {"key":"s","title":"Side room","access":"closed"}],
             "people":[{"name":"Mo","role":"moderator"},{"name":"Ana","team":"Gabon"},
                       {"name":"Ben","team":"Gabon"},{"name":"Cam","team":"Peru"},
                       {"name":"Sek","role":"secretary"}]}
            """;

    /** Who reads pages counts as here for half a minute. */
    private static final PalabreServer.Tuning PATIENT =
            new PalabreServer.Tuning(
                    new Pace(300, 3_000, 500, 500, 30_000, 20),
                    Duration.ofMinutes(10),
                    2_000,
                    0,
                    1);

    @TempDir Path data;
    private TestServer server;
    private JsonNode session;
    private final List<TextPerson> people = new ArrayList<>();
    private TextPerson mo;
    private TextPerson ana;
    private TextPerson ben;
    private TextPerson cam;
    private TextPerson sek;

    @BeforeEach
    void start() {
        server = new TestServer(data, PATIENT);
        session =
                StreamCarrier.json(
                        new Browserless(server.base())
                                .postJson(
                                        "/api/sessions",
                                        SESSION,
                                        "Authorization",
                                        "Bearer " + server.organiser())
                                .body());
        for (JsonNode link : session.path("rooms").path(0).path("links")) {
            TextPerson person = new TextPerson(server.base(), link.path("url").asText());
            people.add(person.enter(link.path("name").asText()));
        }
        mo = people.get(0);
        ana = people.get(1);
        ben = people.get(2);
        cam = people.get(3);
        sek = people.get(4);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void groupsByTeamsPutATeamIntoDifferentGroups() {
        String plenary = mo.room();
        mo.press("groups.open", "mix", "teams", "minutes", "15", "g1", "Law", "g2", "Money");
        assertThat(ana.look()).contains("Back together in");
        ben.look();
        assertThat(ana.room()).isNotEqualTo(plenary).isNotEqualTo(ben.room());
        assertThat(mo.look()).contains("Law: ", "Money: ");
        TextPerson guest = new TextPerson(server.base(), "/r/" + plenary + "/visit").enter("Gus");
        assertThat(guest.look()).as("the public").doesNotContain("Law");
        assertThat(mo.room()).isEqualTo(plenary);
        server.restart();
        assertThat(ana.look()).contains("Back together in");
        String group = ana.room();
        mo.press("groups.call");
        assertThat(ana.look()).contains("Plenary").doesNotContain("Back together in");
        assertThat(ana.room()).isEqualTo(plenary).isNotEqualTo(group);
        assertThat(mo.look()).doesNotContain("Law: ");
    }

    @Test
    void groupsByHandAreAsTheChairPutThemAndTheirFirstPresides() {
        assertThat(mo.look()).contains("name=\"s-2\"", "name=\"s-4\"");
        mo.send("groups.open", "mix", "hand", "g1", "Law", "s-2", "2 1", "s-4", "4 1");
        assertThat(ana.look()).contains("Ana is chairing", "For the chair");
        assertThat(cam.look()).contains("Ana is chairing").doesNotContain("For the chair");
        assertThat(cam.room()).isEqualTo(ana.room());
        assertThat(ben.look()).contains("Plenary");
        assertThat(ana.send("groups.call")).contains("Your role does not allow this.");
        mo.press("groups.call");
        assertThat(ana.look()).contains("Plenary").doesNotContain("For the chair");
    }

    @Test
    void whoIsNotInvitedByNameWaitsInTheLobby() {
        mo.press("lobby.open");
        mo.send("lobby.tell", "text", "We begin at ten.");
        TextPerson guest = new TextPerson(server.base(), "/r/" + mo.room() + "/visit");
        guest.enter("Gus");
        assertThat(guest.look()).contains("You are in the lobby", "We begin at ten.");
        assertThat(mo.look()).contains("Gus");
        assertThat(ana.look()).doesNotContain("Gus");
        mo.press("lobby.all");
        assertThat(guest.look()).contains("id=\"floor\"");
        TextPerson other = new TextPerson(server.base(), "/r/" + mo.room() + "/visit");
        other.enter("Rob");
        String seat = mo.look().replaceFirst("(?s).*lobby\\.refuse ([a-z0-9-]+)\".*", "$1");
        mo.press("lobby.refuse " + seat);
        assertThat(other.look()).doesNotContain("id=\"floor\"");
    }

    @Test
    void theRoomGoesOffTheRecordOnceAllWhoAreHereAgree() {
        mo.press("result.note", "kind", "key-point", "text", "One per cent");
        mo.press("mode.propose", "onRecord", "0");
        for (TextPerson person : List.of(ana, ben, cam)) {
            person.press("mode.agree");
        }
        assertThat(mo.look()).contains("On the record", "Somebody proposes");
        sek.press("mode.agree");
        assertThat(mo.until("Off the record")).doesNotContain("One per cent");
        assertThat(ana.look()).contains("Off the record");
        ana.press("floor.request", "topic", "canary-of-the-safe-room");
        mo.press("mode.propose", "onRecord", "1");
        for (TextPerson person : List.of(ana, ben, cam, sek)) {
            person.press("mode.agree");
        }
        assertThat(mo.until("On the record"))
                .contains("One per cent")
                .doesNotContain("canary-of-the-safe-room");
    }

    @Test
    void theChairCutsThePublicViewInOneAct() {
        TextPerson guest = new TextPerson(server.base(), "/r/" + mo.room() + "/visit");
        guest.enter("Gus");
        assertThat(guest.look()).contains("id=\"floor\"");
        mo.press("public.view", "cut", "1");
        assertThat(guest.look())
                .contains("has turned off the public view")
                .doesNotContain("id=\"floor\"");
        mo.press("public.view", "cut", "0");
        assertThat(guest.look()).contains("id=\"floor\"");
    }

    @Test
    void somebodyIsSentToAnotherRoomAndBack() {
        String plenary = mo.room();
        String side = session.path("rooms").path(1).path("id").asText();
        assertThat(mo.look()).contains("Side room");
        assertThat(ana.look()).doesNotContain("Side room");
        mo.press("people.move", "seat", "2", "room", side);
        assertThat(ana.look()).contains("<h1>Side room</h1>");
        assertThat(ana.room()).isEqualTo(side);
        assertThat(mo.look()).doesNotContain("Ana (Gabon)");
        assertThat(ana.send("people.move", "seat", "3", "room", side))
                .contains("Your role does not allow this.");
        assertThat(mo.send("people.move", "seat", "2", "room", "nowhere"))
                .contains("There is no such room");
        mo.send("people.move", "seat", "2", "room", plenary);
        assertThat(ana.look()).contains("<h1>Plenary</h1>");
    }

    @Test
    void thePublicSeesLaterWhatTheChairWants() {
        TextPerson guest = new TextPerson(server.base(), "/r/" + mo.room() + "/visit");
        guest.enter("Gus");
        mo.press("public.view", "delay", "3");
        ana.press("floor.request", "topic", "not for all at once");
        assertThat(ben.look()).contains("not for all at once");
        String screen = "/r/" + mo.room() + "/screen";
        assertThat(guest.look()).contains("id=\"floor\"").doesNotContain("not for all at once");
        assertThat(guest.get(screen).body()).doesNotContain("Ana");
        guest.until("not for all at once");
        mo.press("public.view", "delay", "600");
        ben.press("floor.request", "topic", "much later");
        assertThat(guest.look()).doesNotContain("much later");
        mo.press("public.view", "delay", "0");
        guest.until("much later");
    }

    @Test
    void aSessionClosesWithItsResults() {
        mo.press("agenda.begin 1");
        assertThat(ana.look()).contains("<strong>Welcome</strong>", "On time.");
        assertThat(mo.press("session.close")).contains("First add key points");
        sek.press("result.note", "kind", "key-point", "text", "One per cent\nfor film");
        sek.press("result.none", "kind", "action");
        sek.press("next.set", "start", "2027-01-10T10:00", "zone", "Africa/Libreville");
        mo.press("session.close");
        assertThat(ana.send("floor.request", "topic", "late")).contains("The session is over.");
        assertThat(ana.look()).contains("One per cent", "2027-01-10 10:00 (Africa/Libreville)");
        sek.press("results.approve");
        server.restart();
        assertThat(ana.look()).contains("Approved by Sek.");
        thePackIsForAll();
    }

    private void thePackIsForAll() {
        String html = ana.get("/r/" + mo.room() + "/pack").body();
        assertThat(html)
                .contains("Minutes: Film policy", "<li>One per cent for film</li>", "None.")
                .contains("approved by Sek on ", "Ana (Gabon), participant")
                .doesNotContain("This is a draft");
        String door = session.path("rooms").path(0).path("links").path(2).path("token").asText();
        assertThat(new Browserless(server.base()).get("/j/" + door + "/pack.md").body())
                .contains("# Minutes: Film policy", "- One per cent for film");
        String stranger = "/r/" + mo.room() + "/pack";
        assertThat(new Browserless(server.base()).get(stranger).body())
                .as("a public page, since the room is open")
                .contains("One per cent");
        var docx = ana.get("/r/" + mo.room() + "/pack.docx");
        assertThat(docx.statusCode()).isEqualTo(200);
        assertThat(docx.body()).startsWith("PK");
        assertThat(ana.get("/r/" + mo.room() + "/statistics.csv").body())
                .startsWith("room,by,group,people,turns,seconds")
                .contains("Plenary,all,,5,");
        assertThat(ana.get("/r/" + mo.room() + "/statistics").body()).contains("<svg role=\"img\"");
    }

    @Test
    void votesAreCastAndChangedOnTheTextPage() {
        mo.press(
                "poll.open",
                "question",
                "Where?",
                "kind",
                "single",
                "o1",
                "Accra",
                "o2",
                "Quito",
                "anonymous",
                "1");
        ana.press("poll.vote 1", "choice", "0");
        ana.press("poll.vote 1", "choice", "1");
        assertThat(ben.press("poll.vote 1", "choice", "1")).contains("Votes so far: 2.");
        mo.press("poll.close 1");
        assertThat(cam.send("poll.vote 1", "choice", "0")).contains("This poll is closed.");
        assertThat(cam.look()).contains("<th scope=\"row\">Quito</th><td>2</td>");
        assertThat(ana.get("/r/" + mo.room() + "/polls.csv").body())
                .contains("room,poll,question,kind,answer,group,count")
                .contains("Plenary,1,Where?,single,Accra,,0\r\n")
                .contains("Plenary,1,Where?,single,Quito,,2\r\n");
    }
}
