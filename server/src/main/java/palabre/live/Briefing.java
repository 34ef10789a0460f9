package palabre.live;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.agenda.AgendaCommand;
import palabre.core.agenda.AgendaEntry;
import palabre.core.breakouts.BreakoutCommand;
import palabre.core.breakouts.WorkingGroup;
import palabre.core.entry.RulesCommand;
import palabre.core.results.ResultsCommand;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.session.AgendaPlan;
import palabre.core.session.Link;
import palabre.core.session.Schedule;
import palabre.core.session.Session;
import palabre.core.session.Whereabouts;
import palabre.writer.LogClock;

/**
 * What a session tells its rooms: the ground rules, the agenda, what was left open last time, and
 * that it is over. Told again whenever it has changed; what a room knows already changes nothing.
 */
public final class Briefing {
    private final LiveRoom room;
    private final LogClock clock;
    private volatile String rulesText = "";
    private volatile @Nullable Session told;

    /** One after the other, so that what was said last holds. */
    private Future<Void> last = Future.succeededFuture();

    Briefing(LiveRoom room, LogClock clock) {
        this.room = room;
        this.clock = clock;
    }

    String rulesText() {
        return rulesText;
    }

    /**
     * The session's rooms to which people can be sent: for who moderates the main one, and for
     * nobody else.
     */
    public static List<Charter> rooms(Session session, Room here, Person asking) {
        return here.charter().main() && asking.role() == Role.MODERATOR
                ? session.rooms().values().stream()
                        .filter(c -> !c.room().equals(here.charter().room()))
                        .filter(c -> !session.whereabouts().ended().contains(c.room()))
                        .toList()
                : List.of();
    }

    /** The links that many share and that lead here: for the chair, who can close them. */
    public static List<Link> links(Session session, Room here, Person asking) {
        return asking.role().chairs()
                ? session.links().values().stream()
                        .filter(l -> l.kind() == Link.Kind.SHARED && !l.revoked())
                        .filter(l -> l.room().equals(here.charter().room()))
                        .toList()
                : List.of();
    }

    List<Link> links(Room here, Person asking) {
        Session session = told;
        return session == null ? List.of() : links(session, here, asking);
    }

    List<Charter> rooms(Room here, Person asking) {
        Session session = told;
        return session == null ? List.of() : rooms(session, here, asking);
    }

