package palabre.core.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.Texts;
import palabre.core.room.Charter;

/**
 * The state of a session: a fold of its log. An empty title: not created yet.
 *
 * @param links in the order in which they were added; persistent maps, since thousands may come at
 *     once and each event makes a session anew
 * @param deliveries the last known of each link
 * @param rulesVersion counts how often the ground rules were laid down anew; 0: there are none
 */
public record Session(
        SessionId id,
        String title,
        Plan plan,
        int rulesVersion,
        Map<RoomId, Charter> rooms,
        PMap<LinkId, Link> links,
        PMap<LinkId, Delivery> deliveries,
        Whereabouts whereabouts,
        Lifecycle lifecycle) {
    public Session {
        Texts.title(title);
        rooms = Collections.unmodifiableMap(rooms);
    }

    public static Session empty(SessionId id) {
        return new Session(
                id,
                "",
                Plan.NONE,
                0,
                Map.of(),
                OrderedPMap.empty(),
                OrderedPMap.empty(),
                Whereabouts.QUIET,
                Lifecycle.NEW);
    }

    /** The version that everybody must have accepted; 0: there are no rules. */
    public int rulesToAccept() {
        return plan.rules().isEmpty() ? 0 : rulesVersion;
    }

    public Optional<Charter> room(RoomId room) {
        return Optional.ofNullable(rooms.get(room));
    }

    public Optional<Link> link(LinkId link) {
        return Optional.ofNullable(links.get(link));
    }

    /** Where the agenda runs; empty before there is a room. */
    public Optional<Charter> mainRoom() {
        return rooms.values().stream().filter(Charter::main).findFirst();
    }

    public boolean closed() {
        return lifecycle.closedMs() > 0;
    }

    public boolean archived() {
        return lifecycle.archived();
    }

    /** Where a seat's invitation leads. */
    public Optional<RoomId> home(SeatId seat) {
        return link(seat.link()).map(Link::room);
    }

    /** Where a seat is now: where its invitation leads, or where its chair has sent it. */
    public Optional<RoomId> whereIs(SeatId seat) {
        return Optional.ofNullable(whereabouts.places().get(seat)).or(() -> home(seat));
    }

    /**
     * The room that conducts another: of a group, the one from which it went; of a room to which
     * nobody is invited, the main one. A room with its own invited has none.
     */
    public Optional<RoomId> parent(RoomId room) {
        RoomId from = whereabouts.parents().get(room);
        if (from != null) {
            return Optional.of(from);
        }
        boolean invitedTo = links.values().stream().anyMatch(l -> l.room().equals(room));
        return invitedTo
                ? Optional.empty()
                : mainRoom().map(Charter::room).filter(main -> !main.equals(room));
    }

    /**
     * With which role a seat comes into a room: that of its invitation where the invitation leads
     * and in the rooms that this room conducts; anywhere else nobody is more than a participant.
     * Who leads a group is its deputy.
     */
    public Role roleIn(SeatId seat, RoomId room) {
        Role invited = link(seat.link()).map(l -> l.person().role()).orElse(Role.OBSERVER);
        Role role = invited == Role.OBSERVER || holds(seat, room) ? invited : Role.PARTICIPANT;
        return role != Role.MODERATOR && whereabouts.leads(seat, room) ? Role.DEPUTY : role;
    }

    private boolean holds(SeatId seat, RoomId room) {
        Optional<RoomId> home = home(seat);
        Optional<RoomId> at = Optional.of(room);
        for (int i = 0; at.isPresent() && i <= rooms.size(); i++) {
            if (at.equals(home)) {
                return true;
            }
            at = parent(at.get());
        }
        return false;
    }

    /**
     * Whether somebody is to be asked before they come into a room that is on the record: it was
     * off the record before, or the door by which they came led to one that is.
     */
    public boolean asksFirst(SeatId seat, Charter room) {
        boolean otherwise =
                home(seat)
                        .filter(h -> !h.equals(room.room()))
                        .flatMap(this::room)
                        .filter(h -> !h.onRecord())
                        .isPresent();
        return room.onRecord() && (room.part() > 0 || otherwise);
    }

    /** The number for the next invitation. */
    public LinkId nextLink() {
        return new LinkId(Integer.toString(links.size() + 1));
    }

    public Session evolve(SessionEvent event) {
        return switch (event) {
            case SessionEvent.SessionCreated e ->
                    new Session(
                            id,
                            e.title(),
                            plan,
                            rulesVersion,
                            rooms,
                            links,
                            deliveries,
                            whereabouts,
                            lifecycle);
            case SessionEvent.SessionEntrusted e -> with(lifecycle.entrusted(e.organiser()));
            case SessionEvent.SessionPlanned e -> planned(e.plan());
            case SessionEvent.RoomAdded e ->
                    with(rooms.isEmpty() ? e.charter().asMain() : e.charter());
            case SessionEvent.LinkAdded e -> with(e.link());
            case SessionEvent.LinkRevoked e -> change(e.link(), Link::withdrawn);
            case SessionEvent.LinkClosed e -> change(e.link(), l -> l.closed(true));
            case SessionEvent.LinkOpened e -> change(e.link(), l -> l.closed(false));
            case SessionEvent.LinkReissued e -> change(e.link(), Link::reissued).unsent(e.link());
            case SessionEvent.LinkHandedOver e -> handedOver(e).unsent(e.link());
            case SessionEvent.DeliveryNoted e ->
                    with(deliveries.plus(e.link(), new Delivery(e.what(), e.state(), e.atMs())));
            case SessionEvent.GroupsOpened e -> with(whereabouts.opening(e.breakout(), this::home));
            case SessionEvent.GroupsCalledBack e ->
                    with(
                            e.parent()
                                    .map(p -> whereabouts.callingBack(p, this::home))
                                    .orElseGet(() -> whereabouts.callingBack(this::home)));
            case SessionEvent.SeatsPlaced e -> with(whereabouts.placing(e.seats(), this::home));
            case SessionEvent.RoomsFollowed _ -> with(whereabouts.followed());
            case SessionEvent.ModeSwitched e ->
                    room(e.room()).map(r -> with(r.switched(e.onRecord()))).orElse(this);
            case SessionEvent.SessionClosed e -> with(lifecycle.closed(e.atMs()));
            case SessionEvent.SessionArchived e -> with(lifecycle.archived(e.archived()));
            case SessionEvent.RetentionSet e -> with(lifecycle.kept(e.days()));
            case SessionEvent.SessionFollows e ->
                    with(lifecycle.following(e.exchange(), e.previous(), e.open()));
            case SessionEvent.Evaluated e ->
                    with(
                            lifecycle.evaluated(
                                    Lifecycle.oldTicket(e.seat()),
                                    new Lifecycle.Answer(e.evaluation(), "")));
            case SessionEvent.EvaluationGiven e ->
                    with(lifecycle.evaluated(e.ticket(), e.answer()));
        };
    }

    /** Where the place is, and what it leads, goes on. */
    private Session handedOver(SessionEvent.LinkHandedOver e) {
        Optional<Link> link = link(e.link());
        if (link.isEmpty()) {
            return this;
        }
        Link now = link.get().handedTo(e.successor(), e.language(), e.mail(), e.zone(), e.atMs());
        return change(e.link(), _ -> now).with(whereabouts.handed(link.get().seat(), now.seat()));
    }

    private Session planned(Plan now) {
        int version = now.rules().equals(plan.rules()) ? rulesVersion : rulesVersion + 1;
        return new Session(
                id, title, now, version, rooms, links, deliveries, whereabouts, lifecycle);
    }

    private Session with(Charter room) {
        Map<RoomId, Charter> next = new LinkedHashMap<>(rooms);
        next.put(room.room(), room);
        return new Session(
                id, title, plan, rulesVersion, next, links, deliveries, whereabouts, lifecycle);
    }

    private Session change(LinkId link, UnaryOperator<Link> by) {
        return link(link).map(l -> with(by.apply(l))).orElse(this);
    }

    private Session with(Link link) {
        PMap<LinkId, Link> next = links.plus(link.id(), link);
        return new Session(
                id, title, plan, rulesVersion, rooms, next, deliveries, whereabouts, lifecycle);
    }

    private Session with(PMap<LinkId, Delivery> now) {
        return new Session(
                id, title, plan, rulesVersion, rooms, links, now, whereabouts, lifecycle);
    }

    /** What was delivered was another link. */
    private Session unsent(LinkId link) {
        return with(deliveries.minus(link));
    }

    private Session with(Whereabouts now) {
        return new Session(id, title, plan, rulesVersion, rooms, links, deliveries, now, lifecycle);
    }

    private Session with(Lifecycle now) {
        return new Session(
                id, title, plan, rulesVersion, rooms, links, deliveries, whereabouts, now);
    }
}
