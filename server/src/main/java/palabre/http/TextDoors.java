package palabre.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.room.Access;
import palabre.core.room.DoorEvent;
import palabre.core.room.Doors;
import palabre.core.room.Person;
import palabre.core.room.Presiding;
import palabre.core.room.Seat;
import palabre.core.session.Link;
import palabre.live.Briefing;
import palabre.text.Durations;
import palabre.text.Html;
import palabre.text.Messages;

/** Lobby, groups, the room's mode and what the public sees. */
final class TextDoors {
    private static final int GROUPS_OFFERED = 4;

    private final TextContext c;
    private final Messages m;
    private final Doors doors;

    TextDoors(TextContext c) {
        this.c = c;
        this.m = c.m;
        this.doors = c.room.doors();
    }

    /** What everybody must know of, and answer. */
    void notices(Html page) {
        doors.proposal().ifPresent(p -> proposal(page, p));
        if (!doors.groups().isEmpty()) {
            groups(page);
        }
        if (doors.publicCut()) {
            page.element("p class=\"warn\"", m.text("public.isCut"));
        }
    }

    private void proposal(Html page, Doors.Proposal p) {
        page.raw("<section class=\"warn\" id=\"mode\">");
        page.element("p", m.text(p.onRecord() ? "mode.on" : "mode.off"));
        page.element("p", m.text("mode.agreed", "n", p.agreed().size()));
        if (p.agreed().contains(c.request.seat())) {
            page.element("p", m.text("mode.iAgree"));
        } else {
            c.oneButton(page, "mode.agree", "mode.agree");
        }
        if (c.presides()) {
            c.form(page);
            c.button(page, "mode.drop", "mode.drop");
            if (c.view.nowMs() - p.atMs() >= Doors.ANSWER_MS) {
                c.button(page, "mode.insist", "mode.insist");
            }
            page.raw("</form>");
        }
        page.raw("</section>");
    }

    private void groups(Html page) {
        page.raw("<section id=\"groups\">").element("h2", m.text("groups.label"));
        if (doors.groupsUntilMs() > 0) {
            long left = Math.max(0, doors.groupsUntilMs() - c.view.nowMs());
            page.element("p", m.text("groups.until", "t", Durations.clock(left)));
        }
        boolean away = !doors.groupsFrom().equals(Optional.of(c.room.charter().room()));
        boolean visits = c.me.role() == Role.MODERATOR && (away || c.presides());
        page.raw("<ul>");
        for (DoorEvent.WorkingGroup g : doors.groups()) {
            page.raw("<li>").text(g.title() + ": " + String.join(", ", g.people()));
            g.lead().ifPresent(l -> page.text(" (" + m.text("groups.lead", "name", l) + ")"));
            if (visits && !g.room().equals(c.room.charter().room())) {
                c.form(page);
                page.hidden("room", g.room()).hidden("seat", c.request.seat());
                c.button(page, "people.move", "groups.visit");
                page.raw("</form>");
            }
            page.raw("</li>");
        }
        page.raw("</ul>");
        if (c.presides() && !away) {
            c.oneButton(page, "groups.call", "groups.call");
        }
        if (away && visits) {
            c.form(page);
            page.hidden("room", doors.groupsFrom().orElseThrow());
            page.hidden("seat", c.request.seat());
            c.button(page, "people.move", "groups.home");
            page.raw("</form>");
        }
        page.raw("</section>");
    }

    /** What the chair can do about them. */
    void chair(Html page) {
        lobby(page);
        links(page);
        manage(page);
        move(page);
        if (doors.groups().isEmpty()) {
            newGroups(page);
        }
        if (doors.proposal().isEmpty()) {
            boolean on = c.room.charter().onRecord();
            c.form(page);
            page.hidden("onRecord", on ? "0" : "1");
            c.button(page, "mode.propose", on ? "mode.proposeOff" : "mode.proposeOn");
            page.raw("</form>");
        }
        if (c.room.charter().access() == Access.OPEN) {
            c.form(page);
            page.hidden("cut", doors.publicCut() ? "0" : "1");
            c.button(page, "public.view", doors.publicCut() ? "public.restore" : "public.cut");
            page.raw("</form>");
            c.form(page);
            c.number(page, "delay", "public.delay", doors.publicDelayMs() / 1_000);
            c.button(page, "public.view", "public.set");
            page.raw("</form>");
        }
    }

    /** Links that many share: nobody new comes in by one that is closed. */
    private void links(Html page) {
        List<Link> links =
                c.request.session().map(s -> Briefing.links(s, c.room, c.me)).orElse(List.of());
        if (links.isEmpty()) {
            return;
        }
        c.open(page, "newcomers.label");
        page.element("p", m.text("newcomers.how")).raw("<ul id=\"links\">");
        for (Link link : links) {
            page.raw("<li>").text(link.person().name() + ", ");
            page.text(m.text("role." + link.person().role().wire()) + ", ");
            page.text(m.text(link.closed() ? "newcomers.closed" : "newcomers.isOpen"));
            if (!link.closed()) {
                c.oneButton(page, "link.close " + link.id(), "newcomers.close");
            }
            page.raw("</li>");
        }
        page.raw("</ul>");
        c.close(page);
    }

