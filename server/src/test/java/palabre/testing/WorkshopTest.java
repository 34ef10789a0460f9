package palabre.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** A test with a workshop that an organiser has begun on their page, and its moderator in it. */
public abstract class WorkshopTest extends ServedTest {
    /** The address of the organiser's page of it. */
    protected String session;

    /** That page, as it was shown last. */
    protected String page;

    protected TextPerson mo;

    @BeforeEach
    void begin() {
        Map<String, String> form = Map.of("title", "Film policy", "template", "workshop");
        session =
                http.form("/o/" + server.organiser(), form)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        page = http.get(session).body();
        mo = new TextPerson(server.base(), link("moderator")).enter("Mo");
    }

    /** What the page says there. */
    protected String first(String pattern) {
        Matcher m = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(m.find()).as(pattern).isTrue();
        return m.group(1);
    }

    /** The link of a role into the main room. */
    protected String link(String role) {
        return first(">" + role + ", Film.*?href=\"([^\"]+)\"");
    }

    protected String minutes() {
        return http.get(session + "/pack.md").body();
    }
}
