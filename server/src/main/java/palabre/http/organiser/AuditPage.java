package palabre.http.organiser;

import gg.jte.html.HtmlTemplateOutput;
import java.time.Instant;
import java.util.List;
import palabre.core.session.Session;
import palabre.page.Page;
import palabre.sessions.Organisers;
import palabre.sessions.Sessions;
import palabre.text.Messages;

/** Who did what to a session, and when. */
record AuditPage(Messages m, String title, List<String> acts) implements Page {
    static AuditPage of(
            Messages m, Session session, List<Sessions.Act> acts, Organisers organisers) {
        return new AuditPage(
                m, session.title(), acts.stream().map(a -> line(a, organisers)).toList());
    }

    private static String line(Sessions.Act act, Organisers organisers) {
        String when = Instant.ofEpochMilli(act.atMs()).toString();
        String what = act.what().path("ev").asText() + about(act);
        return String.join(" · ", when, named(act.by(), organisers), what);
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

    @Override
    public void write(HtmlTemplateOutput out) {
        JteauditPageGenerated.render(out, null, this);
    }
}