    Future<Void> brief(Session session) {
        if (knows(session)) {
            return Future.succeededFuture();
        }
        synchronized (this) {
            last = last.transform(_ -> tell(session));
            return last;
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same object is the same state, and that is all
    private boolean knows(Session session) {
        return told == session;
    }

    private Future<Void> tell(Session session) {
        if (knows(session)) {
            return Future.succeededFuture();
        }
        rulesText = session.plan().rules();
        return room.look(LiveRoom.View::room)
                .compose(now -> {
                    Future<Void> done = Future.succeededFuture();
                    if (now.rules().version() != session.rulesToAccept()) {
                        done =
                                tell(
                                        done,
                                        RoomCommand.of(
                                                new RulesCommand.LayRules(
                                                        session.rulesToAccept())));
                    }
                    boolean meets = now.charter().main() && !now.meeting().closed();
                    AgendaCommand.LayAgenda agenda = agenda(session);
                    if (meets && now.meeting().awaits(agenda)) {
                        done = tell(done, RoomCommand.of(agenda));
                    }
                    var open = new ResultsCommand.CarryOver(session.lifecycle().carried());
                    if (meets && now.meeting().awaits(open)) {
                        done = tell(done, RoomCommand.of(open));
                    }
                    List<SeatCommand.HandSeat> handed = handed(session, now);
                    for (SeatCommand.HandSeat each : handed) {
                        done = tell(done, RoomCommand.of(each));
                    }
                    BreakoutCommand.LayGroups groups = groups(session, now);
                    if (!rooms(now.doors().groups()).equals(rooms(groups.groups()))
                            || !handed.isEmpty()) {
                        done = tell(done, RoomCommand.of(groups));
                    }
                    for (SeatId seat : strays(session, now)) {
                        done = done.compose(_ -> room.doorway().sendOff(seat)).mapEmpty();
                    }
                    if (session.closed() && !now.meeting().closed()) {
                        done = tell(done, RoomCommand.of(new ResultsCommand.EndMeeting()));
                    }
                    return done;
                })
                .onSuccess(_ -> {
                    Session before = told;
                    told = session;
                    if (before != null && linksDiffer(before, session)) {
                        room.doorway().greetChairs();
                    }
                });
    }

    @SuppressWarnings("ReferenceEquality") // most changes leave the links the same object
    private static boolean linksDiffer(Session before, Session after) {
        return before.links() != after.links() && !before.links().equals(after.links());
    }

    /** Who sits here and is elsewhere. Who was sent off just now is first taken in there. */
    private static List<SeatId> strays(Session session, Room now) {
        return session.whereabouts().leaving().contains(here(now))
                ? List.of()
                : now.seats().keySet().stream()
                        .filter(s -> after(session, s).isEmpty())
                        .filter(s ->
                                session.whereIs(s).filter(r -> !r.equals(here(now))).isPresent())
                        .toList();
    }

    private static RoomId here(Room room) {
        return room.charter().room();
    }

    private BreakoutCommand.LayGroups groups(Session session, Room now) {
        List<WorkingGroup> groups = new ArrayList<>();
        Optional<Whereabouts.Breakout> told = session.whereabouts().breakout(here(now));
        for (Whereabouts.Group g : told.map(Whereabouts.Breakout::groups).orElse(List.of())) {
            groups.add(
                    new WorkingGroup(
                            g.room(),
                            session.room(g.room()).map(Charter::title).orElse(""),
                            g.seats().stream().map(s -> name(session, now, s)).toList(),
                            g.lead().map(s -> name(session, now, s))));
        }
        return new BreakoutCommand.LayGroups(
                groups,
                told.map(Whereabouts.Breakout::parent),
                told.map(Whereabouts.Breakout::untilMs)
                        .filter(ms -> ms > 0)
                        .map(clock::momentMs)
                        .orElse(0L));
    }

    /** As they are called here; who is not here, as they were invited. */
    private static String name(Session session, Room now, SeatId seat) {
        return now.seat(seat)
                .map(s -> s.person().name())
                .or(() -> session.link(seat.link()).map(l -> l.person().name()))
                .orElse("");
    }

    private static List<RoomId> rooms(List<WorkingGroup> groups) {
        return groups.stream().map(WorkingGroup::room).toList();
    }

    /** Seats that are somebody else's by now: of those invited here, and of who is or was here. */
    private static List<SeatCommand.HandSeat> handed(Session session, Room now) {
        Set<SeatId> mine = new LinkedHashSet<>(now.attendance().departed().keySet());
        mine.addAll(now.seats().keySet());
        mine.addAll(now.doors().waiting().keySet());
        for (Link link : session.links().values()) {
            if (!link.before().isEmpty() && link.room().equals(here(now))) {
                mine.addAll(link.seat().before());
            }
        }
        mine.removeAll(now.attendance().handed().keySet());
        return mine.stream().flatMap(s -> after(session, s).stream()).toList();
    }

    private static Optional<SeatCommand.HandSeat> after(Session session, SeatId seat) {
        return session.link(seat.link()).flatMap(l -> l.after(seat));
    }

    private Future<Void> tell(Future<Void> after, RoomCommand command) {
        return after.compose(_ -> room.byServer(SeatId.SERVER, command)).mapEmpty();
    }

    private static AgendaCommand.LayAgenda agenda(Session session) {
        List<AgendaEntry> items = new ArrayList<>();
        for (AgendaPlan plan : session.plan().agenda()) {
            items.add(
                    AgendaEntry.planned(
                                    items.size() + 1,
                                    plan.title(),
                                    plan.minutes() * 60_000L,
                                    plan.lead(),
                                    plan.order(),
                                    plan.turnSeconds())
                            .withMaterial(plan.links()));
        }
        long begins = session.plan().schedule().map(Schedule::beginsMs).orElse(0L);
        return new AgendaCommand.LayAgenda(items, begins);
    }
}
