package palabre.http.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palabre.testing.TextPerson;
import palabre.testing.WorkshopTest;

/** Approved minutes stay as they were approved; what is changed later is a new version. */
class VersionTest extends WorkshopTest {
    private void note(String text) {
        mo.press("result.note", "kind", "key-point", "text", text, "who", "", "due", "");
    }

    private String version(int number, String file) {
        String query = "?room=" + mo.room() + "&version=" + number;
        return http.get(session + "/" + file + query).body();
    }

    @Test
    void whatIsChangedAfterAnApprovalIsANewVersionThatSaysWhatChanged() {
        assertThat(minutes()).contains("Version 1. Not approved yet");
        note("One per cent for film");
        mo.press("results.approve");
        assertThat(minutes()).contains("Version 1, approved by Mo on ");
        TextPerson sec = new TextPerson(server.base(), link("secretary")).enter("Sec");
        sec.press("results.approve");
        assertThat(minutes())
                .as("somebody came: another text")
                .contains("Version 2, approved by Sec on ", "Also took part: Sec");
        note("Two per cent for film");
        mo.press("seat.rename", "name", "Mona");
        String now = minutes();
        assertThat(now)
                .contains("Version 3, not approved.", "Changed since version 2:")
                .contains("Added: Key points: Two per cent for film", "Mo is now called Mona");
        assertThat(http.get(session + "/pack").body())
                .contains(
                        "Version 3, not approved.",
                        "Version 1 of “Film policy” as it was approved");
        String first = version(1, "pack.md");
        assertThat(first)
                .contains("Version 1, approved by Mo on ", "kept as it was approved")
                .contains("One per cent", "- Mo, moderator")
                .doesNotContain("Two per cent", "Mona", "Sec");
        assertThat(version(1, "pack")).contains("Version 1, approved by Mo", "version=1");
        mo.press("results.approve");
        assertThat(minutes()).contains("Version 3, approved by Mona on ");
        assertThat(version(3, "pack.md")).contains("Two per cent", "Mona, moderator");
        assertThat(version(1, "pack.md")).isEqualTo(first);
        server.restart();
        assertThat(version(1, "pack.md")).isEqualTo(first);
    }

    @Test
    void whatTheSessionWasCalledIsKeptToo() {
        note("One per cent for film");
        mo.press("results.approve");
        http.form(session, Map.of("do", "plan", "title", "Another title", "place", "Accra"));
        assertThat(minutes()).contains("# Minutes: Another title", "Accra");
        assertThat(version(1, "pack.md"))
                .contains("# Minutes: Film policy")
                .doesNotContain("Accra");
    }

    @Test
    void aVersionThatNeverWasIsNowhere() {
        HttpResponse<String> none = http.get(session + "/pack?room=" + mo.room() + "&version=1");
        assertThat(none.statusCode()).isEqualTo(404);
    }
}
