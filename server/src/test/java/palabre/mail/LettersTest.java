package palabre.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.http.PalabreServer;
import palabre.http.base.ServerConfig;
import palabre.testing.Browserless;
import palabre.testing.TestServer;
import palabre.testing.TextPerson;

/** Invitations and results go out through a real mail server. */
class LettersTest {
    private static final String SESSION =
            """
            {"title":"Politique du film", "start":"2027-03-01T14:00", "zone":"Africa/Libreville",
             "minutes":90, "results":"Une liste.", "agenda":[{"title":"Accueil","minutes":10}],
             "rooms":[{"key":"r","title":"Plenary","access":"closed"}],
             "people":[{"name":"Mo","role":"moderator"},
                       {"name":"Léa","language":"fr","mail":"lea@example.org","zone":"Asia/Tbilisi"},
                       {"name":"Ben","mail":"ben@example.org"}]}
            """;

    @TempDir Path data;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private PalabreServer server;
    private Browserless http;
    private String base;
    private String desk;

    @BeforeEach
    void start() throws Exception {
        mail.start();
        int port = mail.getSmtp().getPort();
        MailConfig config =
                new MailConfig("127.0.0.1", port, "none", "palabre@example.org", "", "");
        server =
                PalabreServer.start(
                        new ServerConfig(
                                "127.0.0.1",
                                0,
                                Optional.empty(),
                                List.of(),
                                Optional.of(config),
                                List.of()),
                        data,
                        TestServer.QUICK);
        base = "http://127.0.0.1:" + server.port();
        http = new Browserless(base);
        String organiser = server.links().host().path("token").asText();
        String made =
                http.postJson("/api/sessions", SESSION, "Authorization", "Bearer " + organiser)
                        .body();
        desk = "/o/" + organiser + "/" + found(made, "\"id\":\"([a-z0-9]+)\"");
    }

    @AfterEach
    void stop() {
        server.close();
        mail.stop();
    }

    private static String found(String text, String pattern) {
        Matcher m = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(m.find()).as(pattern + " in " + text).isTrue();
        return m.group(1);
    }

    private MimeMessage last(String address, int after) throws Exception {
        assertThat(mail.waitForIncomingEmail(20_000, after)).isTrue();
        for (MimeMessage m : List.of(mail.getReceivedMessages()).reversed()) {
            if (m.getAllRecipients()[0].toString().equals(address)) {
                return m;
            }
        }
        throw new AssertionError("nothing for " + address);
    }

    private String send() {
        return http.form(desk, Map.of("do", "send")).body();
    }

    @Test
    void everybodyGetsTheirOwnInvitationOnceAndTheResultsAtTheEnd() throws Exception {
        assertThat(send()).contains("Léa, participant", "– sent");
        MimeMessage lea = last("lea@example.org", 2);
        assertThat(lea.getSubject()).isEqualTo("Politique du film");
        MimeMultipart parts = (MimeMultipart) lea.getContent();
        String text = parts.getBodyPart(0).getContent().toString();
        assertThat(text).contains("Léa", "/j/", "Une liste.", "17:00 (Asia/Tbilisi) = ");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/calendar");
        send();
        assertThat(mail.getReceivedMessages()).as("nobody is written to twice").hasSize(2);

        String link = found(text, "http://[^/]+(/j/[a-z0-9]+)");
        new TextPerson(base, link).enter("Léa");
        String page = http.get(desk).body();
        for (int i = 0; i < 100 && !page.contains("– has joined"); i++) {
            page = http.get(desk).body();
        }
        assertThat(page).contains("– has joined", "– sent");

        String chair = found(page, "Mo, moderator.*?href=\"([^\"]+)\"");
        TextPerson mo = new TextPerson(base, chair).enter("Mo");
        mo.press("result.note", "kind", "key-point", "text", "Un pour cent");
        mo.press("result.none", "kind", "action");
        mo.press("next.none");
        mo.press("session.close");
        MimeMessage results = last("lea@example.org", 4);
        assertThat(results.getContent().toString())
                .contains("Un pour cent", link + "/pack", link + "/evaluation");
    }

    @Test
    void whatTheMailServerDoesNotTakeIsShown() {
        mail.stop();
        assertThat(send()).contains("could not be sent");
    }
}
