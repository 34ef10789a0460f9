package palabre.http.organiser;

import gg.jte.html.HtmlTemplateOutput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import palabre.codec.Fault;
import palabre.core.Role;
import palabre.core.room.Charter;
import palabre.core.session.Delivery;
import palabre.core.session.Lifecycle;
import palabre.core.session.Link;
import palabre.core.session.Organiser;
import palabre.core.session.Session;
import palabre.http.evaluation.EvaluationRoute;
import palabre.page.Choice;
import palabre.page.Page;
import palabre.report.Opinions;
import palabre.secrets.Base32;
import palabre.text.Messages;

/**
 * One session, for its organiser: what it is to be, its rooms, its people, what came out of it.
 *
 * @param address of this page
 * @param mails whether the server can send mail
 * @param others to whom the reader may entrust the session
 * @param faults of what was sent
 * @param done what became of it; may be empty
 */
record SessionPage(
        Messages m,
        Session session,
        OrganiserLinks links,
        String address,
        boolean mails,
        Collection<Organiser> others,
        long nowMs,
        PeopleWindow window,
        List<Fault> faults,
        String done)
        implements Page {
    static final List<String> PARTS = List.of("plan", "rooms", "people", "after");

    /** What a session has beside this page: what follows its address, and its words' key. */
    static final List<Choice> FILES =
            List.of(
                    new Choice("/pack", "pack.open"),
                    new Choice("/polls.csv", "pack.polls"),
                    new Choice("/evaluations.csv", "organiser.evaluationsFile"),
                    new Choice("/statistics", "statistics.label"),
                    new Choice("/file.yaml", "organiser.file"),
                    new Choice("/audit", "organiser.audit"));

    @Override
    public void write(HtmlTemplateOutput out) {
        JtesessionPageGenerated.render(out, null, this);
    }

    String home() {
        return address.substring(0, address.lastIndexOf('/'));
    }

    /** Makes a form count once, however often it is sent. */
    String once() {
        return Base32.random(16);
    }

    PlanForm plan() {
        return new PlanForm(m, session.title(), session.plan());
    }

    String words(Fault f) {
        String key = "code." + f.code().name();
        String said = m.all().containsKey(key) ? m.text(key) : f.code().message();
        return f.at().isEmpty() ? said : f.at() + ": " + said;
    }

    List<Choice> accesses() {
        return List.of(
                new Choice("closed", m.text("room.closed")),
                new Choice("open", m.text("room.open")));
    }

    List<Choice> records() {
        return List.of(
                new Choice("on", m.text("record.on")), new Choice("off", m.text("record.off")));
    }

    List<Choice> roles() {
        return Stream.of(Role.values())
                .map(r -> new Choice(r.wire(), m.text("role." + r.wire())))
                .toList();
    }

    /** Into which somebody can be invited. */
    List<Choice> rooms() {
        return session.rooms().values().stream()
                .filter(c -> !session.whereabouts().parents().containsKey(c.room()))
                .map(c -> new Choice(c.room().value(), c.title()))
                .toList();
    }

    String url(Link link) {
        return links.link(session, link).path("url").textValue();
    }

    /** Who is invited, as what, and where. */
    String words(Link link) {
        String role = m.text("role." + link.person().role().wire());
        boolean named = !link.person().name().equals(link.person().role().wire());
        String team = link.person().team();
        String room = session.room(link.room()).map(Charter::title).orElse("");
        return (named ? link.person().name() + ", " + role : role)
                + (team.isEmpty() ? "" : ", " + team)
                + ", "
                + room
                + (link.kind() == Link.Kind.SHARED ? ", " + m.text("organiser.shared") : "")
                + (link.closed() ? ", " + m.text("newcomers.closed") : "");
    }

    /** What became of the letter; nothing when none was sent. */
    String delivery(Link link) {
        Delivery d = session.deliveries().get(link.id());
        return d == null
                ? ""
                : " – " + m.text("delivery." + d.state().name().toLowerCase(Locale.ROOT));
    }

    /** To whom the session could be entrusted; nobody when there is no choice. */
    List<Choice> heirs() {
        List<Choice> heirs = new ArrayList<>();
        if (!others.isEmpty()) {
            heirs.add(new Choice("0", m.text("organisers.host")));
        }
        for (Organiser o : others) {
            if (!o.withdrawn()) {
                heirs.add(new Choice(Integer.toString(o.number()), o.name()));
            }
        }
        return heirs;
    }

    /** Those answers that may be shown. */
    List<Lifecycle.Evaluation> evaluations() {
        return session.lifecycle().shown(nowMs);
    }

    List<String> means(List<Lifecycle.Evaluation> shown) {
        List<Double> means = Lifecycle.means(shown);
        return IntStream.range(0, Lifecycle.QUESTIONS)
                .mapToObj(q ->
                        m.text(EvaluationRoute.question(q)) + " " + "%.1f".formatted(means.get(q)))
                .toList();
    }

    List<String> comments(List<Lifecycle.Evaluation> shown) {
        return List.copyOf(Opinions.comments(shown));
    }
}
