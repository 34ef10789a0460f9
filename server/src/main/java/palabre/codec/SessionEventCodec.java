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
            case SessionEvent.SessionEntrusted e -> named("session.entrusted", e);
            case SessionEvent.SessionPlanned e -> {
                ObjectNode node = Json.object().put("ev", "session.planned");
                node.set("plan", PlanCodec.write(e.plan()));
                yield node;
            }
            case SessionEvent.RoomAdded e -> write(e.charter());
            case SessionEvent.LinkAdded e -> write(e.link());
            case SessionEvent.LinkRevoked e -> named("link.revoked", e);
            case SessionEvent.LinkClosed e -> named("link.closed", e);
            case SessionEvent.LinkOpened e -> named("link.opened", e);
            case SessionEvent.LinkReissued e -> named("link.reissued", e);
            case SessionEvent.LinkHandedOver e -> named("link.handed", e);
            case SessionEvent.DeliveryNoted e -> named("link.delivery", e);
            case SessionEvent.GroupsOpened e -> named("groups.opened", e);
            case SessionEvent.GroupsCalledBack e -> named("groups.called", e);
            case SessionEvent.SeatsPlaced e -> named("seats.placed", e);
            case SessionEvent.RoomsFollowed e -> named("rooms.followed", e);
            case SessionEvent.ModeSwitched e -> named("mode.switched", e);
            case SessionEvent.SessionClosed e -> named("session.closed", e);
            case SessionEvent.SessionArchived e -> named("session.archived", e);
            case SessionEvent.RetentionSet e -> named("session.keep", e);
            case SessionEvent.SessionFollows e -> named("session.follows", e);
            case SessionEvent.Evaluated e -> named("session.evaluated", e);
            case SessionEvent.EvaluationGiven e -> named("session.evaluation", e);
        };
    }

    private static ObjectNode named(String name, SessionEvent event) {
        return Json.object().put("ev", name).setAll(Shapes.write(event));
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
        PlanCodec.text(node, "mail", link.mail());
        PlanCodec.text(node, "zone", link.zone());
        link.expiresAtMs().ifPresent(ms -> node.put("expiresAt", ms));
        return node;
    }

    @Override
    public SessionEvent read(JsonNode n) {
        return switch (n.path("ev").textValue()) {
            case "session.created" -> new SessionEvent.SessionCreated(n.path("title").textValue());
            case "session.entrusted" -> Shapes.read(n, SessionEvent.SessionEntrusted.class);
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
            case "link.closed" -> new SessionEvent.LinkClosed(link(n));
            case "link.opened" -> new SessionEvent.LinkOpened(link(n));
            case "link.reissued" -> Shapes.read(n, SessionEvent.LinkReissued.class);
            case "link.handed" -> Shapes.read(n, SessionEvent.LinkHandedOver.class);
            case "link.delivery" -> Shapes.read(n, SessionEvent.DeliveryNoted.class);
            case "groups.opened" -> Shapes.read(n, SessionEvent.GroupsOpened.class);
            case "groups.called" -> Shapes.read(n, SessionEvent.GroupsCalledBack.class);
            case "seats.placed" -> Shapes.read(n, SessionEvent.SeatsPlaced.class);
            case "rooms.followed" -> new SessionEvent.RoomsFollowed();
            case "mode.switched" -> Shapes.read(n, SessionEvent.ModeSwitched.class);
            case "session.closed" -> Shapes.read(n, SessionEvent.SessionClosed.class);
            case "session.archived" -> Shapes.read(n, SessionEvent.SessionArchived.class);
            case "session.keep" -> Shapes.read(n, SessionEvent.RetentionSet.class);
            case "session.follows" -> Shapes.read(n, SessionEvent.SessionFollows.class);
            case "session.evaluated" -> Shapes.read(n, SessionEvent.Evaluated.class);
            case "session.evaluation" -> Shapes.read(n, SessionEvent.EvaluationGiven.class);
            default -> throw new IllegalStateException("no such event: " + n.path("ev"));
        };
    }

    private static Link readLink(JsonNode n) {
        Link.Kind kind = n.path("shared").booleanValue() ? Link.Kind.SHARED : Link.Kind.PERSONAL;
        OptionalLong expires =
                n.has("expiresAt")
                        ? OptionalLong.of(n.path("expiresAt").longValue())
                        : OptionalLong.empty();
        return Link.of(link(n), kind, room(n), PersonCodec.read(n))
                .speaking(
                        n.path("language").asText(),
                        n.path("mail").asText(),
                        n.path("zone").asText())
                .until(expires);
    }

    private static RoomId room(JsonNode node) {
        return new RoomId(node.path("room").textValue());
    }

    private static LinkId link(JsonNode node) {
        return new LinkId(node.path("link").textValue());
    }
}
