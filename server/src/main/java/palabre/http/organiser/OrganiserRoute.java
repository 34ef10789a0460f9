package palabre.http.organiser;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import palabre.codec.Fields;
import palabre.codec.Json;
import palabre.codec.PeopleFile;
import palabre.codec.SessionFile;
import palabre.codec.Unreadable;
import palabre.core.Code;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.room.Access;
import palabre.core.seats.Person;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.http.base.Problems;
import palabre.http.base.Visitor;
import palabre.http.guard.ConnectionGuard;
import palabre.http.guard.Doorkeeper;
import palabre.live.Rooms;
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;
import palabre.sessions.Imports;
import palabre.sessions.Once;
import palabre.sessions.Preparation;
import palabre.sessions.Sessions;

/**
 * {@code /api/sessions}: sessions, rooms and invitations, for the holder of an organiser's token.
 */
public final class OrganiserRoute extends OrganiserApi {
    private final Sessions sessions;
    private final Imports imports;
    private final Rooms rooms;
    private final Supplier<OrganiserLinks> links;
    private final ServerKey key;

    public OrganiserRoute(OrganiserParts parts, Desk desk) {
        super(desk);
        this.sessions = parts.sessions();
        this.imports = parts.imports();
        this.rooms = parts.rooms();
        this.links = parts.links();
        this.key = parts.key();
    }

    /** {@code PUT /api/sessions/{id}/plan}: the plan as a whole, in place of the one before. */
    public void changePlan(RoutingContext ctx) {
        only(
                ctx,
                200,
                () -> {
                    SessionFile.PlanFile file =
                            SessionFile.PlanFile.read(Json.parse(Visitor.body(ctx)));
                    return sound(file.faults())
                            .compose(_ -> session(ctx))
                            .compose(s -> desk.preparation(ctx).change(s.id(), file.plan()))
                            .compose(s -> rooms.brief(s).map(s))
                            .map(s -> links.get().session(s));
                });
    }

    /** Before a large body is read: it must be an organiser's, and not be refused at its end. */
    public void letFileIn(RoutingContext ctx, ConnectionGuard guard) {
        if (desk.byBearer(ctx).isEmpty()) {
            return;
        }
        if (imports.full() || !guard.letFileIn(ctx.request())) {
            Problems.answer(ctx.response(), Code.IMPORTS_WAITING);
        } else {
            ctx.next();
        }
    }

    /** {@code POST /api/sessions/{id}/people}: a table of people as spreadsheets write it. */
    public void addPeople(RoutingContext ctx) {
        only(
                ctx,
                201,
                () -> {
                    byte[] table = Visitor.body(ctx);
                    Once once = key(ctx).map(k -> Once.of(k, table)).orElseGet(Once::anew);
                    return imports.run(() ->
                            session(ctx)
                                    .compose(s ->
                                            desk.preparation(ctx)
                                                    .inviteAll(
                                                            s.id(),
                                                            once,
                                                            now -> PeopleFile.read(table, now)))
                                    .map(s -> links.get().session(s)));
                });
    }

    /** {@code GET /api/sessions/{id}/file}: what would make such a session again. */
    public void file(RoutingContext ctx) {
        only(ctx, 200, () -> session(ctx).map(SessionFile::write));
    }

    /** {@code GET /api/sessions}: each by itself is asked for its invitations. */
    public void list(RoutingContext ctx) {
        only(
                ctx,
                200,
                () -> {
                    ArrayNode all = Json.array();
                    sessions.all().stream()
                            .filter(Desk.who(ctx)::runs)
                            .forEach(s -> all.add(desk.damages().tell(links.get().entry(s), s)));
                    desk.damages().unreadable(Desk.who(ctx)).forEach(all::add);
                    return Future.succeededFuture(all);
                });
    }

    public void show(RoutingContext ctx) {
        only(ctx, 200, () -> session(ctx).map(s -> desk.damages().tell(links.get().session(s), s)));
    }

    public void create(RoutingContext ctx) {
        only(
                ctx,
                201,
                () -> {
                    UnaryOperator<String> ids = ids(ctx);
                    return imports.run(() -> {
                        SessionFile file = SessionFile.read(Json.parse(Visitor.body(ctx)));
                        return sound(file.faults())
                                .compose(_ -> desk.preparation(ctx).create(file, ids))
                                .map(s -> links.get().session(s));
                    });
                });
    }

