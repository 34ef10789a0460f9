package palabre.core.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.Texts;
import palabre.core.room.Charter;

/** The state of a session: a fold of its log. An empty title: not created yet. */
public record Session(
        SessionId id, String title, Map<RoomId, Charter> rooms, Map<LinkId, Link> links) {
    public Session {
        Texts.title(title);
        rooms = Collections.unmodifiableMap(rooms);
        links = Collections.unmodifiableMap(links);
    }

    public static Session empty(SessionId id) {
        return new Session(id, "", Map.of(), Map.of());
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
            case SessionCommand.AddRoom c ->
                    room(c.charter().room()).isPresent()
                            ? Decision.refused(Code.ROOM_EXISTS)
                            : Decision.accepted(new SessionEvent.RoomAdded(c.charter()));
            case SessionCommand.AddLink c -> add(c.link());
            case SessionCommand.RevokeLink c -> revoke(c.link());
        };
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
            case SessionEvent.SessionCreated e -> new Session(id, e.title(), rooms, links);
            case SessionEvent.RoomAdded e -> {
                Map<RoomId, Charter> next = new LinkedHashMap<>(rooms);
                next.put(e.charter().room(), e.charter());
                yield new Session(id, title, next, links);
            }
            case SessionEvent.LinkAdded e -> with(e.link());
            case SessionEvent.LinkRevoked e ->
                    link(e.link()).map(l -> with(l.withdrawn())).orElse(this);
        };
    }

    private Session with(Link link) {
        Map<LinkId, Link> next = new LinkedHashMap<>(links);
        next.put(link.id(), link);
        return new Session(id, title, rooms, next);
    }
}
