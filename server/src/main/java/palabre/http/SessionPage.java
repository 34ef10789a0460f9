package palabre.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import palabre.codec.Fault;
import palabre.core.Role;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Figures;
import palabre.core.session.Course;
import palabre.core.session.Delivery;
import palabre.core.session.Link;
import palabre.core.session.Organiser;
import palabre.core.session.Session;
import palabre.report.Opinions;
import palabre.secrets.Base32;
import palabre.text.Html;
import palabre.text.Messages;

/** One session, for its organiser: what it is to be, its rooms, its people, what came out of it. */
final class SessionPage extends OrganiserForms {
    private final Session session;
    private final OrganiserLinks links;
    private final String address;
    private final boolean mails;
    private final Collection<Organiser> others;
    private final long nowMs;
    private final PeopleWindow window;

    /**
     * @param address of this page
     * @param mails whether the server can send mail
     * @param others to whom the reader may entrust the session
     */
    SessionPage(
            Messages m,
            Session session,
            OrganiserLinks links,
            String address,
            boolean mails,
            Collection<Organiser> others,
            long nowMs,
            PeopleWindow window) {
        super(m, address);
        this.session = session;
        this.links = links;
        this.address = address;
        this.mails = mails;
        this.others = others;
        this.nowMs = nowMs;
        this.window = window;
    }

    String render(List<Fault> faults, String done) {
        Html page = Pages.begin(m, session.title(), "", "").element("h1", session.title());
        page.raw("<p><a href=\"").text(address.substring(0, address.lastIndexOf('/')));
        page.raw("\">").text(m.text("organiser.title")).raw("</a></p>");
        if (!done.isEmpty()) {
            page.element("p role=\"status\" class=\"warn\"", done);
        }
        faults(page, faults);
        state(page);
        new PlanForm(m, address).write(page, session.title(), session.plan());
        rooms(page);
        people(page);
        after(page);
        return Pages.end(page);
    }

    private void faults(Html page, List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        page.raw("<section class=\"warn\" role=\"alert\" id=\"faults\">");
        page.element("p", m.text("organiser.faults")).raw("<ul>");
        for (Fault f : faults) {
            String key = "code." + f.code().name();
            String said = m.all().containsKey(key) ? m.text(key) : f.code().message();
            page.element("li", f.at().isEmpty() ? said : f.at() + ": " + said);
        }
        page.raw("</ul></section>");
    }

    private void state(Html page) {
        String key = session.closed() ? "organiser.isClosed" : "organiser.isOpen";
        page.element("p", m.text(key)).raw("<ul>");
        for (String part : List.of("plan", "rooms", "people", "after")) {
            page.raw("<li><a href=\"#" + part + "\">").text(m.text("organiser." + part));
            page.raw("</a></li>");
        }
        page.raw("</ul>");
    }

    private void rooms(Html page) {
        page.element("h2 id=\"rooms\"", m.text("organiser.rooms")).raw("<ul>");
        for (Charter c : session.rooms().values()) {
            page.raw("<li><a href=\"/r/").text(c.room()).raw("\">").text(c.title()).raw("</a> (");
            page.text(m.text(c.access() == Access.OPEN ? "room.open" : "room.closed") + ", ");
            page.text(m.text(c.onRecord() ? "record.on" : "record.off")).raw(")</li>");
        }
        page.raw("</ul>");
        form(page, "room").hidden("form", Base32.random(16));
        input(page, "title", "organiser.room", "", "required maxlength=\"200\"");
        page.raw("<p>");
        select(
                page,
                "access",
                "organiser.access",
                "closed",
                List.of(
                        new String[] {"closed", m.text("room.closed")},
                        new String[] {"open", m.text("room.open")}));
        select(
                page,
                "record",
                "organiser.record",
                "on",
                List.of(
                        new String[] {"on", m.text("record.on")},
                        new String[] {"off", m.text("record.off")}));
        page.raw("</p>");
        button(page, "organiser.addRoom");
    }

