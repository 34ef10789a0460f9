package palabre.core.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.Texts;
import palabre.core.room.Charter;

/**
 * The state of a session: a fold of its log. An empty title: not created yet.
 *
 * @param deliveries the last known of each link
 * @param rulesVersion counts how often the ground rules were laid down anew; 0: there are none
 */
public record Session(
        SessionId id,
        String title,
        Plan plan,
        int rulesVersion,
        Map<RoomId, Charter> rooms,
        Map<LinkId, Link> links,
        Map<LinkId, Delivery> deliveries,
        House house,
        Course course) {
    /** The most rooms of a session, those of groups included. */
    private static final int ROOMS_MAX = 1_000;

    public Session {
        Texts.title(title);
        rooms = Collections.unmodifiableMap(rooms);
        links = Collections.unmodifiableMap(links);
        deliveries = Collections.unmodifiableMap(deliveries);
    }

    public static Session empty(SessionId id) {
        return new Session(
                id, "", Plan.NONE, 0, Map.of(), Map.of(), Map.of(), House.QUIET, Course.NEW);
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
        return course.closedMs() > 0;
    }

    public boolean archived() {
        return course.archived();
    }

    /** Where a seat's invitation leads. */
    public Optional<RoomId> home(SeatId seat) {
        return link(seat.link()).map(Link::room);
    }

    /** Where a seat is now: where its invitation leads, or where its chair has sent it. */
    public Optional<RoomId> whereIs(SeatId seat) {
        return Optional.ofNullable(house.places().get(seat)).or(() -> home(seat));
    }

    /** The number for the next invitation. */
    public LinkId nextLink() {
        return new LinkId(Integer.toString(links.size() + 1));
    }

    /** What the command does to this session. The organiser may do everything. */
    public Decision<SessionEvent> decide(SessionCommand command) {
        return switch (command) {
            case SessionCommand.CreateSession c ->
                    title.isEmpty()
                            ? new Decision.Accepted<>(created(c.title(), c.organiser()))
                            : Decision.accepted();
            case SessionCommand.Entrust c ->
                    course.organiser() == c.organiser()
                            ? Decision.accepted()
                            : Decision.accepted(new SessionEvent.SessionEntrusted(c.organiser()));
            case SessionCommand.Prepare c -> prepare(c);
            case SessionCommand.ChangePlan c ->
                    c.plan().equals(plan)
                            ? Decision.accepted()
                            : Decision.accepted(new SessionEvent.SessionPlanned(c.plan()));
            case SessionCommand.AddRoom c ->
                    room(c.charter().room()).isPresent()
                            ? Decision.refused(Code.ROOM_EXISTS)
                            : Decision.accepted(new SessionEvent.RoomAdded(c.charter()));
            case SessionCommand.AddLink c -> add(c.link());
            case SessionCommand.AddLinks c -> addAll(c);
            case SessionCommand.RevokeLink c -> revoke(c.link());
            case SessionCommand.Retitle c ->
                    title.equals(c.title())
                            ? Decision.accepted()
                            : Decision.accepted(new SessionEvent.SessionCreated(c.title()));
            case SessionCommand.ReissueLink c ->
                    link(c.link()).isEmpty()
                            ? Decision.refused(Code.UNKNOWN_LINK)
                            : Decision.accepted(new SessionEvent.LinkReissued(c.link()));
            case SessionCommand.HandOverLink c ->
                    link(c.link()).filter(l -> l.kind() == Link.Kind.PERSONAL).isEmpty()
                            ? Decision.refused(Code.UNKNOWN_LINK)
                            : Decision.accepted(
                                    new SessionEvent.LinkHandedOver(
                                            c.link(),
                                            c.successor(),
                                            c.language(),
                                            c.mail(),
                                            c.zone()));
            case SessionCommand.NoteDelivery c ->
                    link(c.link()).isEmpty()
                            ? Decision.refused(Code.UNKNOWN_LINK)
                            : Decision.accepted(
                                    new SessionEvent.DeliveryNoted(
                                            c.link(), c.what(), c.state(), c.atMs()));
            case SessionCommand.OpenGroups _ when closed() -> over();
            case SessionCommand.OpenGroups c -> openGroups(c);
            case SessionCommand.CallBack _ ->
                    house.groups().isEmpty()
                            ? Decision.refused(Code.NO_GROUPS)
                            : Decision.accepted(new SessionEvent.GroupsCalledBack());
            case SessionCommand.Place _ when closed() -> over();
            case SessionCommand.Place c -> place(c);
            case SessionCommand.SwitchMode c ->
                    room(c.room()).filter(r -> r.onRecord() != c.onRecord()).isEmpty()
                            ? Decision.accepted()
                            : Decision.accepted(
                                    new SessionEvent.ModeSwitched(c.room(), c.onRecord()));
            case SessionCommand.Close c -> close(c);
            case SessionCommand.Archive c ->
                    archived() == c.archived()
                            ? Decision.accepted()
                            : Decision.accepted(new SessionEvent.SessionArchived(c.archived()));
            case SessionCommand.SetRetention c ->
                    course.keepDays() == c.days()
                            ? Decision.accepted()
                            : Decision.accepted(new SessionEvent.RetentionSet(c.days()));
            case SessionCommand.Follow c ->
                    c.previous().filter(id::equals).isPresent()
                            ? Decision.refused(Code.CYCLE)
                            : Decision.accepted(
                                    new SessionEvent.SessionFollows(
                                            c.exchange(), c.previous(), c.open()));
            case SessionCommand.Evaluate c -> evaluate(c);
        };
    }

    private static List<SessionEvent> created(String title, int organiser) {
        List<SessionEvent> events = new ArrayList<>();
        events.add(new SessionEvent.SessionCreated(title));
        if (organiser != Organiser.HOST.number()) {
            events.add(new SessionEvent.SessionEntrusted(organiser));
        }
        return events;
    }

    private static Decision<SessionEvent> over() {
        return Decision.refused(Code.SESSION_CLOSED);
    }

    private Decision<SessionEvent> openGroups(SessionCommand.OpenGroups c) {
        if (house.groups().isPresent()) {
            return Decision.refused(Code.GROUPS_RUN);
        }
        if (rooms.size() + c.rooms().size() > ROOMS_MAX) {
            return Decision.refused(Code.TOO_MANY);
        }
        List<SessionEvent> events = new ArrayList<>();
        c.rooms().forEach(r -> events.add(new SessionEvent.RoomAdded(r)));
        events.add(new SessionEvent.GroupsOpened(c.breakout()));
        return new Decision.Accepted<>(events);
    }

    private Decision<SessionEvent> place(SessionCommand.Place c) {
        for (Map.Entry<SeatId, RoomId> e : c.seats().entrySet()) {
            if (room(e.getValue()).isEmpty() || house.ended().contains(e.getValue())) {
                return Decision.refused(Code.UNKNOWN_ROOM);
            }
            if (link(e.getKey().link()).isEmpty()) {
                return Decision.refused(Code.UNKNOWN_SEAT);
            }
        }
        return Decision.accepted(new SessionEvent.SeatsPlaced(c.seats()));
    }

    private Decision<SessionEvent> evaluate(SessionCommand.Evaluate c) {
        if (!course.takesEvaluations(c.atMs())) {
            return Decision.refused(closed() ? Code.POLL_CLOSED : Code.NOT_CLOSED_YET);
        }
        if (!c.evaluation().coherent()) {
            return Decision.refused(Code.BAD_BALLOT);
        }
        return c.evaluation().equals(course.evaluations().get(c.seat()))
                ? Decision.accepted()
                : Decision.accepted(new SessionEvent.Evaluated(c.seat(), c.evaluation()));
    }

    private Decision<SessionEvent> close(SessionCommand.Close c) {
        if (closed()) {
            return Decision.accepted();
        }
        List<SessionEvent> events = new ArrayList<>();
        if (house.groups().isPresent()) {
            events.add(new SessionEvent.GroupsCalledBack());
        }
        events.add(new SessionEvent.SessionClosed(c.atMs()));
        return new Decision.Accepted<>(events);
    }

    private Decision<SessionEvent> prepare(SessionCommand.Prepare c) {
        if (!title.isEmpty()) {
            return Decision.accepted();
        }
        List<SessionEvent> events = created(c.title(), c.organiser());
        events.add(new SessionEvent.SessionPlanned(c.plan()));
        Set<RoomId> known = new HashSet<>();
        for (Charter charter : c.rooms()) {
            if (!known.add(charter.room())) {
                return Decision.refused(Code.ROOM_EXISTS);
            }
            events.add(new SessionEvent.RoomAdded(charter));
        }
        Set<LinkId> given = new HashSet<>();
        for (Link link : c.links()) {
            if (!known.contains(link.room())) {
                return Decision.refused(Code.UNKNOWN_ROOM);
            }
            if (!given.add(link.id())) {
                return Decision.refused(Code.LINK_EXISTS);
            }
            events.add(new SessionEvent.LinkAdded(link));
        }
        return new Decision.Accepted<>(events);
    }

    private Decision<SessionEvent> add(Link link) {
        if (room(link.room()).isEmpty()) {
            return Decision.refused(Code.UNKNOWN_ROOM);
        }
        if (link(link.id()).isPresent()) {
            return Decision.refused(Code.LINK_EXISTS);
        }
        return Decision.accepted(new SessionEvent.LinkAdded(link));
    }

    private Decision<SessionEvent> addAll(SessionCommand.AddLinks c) {
        List<SessionEvent> events = new ArrayList<>();
        Set<LinkId> given = new HashSet<>(links.keySet());
        for (Link link : c.links()) {
            if (room(link.room()).isEmpty()) {
                return Decision.refused(Code.UNKNOWN_ROOM);
            }
            if (!given.add(link.id())) {
                return Decision.refused(Code.LINK_EXISTS);
            }
            events.add(new SessionEvent.LinkAdded(link));
        }
        return new Decision.Accepted<>(events);
    }

    private Decision<SessionEvent> revoke(LinkId id) {
        Optional<Link> link = link(id);
        if (link.isEmpty()) {
            return Decision.refused(Code.UNKNOWN_LINK);
        }
        return link.get().revoked()
                ? Decision.accepted()
                : Decision.accepted(new SessionEvent.LinkRevoked(id));
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
                            house,
                            course);
            case SessionEvent.SessionEntrusted e -> with(course.entrusted(e.organiser()));
            case SessionEvent.SessionPlanned e -> planned(e.plan());
            case SessionEvent.RoomAdded e ->
                    with(rooms.isEmpty() ? e.charter().asMain() : e.charter());
            case SessionEvent.LinkAdded e -> with(e.link());
            case SessionEvent.LinkRevoked e -> change(e.link(), Link::withdrawn);
            case SessionEvent.LinkReissued e -> change(e.link(), Link::reissued).unsent(e.link());
            case SessionEvent.LinkHandedOver e ->
                    change(
                                    e.link(),
                                    l ->
                                            l.handedTo(
                                                    e.successor(),
                                                    e.language(),
                                                    e.mail(),
                                                    e.zone()))
                            .unsent(e.link());
            case SessionEvent.DeliveryNoted e -> {
                Map<LinkId, Delivery> next = new LinkedHashMap<>(deliveries);
                next.put(e.link(), new Delivery(e.what(), e.state(), e.atMs()));
                yield new Session(id, title, plan, rulesVersion, rooms, links, next, house, course);
            }
            case SessionEvent.GroupsOpened e -> with(house.opening(e.breakout()));
            case SessionEvent.GroupsCalledBack _ -> with(house.callingBack(this::home));
            case SessionEvent.SeatsPlaced e -> with(house.placing(e.seats(), this::home));
            case SessionEvent.ModeSwitched e ->
                    room(e.room()).map(r -> with(r.switched(e.onRecord()))).orElse(this);
            case SessionEvent.SessionClosed e -> with(course.closed(e.atMs()));
            case SessionEvent.SessionArchived e -> with(course.archived(e.archived()));
            case SessionEvent.RetentionSet e -> with(course.kept(e.days()));
            case SessionEvent.SessionFollows e ->
                    with(course.following(e.exchange(), e.previous(), e.open()));
            case SessionEvent.Evaluated e -> with(course.evaluated(e.seat(), e.evaluation()));
        };
    }

    private Session planned(Plan now) {
        int version = now.rules().equals(plan.rules()) ? rulesVersion : rulesVersion + 1;
        return new Session(id, title, now, version, rooms, links, deliveries, house, course);
    }

    private Session with(Charter room) {
        Map<RoomId, Charter> next = new LinkedHashMap<>(rooms);
        next.put(room.room(), room);
        return new Session(id, title, plan, rulesVersion, next, links, deliveries, house, course);
    }

    private Session change(LinkId link, UnaryOperator<Link> by) {
        return link(link).map(l -> with(by.apply(l))).orElse(this);
    }

    private Session with(Link link) {
        Map<LinkId, Link> next = new LinkedHashMap<>(links);
        next.put(link.id(), link);
        return new Session(id, title, plan, rulesVersion, rooms, next, deliveries, house, course);
    }

    /** What was delivered was another link. */
    private Session unsent(LinkId link) {
        Map<LinkId, Delivery> next = new LinkedHashMap<>(deliveries);
        next.remove(link);
        return new Session(id, title, plan, rulesVersion, rooms, links, next, house, course);
    }

    private Session with(House now) {
        return new Session(id, title, plan, rulesVersion, rooms, links, deliveries, now, course);
    }

    private Session with(Course now) {
        return new Session(id, title, plan, rulesVersion, rooms, links, deliveries, house, now);
    }
}
