package palabre.http;

import java.time.Instant;
import java.util.List;
import palabre.core.session.Session;
import palabre.sessions.Organisers;
import palabre.sessions.Sessions;
import palabre.text.Html;
import palabre.text.Messages;

/** Who did what to a session, and when. */
final class AuditPage {
    private AuditPage() {}

    static String render(
            Messages m, Session session, List<Sessions.Act> acts, Organisers organisers) {
        Html page = Pages.begin(m, session.title(), "", "");
        page.element("h1", m.text("organiser.audit")).raw("<ol>");
        for (Sessions.Act act : acts) {
            String when = Instant.ofEpochMilli(act.atMs()).toString();
            String what = act.what().path("ev").asText() + about(act);
            page.element("li", String.join(" · ", when, named(act.by(), organisers), what));
        }
        return Pages.end(page.raw("</ol>"));
    }

    /** An organiser is shown by name, too. */
    private static String named(String by, Organisers organisers) {
        return organisers.appointed().stream()
                .filter(o -> o.seat().value().equals(by))
                .findFirst()
                .map(o -> by + " (" + o.name() + ")")
                .orElse(by);
    }

    private static String about(Sessions.Act act) {
        String link = act.what().path("link").asText();
        String name = act.what().path("name").asText(act.what().path("title").asText());
        return (link.isEmpty() ? "" : " " + link) + (name.isEmpty() ? "" : " " + name);
    }
}
