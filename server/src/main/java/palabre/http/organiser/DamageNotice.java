package palabre.http.organiser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.codec.Json;
import palabre.core.SessionId;
import palabre.core.room.Charter;
import palabre.core.session.Organiser;
import palabre.core.session.Session;
import palabre.log.LogId;
import palabre.sessions.DamagedSessions;
import palabre.sessions.Organisers;
import palabre.sessions.Sessions;

/**
 * What an organiser is told of what cannot be read, on their page and in the interface: each of
 * their own sessions and rooms; what cannot be read far enough to say whose it is, the host.
 */
final class DamageNotice {
    private final Sessions sessions;
    private final DamagedSessions damaged;
    private final Organisers organisers;

    DamageNotice(Sessions sessions, Organisers organisers) {
        this.sessions = sessions;
        this.damaged = sessions.damaged();
        this.organisers = organisers;
    }

    private record Room(String title, String why) {}

    private List<Room> rooms(Session session) {
        List<Room> found = new ArrayList<>();
        for (Charter c : session.rooms().values()) {
            damaged.why(LogId.of(session.id(), c.room()))
                    .ifPresent(why -> found.add(new Room(c.title(), why)));
        }
        return found;
    }

    private String why(SessionId id) {
        return damaged.why(LogId.of(id)).orElse("");
    }

    /**
     * What a page tells of it.
     *
     * @param hosts what concerns no session; for the host
     * @param sessions that cannot be read at all
     * @param rooms that cannot, of sessions that can
     */
    record Told(List<String> hosts, List<Lost> sessions, List<String> rooms) {
        boolean isEmpty() {
            return hosts.isEmpty() && sessions.isEmpty() && rooms.isEmpty();
        }
    }

    record Lost(String id, String why) {}

    Told told(Organiser who) {
        return new Told(
                organisers.damage().filter(_ -> who.isHost()).stream().toList(),
                damaged.of(who).stream().map(id -> new Lost(id.value(), why(id))).toList(),
                sessions.all().stream()
                        .filter(who::runs)
                        .flatMap(s ->
                                rooms(s).stream()
                                        .map(r -> s.title() + ", " + r.title() + ": " + r.why()))
                        .toList());
    }

    /** Adds to what the interface tells of a session. */
    ObjectNode tell(ObjectNode told, Session session) {
        rooms(session)
                .forEach(r ->
                        told.withArray("damaged")
                                .addObject()
                                .put("room", r.title())
                                .put("why", r.why()));
        return told;
    }

    /** The sessions of which the interface can tell nothing else. */
    List<ObjectNode> unreadable(Organiser who) {
        return damaged.of(who).stream()
                .map(id -> {
                    ObjectNode told = Json.object().put("id", id.value());
                    told.putArray("damaged").addObject().put("why", why(id));
                    return told;
                })
                .toList();
    }

    /** The damaged session of an address, if it concerns who asks. */
    Optional<SessionId> find(String id, Organiser who) {
        return damaged.of(who).stream().filter(s -> s.value().equals(id)).findFirst();
    }
}
