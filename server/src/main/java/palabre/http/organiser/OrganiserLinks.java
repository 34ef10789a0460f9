package palabre.http.organiser;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import palabre.codec.Json;
import palabre.codec.PlanCodec;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.secrets.ServerKey;

/** What an organiser is told of a session: its rooms and every invitation, printed again. */
public final class OrganiserLinks {
    private final ServerKey key;
    private final String hostToken;
    private final String baseUrl;

    /**
     * @param hostToken what the host holds now
     */
    public OrganiserLinks(ServerKey key, String hostToken, String baseUrl) {
        this.hostToken = hostToken;
        this.key = key;
        this.baseUrl = baseUrl;
    }

    public String baseUrl() {
        return baseUrl;
    }

    /** The host's own link. */
    public ObjectNode host() {
        return organiser(hostToken);
    }

    /** What opens an organiser's desk. */
    ObjectNode organiser(String token) {
        return Json.object().put("url", baseUrl + "/o/" + token).put("token", token);
    }

    /** One of many: without its plan, and without invitations, of which there may be thousands. */
    ObjectNode entry(Session session) {
        ObjectNode node = named(session).put("invitations", session.links().size());
        ArrayNode rooms = node.putArray("rooms");
        session.rooms().values().forEach(c -> rooms.add(room(c)));
        return node;
    }

    private static ObjectNode named(Session session) {
        ObjectNode node =
                Json.object().put("id", session.id().value()).put("title", session.title());
        if (session.lifecycle().organiser() > 0) {
            node.put("organiser", session.lifecycle().organiser());
        }
        return node;
    }

    public ObjectNode session(Session session) {
        ObjectNode node = named(session);
        node.set("plan", PlanCodec.write(session.plan()));
        node.put("rulesVersion", session.rulesVersion());
        node.set("rooms", rooms(session));
        return node;
    }

    public ArrayNode rooms(Session session) {
        ArrayNode rooms = Json.array();
        for (Charter charter : session.rooms().values()) {
            ObjectNode room = room(charter);
            rooms.add(room);
            ArrayNode links = room.putArray("links");
            session.links().values().stream()
                    .filter(l -> l.room().equals(charter.room()))
                    .forEach(l -> links.add(link(session, l)));
        }
        return rooms;
    }

    private ObjectNode room(Charter charter) {
        return Json.object()
                .put("id", charter.room().value())
                .put("title", charter.title())
                .put("access", charter.access() == Access.OPEN ? "open" : "closed")
                .put("onRecord", charter.onRecord())
                .put("url", baseUrl + "/r/" + charter.room());
    }

    public ObjectNode link(Session session, Link link) {
        String token = key.linkToken(session.id(), link.id(), link.issue());
        ObjectNode node =
                Json.object()
                        .put("link", link.id().value())
                        .put("role", link.person().role().wire())
                        .put("shared", link.kind() == Link.Kind.SHARED)
                        .put("name", link.person().name())
                        .put("url", baseUrl + "/j/" + token)
                        .put("token", token)
                        .put("revoked", link.revoked());
        link.expiresAtMs().ifPresent(ms -> node.put("expiresAt", ms));
        if (link.closed()) {
            node.put("closed", true);
        }
        return node;
    }
}
