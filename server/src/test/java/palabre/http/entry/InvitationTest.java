package palabre.http.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.testing.Browserless;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;

class InvitationTest {
    private static final String SESSION =
            """
            {"title":"Film policy; costs, and <levies>", "results":"A shortlist.\\nWho asks whom.",
             "start":"2026-12-01T14:00", "zone":"Africa/Libreville", "minutes":90,
             "place":"Maison de la culture", "sound":"https://meet.example/x", "modality":"hybrid",
             "agenda":[{"title":"Welcome <script>","minutes":10,"lead":"Mo"}],
             "rules":"Listen first.\\nBe <b>brief</b>.",
             "people":[{"name":"Léa Beridze","language":"fr"},{"name":"Ana","language":"ka"}]}
            """;

    @TempDir Path data;
    private TestServer server;
    private Browserless http;
    private JsonNode session;

    @BeforeEach
    void start() {
        server = new TestServer(data);
        http = new Browserless(server.base());
        String[] organiser = {"Authorization", "Bearer " + server.organiser()};
        session = StreamCarrier.json(http.postJson("/api/sessions", SESSION, organiser).body());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String door(int person) {
        String url = session.path("rooms").path(0).path("links").path(person).path("url").asText();
        return url.substring(server.base().length());
    }

    @Test
    void theMessageIsInTheLanguageOfThePersonOrElseInEnglish() {
        String french = http.get(door(0) + "/invitation.txt").body();
        assertThat(french)
                .contains("Bonjour Léa Beridze", "Résultats attendus", "Africa/Libreville", "14:00")
                .contains("1. Welcome <script> (10 min), Mo")
                .contains(server.base() + door(0));
        assertThat(http.get(door(1) + "/invitation.txt").body())
                .contains("Dear Ana")
                .contains("90 minutes");
        assertThat(http.get(door(0) + "/invitation.txt").headers().firstValue("Content-Type"))
                .contains("text/plain; charset=utf-8");
    }

    @Test
    void theCalendarEntryIsTheMomentWithAllThatIsNeeded() throws Exception {
        HttpResponse<String> answer = http.get(door(0) + "/invitation.ics");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("text/calendar; charset=utf-8");
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.body()));
        VEvent event = (VEvent) calendar.getComponent("VEVENT").orElseThrow();
        assertThat(Instant.from(event.getDateTimeStart().getDate()))
                .isEqualTo(Instant.parse("2026-12-01T13:00:00Z"));
        assertThat(event.getSummary().getValue()).isEqualTo("Film policy; costs, and <levies>");
        assertThat(event.getLocation().getValue()).isEqualTo("Maison de la culture");
        assertThat(event.getDescription().getValue()).contains(server.base() + door(0));
    }

    @Test
    void theDoorSaysWhatItIsAboutAndWhichRulesHold() {
        HttpResponse<String> door = http.get(door(1));
        assertThat(door.body())
                .contains("A shortlist.", "Who asks whom.", "Maison de la culture", "Listen first.")
                .contains("Welcome &lt;script&gt;", "Be &lt;b&gt;brief&lt;/b&gt;.")
                .contains(door(1) + "/invitation.ics")
                .doesNotContain("<script", "<b>");
        assertThat(door.body().length()).isLessThan(14_000);
    }

    @Test
    void aWithdrawnInvitationAndAForgedOneSayNothing() {
        String link = session.path("rooms").path(0).path("links").path(1).path("link").asText();
        http.delete(
                "/api/sessions/" + session.path("id").asText() + "/links/" + link,
                "Authorization",
                "Bearer " + server.organiser());
        assertThat(http.get(door(1) + "/invitation.txt").body()).contains("was withdrawn");
        assertThat(http.get(door(1) + "/invitation.ics").body()).doesNotContain("Film");
        String forged = "/j/" + "a".repeat(26);
        assertThat(http.get(forged + "/invitation.txt").statusCode()).isEqualTo(404);
        assertThat(http.get(forged + "/invitation.ics").body()).doesNotContain("Film");
    }
}
