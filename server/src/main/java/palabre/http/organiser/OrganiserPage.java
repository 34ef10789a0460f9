package palabre.http.organiser;

import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import java.util.stream.Stream;
import palabre.core.session.Session;
import palabre.page.Choice;
import palabre.page.Page;
import palabre.secrets.Base32;
import palabre.sessions.Template;
import palabre.text.Messages;

/**
 * What an organiser's link opens: their sessions, and the form for a new one.
 *
 * @param address of this page
 * @param query by which sessions were sought; may be empty
 * @param archived whether those are shown that were put away
 * @param host whether the host reads it
 */
record OrganiserPage(
        Messages m,
        String address,
        DamageNotice.Told damage,
        String query,
        boolean archived,
        List<Session> found,
        boolean host)
        implements Page {
    @Override
    public void write(HtmlTemplateOutput out) {
        JteorganiserPageGenerated.render(out, null, this);
    }

    /** Makes a form count once, however often it is sent. */
    String once() {
        return Base32.random(16);
    }

    List<Choice> templates() {
        return Stream.of(Template.values())
                .map(t -> new Choice(t.key(), m.text("template." + t.key())))
                .toList();
    }

    /** What is said of a session behind its title. */
    String words(Session s) {
        String when = s.plan().schedule().map(x -> ", " + x.start().replace('T', ' ')).orElse("");
        String exchange =
                s.lifecycle().exchange().isEmpty() ? "" : " (" + s.lifecycle().exchange() + ")";
        return when + exchange + (s.closed() ? " – " + m.text("organiser.isClosed") : "");
    }
}
