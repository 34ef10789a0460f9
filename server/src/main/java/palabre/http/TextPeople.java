package palabre.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import palabre.core.Role;
import palabre.core.room.People;
import palabre.core.room.Presiding;
import palabre.core.room.Seat;
import palabre.live.Briefing;
import palabre.text.Html;
import palabre.text.Messages;

/** The list of people as a page of its own: found by name or team, chosen, acted upon. */
final class TextPeople {
    private final TextContext c;
    private final Messages m;
    private final PeopleRoute.Query query;
    private final People.Page found;

    TextPeople(TextPage.Request request, PeopleRoute.Found found, PeopleRoute.Query query) {
        this.c = new TextContext(request, found.view());
        this.m = c.m;
        this.query = query;
        this.found = found.page();
    }

    String render() {
        Html page = Pages.begin(m, c.room.charter().title(), "", "");
        page.element("h1", m.text("people.label"));
        page.raw("<p><a href=\"").text(c.here(c.request.refreshS())).raw("\">");
        page.text(m.text("people.back")).raw("</a></p>");
        search(page, c, query.search());
        page.element("p role=\"status\"", m.text("people.found", "n", found.found()));
        boolean acts = c.presides() && c.view.room().rules().heldBy(c.request.seat());
        if (acts) {
            c.form(page);
        }
        page.raw("<ul id=\"people\">");
        found.people().forEach(seat -> entry(page, seat, acts));
        page.raw("</ul>");
        if (acts) {
            acts(page);
            page.raw("</form>");
        }
        turn(page, "people.earlier", Math.max(0, query.after() - People.PAGE), query.after() > 0);
        int next = query.after() + People.PAGE;
        turn(page, "people.later", next, next < found.found());
        return Pages.end(page);
    }

    /** The search, on any page. */
    static void search(Html page, TextContext c, String words) {
        page.raw("<form action=\"/r/").text(c.room.charter().room()).raw("/text/people\">");
        if (!c.request.as().isEmpty()) {
            page.hidden("as", c.request.as());
        }
        c.input(page, "q", "people.search", words, People.SEARCH_MAX);
        page.raw("<button>").text(c.m.text("people.find")).raw("</button></form>");
    }

    private void entry(Html page, Seat seat, boolean acts) {
        boolean choosable = acts && !c.isMe(seat.id());
        page.raw("<li>")
                .raw(choosable ? "<label><input type=\"radio\" name=\"seat\" value=\"" : "");
        if (choosable) {
            page.text(seat.id()).raw("\"> ");
        }
        page.text(c.label(seat)).text(", " + m.text("role." + seat.person().role().wire()));
        page.raw(choosable ? "</label></li>" : "</li>");
    }

    /** What is done with whom is chosen. */
    private void acts(Html page) {
        List<String[]> roles = new ArrayList<>();
        for (Role role : Role.values()) {
            if (!role.chairs() || Presiding.promotes(c.view.room(), c.request.seat())) {
                roles.add(new String[] {role.wire(), m.text("role." + role.wire())});
            }
        }
        page.raw("<p>");
        c.choice(page, "role", "people.role", "participant", roles);
        c.button(page, "seat.role", "people.give");
        page.raw("</p>");
        List<String[]> rooms = new ArrayList<>();
        c.request
                .session()
                .map(s -> Briefing.rooms(s, c.room, c.me))
                .orElse(List.of())
                .forEach(r -> rooms.add(new String[] {r.room().value(), r.title()}));
        if (!rooms.isEmpty()) {
            page.raw("<p>");
            c.choice(page, "room", "people.where", "", rooms);
            c.button(page, "people.move", "people.send");
            page.raw("</p>");
        }
        page.raw("<p>");
        c.button(page, "seat.remove", "people.remove");
        page.raw("</p>");
    }

    private void turn(Html page, String key, int after, boolean there) {
        if (!there) {
            return;
        }
        page.raw("<p><a href=\"/r/").text(c.room.charter().room()).raw("/text/people?after=");
        page.text(after);
        if (!query.search().isEmpty()) {
            String words = URLEncoder.encode(query.search(), StandardCharsets.UTF_8);
            page.text("&q=").text(words);
        }
        if (!c.request.as().isEmpty()) {
            page.text("&as=" + c.request.as());
        }
        page.raw("\">").text(m.text(key)).raw("</a></p>");
    }
}