    /** The ids of a new session and of its rooms: what is sent again makes the same one. */
    private UnaryOperator<String> ids(RoutingContext ctx) throws Unreadable {
        return key(ctx).<UnaryOperator<String>>map(
                        k -> part -> key.formId("create", Desk.who(ctx).seat(), k, part))
                .orElseGet(() -> _ -> Base32.random(16));
    }

    public void addLink(RoutingContext ctx) {
        only(
                ctx,
                201,
                () -> {
                    Fields f =
                            Fields.of(
                                    Json.parse(Visitor.body(ctx)),
                                    Set.of(
                                            "room",
                                            "role",
                                            "name",
                                            "shared",
                                            "team",
                                            "sector",
                                            "site",
                                            "expiresAt"));
                    RoomId room = roomId(f.name("room"));
                    Person person =
                            new Person(
                                    f.name("name"),
                                    f.role(),
                                    f.text("team", 80).orElse(""),
                                    f.text("sector", 80).orElse(""),
                                    f.text("site", 80).orElse(""));
                    Link.Kind kind =
                            f.flag("shared", false) ? Link.Kind.SHARED : Link.Kind.PERSONAL;
                    Optional<Long> expires = f.number("expiresAt");
                    OptionalLong at =
                            expires.isPresent()
                                    ? OptionalLong.of(expires.get())
                                    : OptionalLong.empty();
                    return session(ctx)
                            .compose(s ->
                                    desk.preparation(ctx).invite(s.id(), room, kind, person, at))
                            .map(i -> links.get().link(i.session(), i.link()));
                });
    }

    public void revokeLink(RoutingContext ctx) {
        only(
                ctx,
                200,
                () -> session(ctx).compose(s -> revoke(ctx, s)).map(s -> links.get().session(s)));
    }

    /** Withdraws the invitation and ends what is connected by it. */
    private Future<Session> revoke(RoutingContext ctx, Session session) {
        String id = String.valueOf(ctx.pathParam("link"));
        Optional<Link> link =
                session.links().values().stream()
                        .filter(l -> l.id().value().equals(id))
                        .findFirst();
        if (link.isEmpty()) {
            return Future.failedFuture(new Doorkeeper.Refusal(Code.UNKNOWN_LINK));
        }
        LinkId linkId = link.get().id();
        return desk.preparation(ctx)
                .revoke(session.id(), linkId)
                .onSuccess(now -> rooms.endLink(now, linkId));
    }

    private static RoomId roomId(String value) throws Unreadable {
        try {
            return new RoomId(value);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Code.BAD_FIELD);
        }
    }

    /** {@code POST /api/sessions/{id}/rooms}: {@code {"title":…,"access":…,"onRecord":…}}. */
    public void addRoom(RoutingContext ctx) {
        only(
                ctx,
                201,
                () -> {
                    Fields f =
                            Fields.of(
                                    Json.parse(Visitor.body(ctx)),
                                    Set.of("title", "access", "onRecord"));
                    Preparation.RoomPlan plan =
                            new Preparation.RoomPlan(
                                    f.title("title"),
                                    f.text("access", 10).filter("open"::equals).isPresent()
                                            ? Access.OPEN
                                            : Access.CLOSED,
                                    f.flag("onRecord", true));
                    return session(ctx)
                            .compose(s -> desk.preparation(ctx).addRoom(s.id(), plan))
                            .map(s -> links.get().session(s));
                });
    }

    /** {@code POST /api/sessions/{id}/links/{link}/reissue}. */
    public void reissueLink(RoutingContext ctx) {
        only(
                ctx,
                200,
                () ->
                        session(ctx)
                                .compose(s ->
                                        desk.preparation(ctx)
                                                .reissue(s.id(), linkId(ctx))
                                                .onSuccess(now -> rooms.endLink(now, linkId(ctx))))
                                .map(s -> links.get().session(s)));
    }

    /** {@code POST /api/sessions/{id}/links/{link}/close} and {@code …/open}. */
    public void closeLink(RoutingContext ctx) {
        door(ctx, Preparation::close);
    }

    public void openLink(RoutingContext ctx) {
        door(ctx, Preparation::open);
    }

    private interface Door {
        Future<Session> act(Preparation preparation, SessionId session, LinkId link);
    }

    private void door(RoutingContext ctx, Door door) {
        only(
                ctx,
                200,
                () ->
                        session(ctx)
                                .compose(s -> door.act(desk.preparation(ctx), s.id(), linkId(ctx)))
                                .onSuccess(rooms::brief)
                                .map(s -> links.get().session(s)));
    }

    private static LinkId linkId(RoutingContext ctx) {
        return new LinkId(String.valueOf(ctx.pathParam("link")));
    }
}
