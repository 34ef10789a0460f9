package palabre.http;

import java.util.List;
import palabre.core.session.AgendaPlan;
import palabre.core.session.Plan;
import palabre.invite.Invitation;
import palabre.text.Html;
import palabre.text.Messages;

/** What a session is to be, for a page: results, time, place, agenda, ground rules. */
final class PlanPart {
    private PlanPart() {}

    static void write(Html page, Messages m, Plan plan) {
        plan.schedule()
                .ifPresent(s -> {
                    String minutes = m.text("invite.min", "n", s.minutes());
                    String when = Invitation.when(s, m) + ", " + minutes;
                    page.element("p", m.text("invite.when", "t", when));
                });
        line(page, m, "invite.place", plan.place());
        line(page, m, "invite.sound", plan.sound());
        if (!plan.results().isEmpty()) {
            page.element("h2", m.text("plan.results"));
            paragraphs(page, plan.results());
        }
        if (!plan.agenda().isEmpty()) {
            page.element("h2", m.text("plan.agenda")).raw("<ol>");
            plan.agenda().forEach(item -> item(page, m, item));
            page.raw("</ol>");
        }
    }

    private static void line(Html page, Messages m, String key, String value) {
        if (!value.isEmpty()) {
            page.element("p", m.text(key, "t", value));
        }
    }

    private static void item(Html page, Messages m, AgendaPlan item) {
        page.raw("<li>").text(item.title());
        if (item.minutes() > 0) {
            page.text(" (" + m.text("invite.min", "n", item.minutes()) + ")");
        }
        if (!item.lead().isEmpty()) {
            page.text(", " + item.lead());
        }
        material(page, item.links());
        page.raw("</li>");
    }

    /** Links to what an item is about. */
    static void material(Html page, List<String> links) {
        for (String link : links) {
            page.raw(" <a href=\"").text(link).raw("\" rel=\"noreferrer\">").text(link).raw("</a>");
        }
    }

    /** The session's own rules, else those that hold everywhere. */
    static void rules(Html page, Messages m, Plan plan) {
        page.element("h2", m.text("plan.rules"));
        paragraphs(page, plan.rules().isEmpty() ? m.text("join.rules") : plan.rules());
    }

    private static void paragraphs(Html page, String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> page.element("p", line));
    }
}
