package palabre.http.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.breakouts.WorkingGroup;
import palabre.core.room.Doors;
import palabre.core.room.Presiding;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;
import palabre.core.session.Link;
import palabre.live.Briefing;
import palabre.page.Choice;
import palabre.text.Durations;

/** Lobby, groups, the room's mode and what the public sees. */
record TextDoors(TextContext c) {
    static final int GROUPS_OFFERED = 4;

    Doors all() {
        return c.room.doors();
    }

    /** Those of the lobby who are on the room's own page. */
    List<Map.Entry<SeatId, Person>> waiting() {
        return all().waiting().entrySet().stream().limit(TextLobby.SHOWN).toList();
    }

    boolean mayInsist(Doors.Proposal p) {
        return c.view.nowMs() - p.atMs() >= Doors.ANSWER_MS;
    }

    /** The groups' time; empty when it has no end. */
    String left() {
        long until = all().groupsUntilMs();
        return until > 0 ? Durations.clock(Math.max(0, until - c.view.nowMs())) : "";
    }

    /** Whether this is a group's room. */
    boolean away() {
        return !all().groupsFrom().equals(Optional.of(c.room.charter().room()));
    }

    boolean visits() {
        return c.me.role() == Role.MODERATOR && (away() || c.presides());
    }

    String words(WorkingGroup g) {
        String people = g.title() + ": " + String.join(", ", g.people());
        return g.lead()
                .map(l -> people + " (" + c.m.text("groups.lead", "name", l) + ")")
                .orElse(people);
    }

    /** Links that many share: nobody new comes in by one that is closed. */
    List<Link> links() {
        return c.request.session().map(s -> Briefing.links(s, c.room, c.me)).orElse(List.of());
    }

    String words(Link link) {
        return String.join(
                ", ",
                link.person().name(),
                c.m.text("role." + link.person().role().wire()),
                c.m.text(link.closed() ? "newcomers.closed" : "newcomers.isOpen"));
    }

    /** Who may be sent out, or get another role. */
    List<Choice> managed() {
        return people(s ->
                !c.isMe(s.id()) && Presiding.decidesAbout(c.view.room(), c.request.seat(), s.id()));
    }

    /** Who may be sent to another room. */
    List<Choice> moved() {
        return people(s -> s.keeper().isEmpty() && !c.isMe(s.id()));
    }

    private List<Choice> people(Predicate<Seat> fit) {
        return c.some(fit).stream().map(s -> new Choice(s.id().value(), c.label(s))).toList();
    }

    /** Who can be put into a group. */
    List<Seat> grouped() {
        return c.some(s -> s.keeper().isEmpty() && s.person().role().speaks() && !c.isMe(s.id()));
    }

    /** Counts only when groups are made by hand. */
    List<Choice> groupsFor(Seat seat) {
        List<Choice> groups = new ArrayList<>();
        groups.add(new Choice("", "–"));
        for (int i = 1; i <= GROUPS_OFFERED; i++) {
            groups.add(new Choice(seat.id() + " " + i, c.m.text("groups.name", "n", i)));
        }
        return groups;
    }

    /** How groups can be made. */
    List<Choice> mixes() {
        return List.of(
                new Choice("teams", c.m.text("groups.teams")),
                new Choice("random", c.m.text("groups.random")),
                new Choice("hand", c.m.text("groups.hand")));
    }
}
