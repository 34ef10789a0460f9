package palabre.http.organiser;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import palabre.codec.Fields;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.coordination.Eraser;
import palabre.core.Code;
import palabre.core.SessionId;
import palabre.core.session.Organiser;
import palabre.core.session.Session;
import palabre.http.base.Visitor;
import palabre.sessions.Organisers;
import palabre.sessions.Sessions;

/** {@code /api/sessions/{id}}: what becomes of a session over time. */
public final class LifecycleRoute extends OrganiserApi {
    private final Sessions sessions;
    private final Organisers organisers;
    private final Eraser eraser;
    private final Supplier<OrganiserLinks> links;

    public LifecycleRoute(OrganiserParts parts, Desk desk) {
        super(desk);
        this.sessions = parts.sessions();
        this.organisers = parts.organisers();
        this.eraser = parts.eraser();
        this.links = parts.links();
    }

    /** {@code PUT /api/sessions/{id}/exchange}: {@code {"exchange":…,"previous":…}}. */
    public void exchange(RoutingContext ctx) {
        only(
                ctx,
                200,
                () -> {
                    Fields f =
                            Fields.of(
                                    Json.parse(Visitor.body(ctx)), Set.of("exchange", "previous"));
                    String exchange = f.title("exchange");
                    Optional<SessionId> previous = Optional.empty();
                    if (f.has("previous")) {
                        previous = Optional.of(sessionId(f.name("previous")));
                    }
                    Optional<SessionId> before = previous;
                    return session(ctx)
                            .compose(s -> desk.preparation(ctx).follow(s.id(), exchange, before))
                            .map(s -> links.get().session(s));
                });
    }

    private static SessionId sessionId(String value) throws Unreadable {
        try {
            return new SessionId(value);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Code.BAD_FIELD);
        }
    }

    /** {@code PUT /api/sessions/{id}/course}: {@code {"archived":…,"keepDays":…}}. */
    public void lifecycle(RoutingContext ctx) {
        only(
                ctx,
                200,
                () -> {
                    Fields f =
                            Fields.of(
                                    Json.parse(Visitor.body(ctx)), Set.of("archived", "keepDays"));
                    Optional<Boolean> archived = f.choice("archived");
                    Optional<Long> days = f.number("keepDays", 0, 99_999);
                    return session(ctx)
                            .compose(s ->
                                    archived.isPresent()
                                            ? desk.preparation(ctx).archive(s.id(), archived.get())
                                            : Future.succeededFuture(s))
                            .compose(s ->
                                    days.isPresent()
                                            ? desk.preparation(ctx)
                                                    .keep(s.id(), days.get().intValue())
                                            : Future.succeededFuture(s))
                            .map(s -> links.get().session(s));
                });
    }

    /** {@code PUT /api/sessions/{id}/organiser}: {@code {"organiser":3}}; 0 is the host. */
    public void entrust(RoutingContext ctx) {
        onlyHost(
                ctx,
                200,
                () -> {
                    Fields f = Fields.of(Json.parse(Visitor.body(ctx)), Set.of("organiser"));
                    int number = f.number("organiser", 0, 99_999).orElse(-1L).intValue();
                    Organiser to =
                            organisers
                                    .find(number)
                                    .filter(o -> !o.withdrawn())
                                    .orElseThrow(() -> new Unreadable(Code.UNKNOWN_ORGANISER));
                    return session(ctx)
                            .compose(s -> desk.preparation(ctx).entrust(s.id(), to))
                            .map(s -> links.get().session(s));
                });
    }

    /** {@code GET /api/sessions/{id}/audit}: what was done to it, the oldest first. */
    public void audit(RoutingContext ctx) {
        only(
                ctx,
                200,
                () ->
                        session(ctx)
                                .compose(s -> sessions.history(s.id()))
                                .map(acts -> {
                                    ArrayNode all = Json.array();
                                    for (Sessions.Act act : acts) {
                                        all.addObject()
                                                .put("at", act.atMs())
                                                .put("by", act.by())
                                                .setAll((ObjectNode) act.what());
                                    }
                                    return all;
                                }));
    }

    /** {@code DELETE /api/sessions/{id}}: erases it, damaged or not; the answer is the proof. */
    public void erase(RoutingContext ctx) {
        only(
                ctx,
                200,
                () ->
                        desk.damaged(ctx)
                                .map(Future::succeededFuture)
                                .orElseGet(() -> session(ctx).map(Session::id))
                                .compose(id -> eraser.erase(id, "by " + Desk.who(ctx).seat()))
                                .map(proof -> {
                                    ObjectNode node =
                                            Json.object()
                                                    .put("erased", proof.session().value())
                                                    .put("at", proof.atMs());
                                    ArrayNode copies = node.putArray("copies");
                                    proof.copies().forEach(c -> copies.add(c.toString()));
                                    ArrayNode left = node.putArray("unreachable");
                                    proof.unreachable().forEach(c -> left.add(c.toString()));
                                    return node;
                                }));
    }
}