    /** Somebody is sent out, or gets another role. */
    private void manage(Html page) {
        List<String[]> people = new ArrayList<>();
        for (Seat seat : c.room.seats().values()) {
            if (!c.isMe(seat.id()) && Presiding.decidesAbout(c.view.room(), me(), seat.id())) {
                people.add(new String[] {seat.id().value(), c.label(seat.id())});
            }
        }
        if (people.isEmpty()) {
            return;
        }
        List<String[]> roles = new ArrayList<>();
        for (Role role : Role.values()) {
            if (!role.chairs() || Presiding.promotes(c.view.room(), me())) {
                roles.add(new String[] {role.wire(), m.text("role." + role.wire())});
            }
        }
        c.open(page, "people.manage");
        c.form(page);
        c.choice(page, "seat", "people.who", "", people);
        c.button(page, "seat.remove", "people.remove");
        c.choice(page, "role", "people.role", "participant", roles);
        c.button(page, "seat.role", "people.give");
        page.raw("</form>");
        c.close(page);
    }

    private SeatId me() {
        return c.request.seat();
    }

    /** Somebody is sent to another room of the session. */
    private void move(Html page) {
        List<String[]> rooms = new ArrayList<>();
        c.request
                .session()
                .map(s -> Briefing.rooms(s, c.room, c.me))
                .orElse(List.of())
                .forEach(r -> rooms.add(new String[] {r.room().value(), r.title()}));
        List<String[]> people = new ArrayList<>();
        for (Seat seat : c.room.seats().values()) {
            if (seat.keeper().isEmpty() && !c.isMe(seat.id())) {
                people.add(new String[] {seat.id().value(), c.label(seat.id())});
            }
        }
        if (rooms.isEmpty() || people.isEmpty()) {
            return;
        }
        c.open(page, "people.move");
        c.form(page);
        c.choice(page, "seat", "people.who", "", people);
        c.choice(page, "room", "people.where", "", rooms);
        c.button(page, "people.move", "people.send");
        page.raw("</form>");
        c.close(page);
    }

    private void lobby(Html page) {
        page.element("h3", m.text("lobby.label"));
        if (!doors.waiting().isEmpty()) {
            page.raw("<ul id=\"lobby\">");
            doors.waiting().forEach((seat, person) -> waiting(page, seat, person));
            page.raw("</ul>");
            c.oneButton(page, "lobby.all", "lobby.all");
        }
        String act = doors.lobby() ? "lobby.close" : "lobby.open";
        c.oneButton(page, act, act);
        if (doors.lobby()) {
            c.form(page);
            c.input(page, "text", "lobby.tell", doors.told(), 200);
            c.button(page, "lobby.tell", "lobby.send");
            page.raw("</form>");
        }
    }

    private void waiting(Html page, SeatId seat, Person person) {
        page.raw("<li>").text(person.name());
        c.form(page);
        c.button(page, "lobby.admit " + seat, "lobby.admit");
        c.button(page, "lobby.refuse " + seat, "lobby.refuse");
        page.raw("</form></li>");
    }

    private void newGroups(Html page) {
        c.open(page, "groups.new");
        c.form(page);
        c.choice(
                page,
                "mix",
                "groups.mix",
                "teams",
                List.of(
                        new String[] {"teams", m.text("groups.teams")},
                        new String[] {"random", m.text("groups.random")},
                        new String[] {"hand", m.text("groups.hand")}));
        c.number(page, "minutes", "item.minutes", 15);
        page.raw("<br>");
        for (int i = 1; i <= GROUPS_OFFERED; i++) {
            String title = i <= 2 ? m.text("groups.name", "n", i) : "";
            page.raw("<label>").text(m.text("groups.name", "n", i));
            page.raw(" <input name=\"g" + i + "\" maxlength=\"200\" value=\"").text(title);
            page.raw("\"></label><br>");
        }
        if (c.room.charter().onRecord()) {
            page.raw("<label><input type=\"checkbox\" name=\"record\" value=\"1\"> ");
            page.text(m.text("record.on")).raw("</label><br>");
        }
        byHand(page);
        c.button(page, "groups.open", "groups.open");
        page.raw("</form>");
        c.close(page);
    }

    /** For each who can be sent, into which group; counts only when they are made by hand. */
    private void byHand(Html page) {
        page.raw("<details><summary>").text(m.text("groups.hand")).raw("</summary>");
        for (Seat seat : c.room.seats().values()) {
            if (seat.keeper().isEmpty() && seat.person().role().speaks() && !c.isMe(seat.id())) {
                List<String[]> options = new ArrayList<>();
                options.add(new String[] {"", "–"});
                for (int i = 1; i <= GROUPS_OFFERED; i++) {
                    options.add(new String[] {seat.id() + " " + i, m.text("groups.name", "n", i)});
                }
                page.raw("<label>").text(c.label(seat.id()));
                page.raw(" <select name=\"s-" + seat.id() + "\">");
                for (String[] o : options) {
                    page.raw("<option value=\"").text(o[0]).raw("\">").text(o[1]).raw("</option>");
                }
                page.raw("</select></label><br>");
            }
        }
        page.raw("</details>");
    }
}
