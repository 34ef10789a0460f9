package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.session.Link;
import palabre.core.session.SessionEvent;

/** Session events: {@code {"ev":"link.revoked","link":"4"}}. */
public final class SessionEventCodec implements EventCodec<SessionEvent> {
    private final SessionId session;

    public SessionEventCodec(SessionId session) {
        this.session = session;
    }

    @Override
    public ObjectNode write(SessionEvent event) {
        return switch (event) {
            case SessionEvent.SessionCreated e ->
                    Json.object().put("ev", "session.created").put("title", e.title());
            case SessionEvent.SessionPlanned e -> {
                ObjectNode node = Json.object().put("ev", "session.planned");
                node.set("plan", PlanCodec.write(e.plan()));
                yield node;
            }
            case SessionEvent.RoomAdded e -> write(e.charter());
            case SessionEvent.LinkAdded e -> write(e.link());
            case SessionEvent.LinkRevoked e ->
                    Json.object().put("ev", "link.revoked").put("link", e.link().value());
        };
    }

    private static ObjectNode write(Charter charter) {
        return Json.object()
                .put("ev", "room.added")
                .put("room", charter.room().value())
                .put("title", charter.title())
                .put("access", charter.access() == Access.OPEN ? "open" : "closed")
                .put("onRecord", charter.onRecord());
    }

    private static ObjectNode write(Link link) {
        ObjectNode node =
                Json.object()
                        .put("ev", "link.added")
                        .put("link", link.id().value())
                        .put("shared", link.kind() == Link.Kind.SHARED)
                        .put("room", link.room().value());
        PersonCodec.write(node, link.person());
        if (!link.language().isEmpty()) {
            node.put("language", link.language());
        }
        link.expiresAtMs().ifPresent(ms -> node.put("expiresAt", ms));
        return node;
    }

    @Override
    public SessionEvent read(JsonNode n) {
        return switch (n.path("ev").textValue()) {
            case "session.created" -> new SessionEvent.SessionCreated(n.path("title").textValue());
            case "session.planned" ->
                    new SessionEvent.SessionPlanned(PlanCodec.read(n.path("plan")));
            case "room.added" ->
                    new SessionEvent.RoomAdded(
                            new Charter(
                                    room(n),
                                    session,
                                    n.path("title").textValue(),
                                    n.path("access").textValue().equals("open")
                                            ? Access.OPEN
                                            : Access.CLOSED,
                                    n.path("onRecord").booleanValue()));
            case "link.added" -> new SessionEvent.LinkAdded(readLink(n));
            case "link.revoked" -> new SessionEvent.LinkRevoked(link(n));
            default -> throw new IllegalStateException("no such event: " + n.path("ev"));
        };
    }

    private static Link readLink(JsonNode n) {
        return new Link(
                link(n),
                n.path("shared").booleanValue() ? Link.Kind.SHARED : Link.Kind.PERSONAL,
                room(n),
                PersonCodec.read(n),
                n.path("language").asText(),
                n.has("expiresAt")
                        ? OptionalLong.of(n.path("expiresAt").longValue())
                        : OptionalLong.empty(),
                false);
    }

    private static RoomId room(JsonNode node) {
        return new RoomId(node.path("room").textValue());
    }

    private static LinkId link(JsonNode node) {
        return new LinkId(node.path("link").textValue());
    }
}
