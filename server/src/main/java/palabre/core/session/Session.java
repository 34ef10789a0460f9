package palabre.core.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.Texts;
import palabre.core.room.Charter;

/**
 * The state of a session: a fold of its log. An empty title: not created yet.
 *
 * @param rulesVersion counts how often the ground rules were laid down anew; 0: there are none
 */
public record Session(
        SessionId id,
        String title,
        Plan plan,
        int rulesVersion,
        Map<RoomId, Charter> rooms,
        Map<LinkId, Link> links) {
    public Session {
        Texts.title(title);
        rooms = Collections.unmodifiableMap(rooms);
        links = Collections.unmodifiableMap(links);
    }

    public static Session empty(SessionId id) {
        return new Session(id, "", Plan.NONE, 0, Map.of(), Map.of());
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

    /** The number for the next invitation. */
    public LinkId nextLink() {
        return new LinkId(Integer.toString(links.size() + 1));
    }

    /** What the command does to this session. The organiser may do everything. */
    public Decision<SessionEvent> decide(SessionCommand command) {
        return switch (command) {
            case SessionCommand.CreateSession c ->
                    title.isEmpty()
                            ? Decision.accepted(new SessionEvent.SessionCreated(c.title()))
                            : Decision.accepted();
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
        };
    }

    private Decision<SessionEvent> prepare(SessionCommand.Prepare c) {
        if (!title.isEmpty()) {
            return Decision.accepted();
        }
        List<SessionEvent> events = new ArrayList<>();
        events.add(new SessionEvent.SessionCreated(c.title()));
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
                    new Session(id, e.title(), plan, rulesVersion, rooms, links);
            case SessionEvent.SessionPlanned e -> planned(e.plan());
            case SessionEvent.RoomAdded e -> {
                Map<RoomId, Charter> next = new LinkedHashMap<>(rooms);
                next.put(e.charter().room(), rooms.isEmpty() ? e.charter().asMain() : e.charter());
                yield new Session(id, title, plan, rulesVersion, next, links);
            }
            case SessionEvent.LinkAdded e -> with(e.link());
            case SessionEvent.LinkRevoked e ->
                    link(e.link()).map(l -> with(l.withdrawn())).orElse(this);
        };
    }

    private Session planned(Plan now) {
        int version = now.rules().equals(plan.rules()) ? rulesVersion : rulesVersion + 1;
        return new Session(id, title, now, version, rooms, links);
    }

    private Session with(Link link) {
        Map<LinkId, Link> next = new LinkedHashMap<>(links);
        next.put(link.id(), link);
        return new Session(id, title, plan, rulesVersion, rooms, next);
    }
}