    private List<String[]> roomChoice() {
        List<String[]> rooms = new ArrayList<>();
        for (Charter c : session.rooms().values()) {
            if (!session.house().parents().containsKey(c.room())) {
                rooms.add(new String[] {c.room().value(), c.title()});
            }
        }
        return rooms;
    }

    private void people(Html page) {
        page.element("h2 id=\"people\"", m.text("organiser.people"));
        List<Link> shown = window.write(page, m, session, address);
        page.raw("<ul id=\"links\">");
        shown.forEach(l -> link(page, l));
        page.raw("</ul>");
        if (mails) {
            form(page, "send").raw("<p>").text(m.text("organiser.sendAll")).raw("</p>");
            button(page, "organiser.send");
        }
        page.element("h3", m.text("organiser.invite"));
        form(page, "person").hidden("form", Base32.random(16));
        personFields(page, Optional.empty());
        page.raw("<p>");
        select(page, "room", "organiser.room", "", roomChoice());
        page.raw("<label><input type=\"checkbox\" name=\"shared\" value=\"1\"> ");
        page.text(m.text("organiser.shared")).raw("</label></p>");
        button(page, "organiser.invite");
        page.raw("<details><summary>").text(m.text("organiser.table")).raw("</summary>");
        form(page, "people").hidden("form", Base32.random(16));
        area(page, "table", "organiser.tableHow", "");
        button(page, "organiser.inviteAll");
        page.raw("</details>");
    }

    private void personFields(Html page, Optional<Link> of) {
        page.raw("<p>");
        cell(
                page,
                "name",
                "onsite.name",
                of.map(l -> l.person().name()).orElse(""),
                "required maxlength=\"80\"");
        if (of.isEmpty()) {
            List<String[]> roles = new ArrayList<>();
            for (Role role : Role.values()) {
                roles.add(new String[] {role.wire(), m.text("role." + role.wire())});
            }
            select(page, "role", "organiser.role", "participant", roles);
            cell(page, "team", "onsite.team", "", "maxlength=\"80\"");
            cell(page, "sector", "organiser.sector", "", "maxlength=\"80\"");
            cell(page, "site", "onsite.site", "", "maxlength=\"80\"");
        }
        cell(page, "mail", "organiser.mail", "", "type=\"email\" maxlength=\"200\"");
        cell(page, "language", "organiser.language", "", "maxlength=\"35\" size=\"6\"");
        cell(page, "zone", "next.zone", "", "maxlength=\"80\"");
        page.raw("</p>");
    }

    private void link(Html page, Link link) {
        String url = links.link(session, link).path("url").textValue();
        String role = m.text("role." + link.person().role().wire());
        String room = session.room(link.room()).map(Charter::title).orElse("");
        boolean shared = link.kind() == Link.Kind.SHARED;
        boolean named = !link.person().name().equals(link.person().role().wire());
        page.raw("<li id=\"link-" + link.id() + "\">");
        page.text(named ? link.person().name() + ", " + role : role);
        page.text(
                (link.person().team().isEmpty() ? "" : ", " + link.person().team()) + ", " + room);
        page.text(shared ? ", " + m.text("organiser.shared") : "");
        page.text(link.closed() ? ", " + m.text("newcomers.closed") : "");
        if (link.revoked()) {
            page.text(" – " + m.text("organiser.revoked")).raw("</li>");
            return;
        }
        page.raw(": <a href=\"").text(url).raw("\">").text(url).raw("</a> · <a href=\"");
        page.text(url).raw("/invitation.txt\">").text(m.text("plan.message")).raw("</a>");
        delivery(page, link);
        page.raw("<details><summary>").text(m.text("floor.more")).raw("</summary>");
        form(page, "reissue").hidden("link", link.id());
        button(page, "organiser.reissue");
        form(page, "revoke").hidden("link", link.id());
        button(page, "organiser.revoke");
        if (shared) {
            form(page, link.closed() ? "open" : "close").hidden("link", link.id());
            button(page, link.closed() ? "newcomers.open" : "newcomers.close");
        }
        if (!shared) {
            form(page, "handover").hidden("link", link.id());
            personFields(page, Optional.of(link));
            button(page, "organiser.handover");
        }
        page.raw("</details></li>");
    }

    private void delivery(Html page, Link link) {
        Delivery d = session.deliveries().get(link.id());
        if (d != null) {
            String state = d.state().name().toLowerCase(java.util.Locale.ROOT);
            page.text(" – " + m.text("delivery." + state));
        }
    }

    private void after(Html page) {
        page.element("h2 id=\"after\"", m.text("organiser.after"));
        String[][] files = {
            {"/pack", "pack.open"},
            {"/polls.csv", "pack.polls"},
            {"/evaluations.csv", "organiser.evaluationsFile"},
            {"/statistics", "statistics.label"},
            {"/file.yaml", "organiser.file"},
            {"/audit", "organiser.audit"}
        };
        page.raw("<ul>");
        for (String[] file : files) {
            page.raw("<li><a href=\"").text(address + file[0]).raw("\">").text(m.text(file[1]));
            page.raw("</a></li>");
        }
        page.raw("</ul>");
        form(page, "next").hidden("form", Base32.random(16));
        button(page, "organiser.next");
        form(page, "archive").hidden("archived", session.archived() ? "0" : "1");
        button(page, session.archived() ? "organiser.unarchive" : "organiser.archive");
        entrust(page);
        form(page, "keep");
        input(
                page,
                "days",
                "organiser.keepDays",
                Integer.toString(session.course().keepDays()),
                "inputmode=\"numeric\" size=\"5\" maxlength=\"5\"");
        button(page, "organiser.save");
        evaluations(page);
        page.raw("<details><summary>").text(m.text("organiser.erase")).raw("</summary>");
        page.element("p", m.text("organiser.eraseHow"));
        form(page, "erase");
        input(
                page,
                "sure",
                "organiser.eraseSure",
                "",
                "required maxlength=\"200\" autocomplete=\"off\"");
        button(page, "organiser.erase");
        page.raw("</details>");
    }

    private void entrust(Html page) {
        if (others.isEmpty()) {
            return;
        }
        List<String[]> choice = new ArrayList<>();
        choice.add(new String[] {"0", m.text("organisers.host")});
        for (Organiser o : others) {
            if (!o.withdrawn()) {
                choice.add(new String[] {Integer.toString(o.number()), o.name()});
            }
        }
        form(page, "entrust").raw("<p>");
        String now = Integer.toString(session.course().organiser());
        select(page, "organiser", "organiser.whose", now, choice);
        page.raw("</p>");
        button(page, "organiser.entrust");
    }

    /** Means, and what people wrote, as far as answers may be shown. */
    private void evaluations(Html page) {
        int all = session.course().evaluations().size();
        if (all == 0) {
            return;
        }
        List<Course.Evaluation> shown = session.course().shown(nowMs);
        page.element("h3", m.text("organiser.evaluations", "n", all));
        if (shown.size() < all) {
            page.element(
                    "p",
                    m.text(
                            "organiser.evaluationsFew",
                            "n",
                            Figures.SHOWN_FROM,
                            "shown",
                            shown.size()));
        }
        if (shown.isEmpty()) {
            return;
        }
        page.raw("<ul>");
        List<Double> means = Course.means(shown);
        for (int q = 0; q < Course.QUESTIONS; q++) {
            String mean = "%.1f".formatted(means.get(q));
            page.element("li", m.text(EvaluationRoute.question(q)) + " " + mean);
        }
        page.raw("</ul>");
        Opinions.comments(shown).forEach(c -> page.element("blockquote", c));
    }
}
