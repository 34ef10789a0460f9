package palabre.http.organiser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import palabre.codec.Fault;
import palabre.codec.Json;
import palabre.codec.PeopleFile;
import palabre.codec.PersonEntry;
import palabre.codec.SessionFile;
import palabre.coordination.Eraser;
import palabre.core.Code;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.Texts;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.TakenOver;
import palabre.core.session.Link;
import palabre.core.session.Organiser;
import palabre.core.session.Session;
import palabre.http.base.Pages;
import palabre.http.base.Visitor;
import palabre.http.guard.Doorkeeper;
import palabre.live.Rooms;
import palabre.mail.Letters;
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;
import palabre.sessions.Imports;
import palabre.sessions.Once;
import palabre.sessions.Organisers;
import palabre.sessions.Preparation;
import palabre.sessions.Sessions;
import palabre.text.Messages;
import palabre.writer.Ticker;

/** {@code /o/{token}/{session}}: one session, for its organiser, as pages and forms. */
public final class SessionRoute {
    private final Desk desk;
    private final Sessions sessions;
    private final Imports imports;
    private final Organisers organisers;
    private final ServerKey key;
    private final Rooms rooms;
    private final Ticker ticker;
    private final Eraser eraser;
    private final Optional<Letters> letters;
    private final Supplier<OrganiserLinks> links;

    public SessionRoute(OrganiserParts parts, Desk desk) {
        this.desk = desk;
        this.sessions = parts.sessions();
        this.imports = parts.imports();
        this.organisers = parts.organisers();
        this.key = parts.key();
        this.ticker = parts.ticker();
        this.rooms = parts.rooms();
        this.eraser = parts.eraser();
        this.letters = parts.letters();
        this.links = parts.links();
    }

    public void show(RoutingContext ctx) {
        desk.sessionOfLink(ctx).ifPresent(s -> page(ctx, s, List.of(), ""));
    }

    private void page(RoutingContext ctx, Session session, List<Fault> faults, String done) {
        Messages m = Visitor.language(ctx);
        String address = "/o/" + ctx.pathParam("token") + "/" + session.id();
        Collection<Organiser> others = Desk.who(ctx).isHost() ? organisers.appointed() : List.of();
        SessionPage page =
                new SessionPage(
                        m,
                        session,
                        links.get(),
                        address,
                        letters.isPresent(),
                        others,
                        ticker.nowMs(),
                        PeopleWindow.of(ctx),
                        faults,
                        done);
        Pages.send(ctx, faults.isEmpty() ? 200 : 400, page);
    }

    public void file(RoutingContext ctx) {
        desk.sessionOfLink(ctx).ifPresent(s -> YamlFile.send(ctx, s));
    }

    public void audit(RoutingContext ctx) {
        desk.sessionOfLink(ctx)
                .ifPresent(s ->
                        sessions.history(s.id())
                                .map(acts ->
                                        AuditPage.of(Visitor.language(ctx), s, acts, organisers))
                                .onSuccess(page -> Pages.send(ctx, 200, page))
                                .onFailure(_ -> Pages.nothing(ctx, Code.STORE_UNAVAILABLE)));
    }

    public void act(RoutingContext ctx) {
        Optional<SessionId> damaged = desk.damagedOfLink(ctx);
        if (damaged.isPresent() && field(ctx, "sure").strip().equals(damaged.get().value())) {
            erase(ctx, damaged.get());
            return;
        }
        Optional<Session> session = desk.sessionOfLink(ctx);
        if (session.isEmpty()) {
            return;
        }
        Session s = session.get();
        switch (field(ctx, "do")) {
            case "plan" -> plan(ctx, s);
            case "room" -> then(ctx, s, room(ctx, s), "organiser.saved");
            case "person" -> person(ctx, s);
            case "people" -> people(ctx, s);
            case "reissue" ->
                    then(ctx, s, ending(ctx, s, Preparation::reissue), "organiser.reissued");
            case "revoke" -> then(ctx, s, ending(ctx, s, Preparation::revoke), "organiser.saved");
            case "close" -> then(ctx, s, onLink(ctx, s, Preparation::close), "organiser.saved");
            case "open" -> then(ctx, s, onLink(ctx, s, Preparation::open), "organiser.saved");
            case "handover" -> handOver(ctx, s);
            case "send" ->
                    letters.ifPresentOrElse(
                            l -> then(ctx, s, l.invite(s), "organiser.sent"),
                            () -> page(ctx, s, List.of(), ""));
            case "archive" ->
                    then(
                            ctx,
                            s,
                            desk.preparation(ctx)
                                    .archive(s.id(), field(ctx, "archived").equals("1")),
                            "organiser.saved");
            case "keep" -> keep(ctx, s);
            case "entrust" -> then(ctx, s, entrust(ctx, s), "organiser.saved");
            case "next" -> next(ctx, s);
            case "erase" -> erase(ctx, s);
            default -> page(ctx, s, List.of(new Fault("", Code.BAD_FIELD)), "");
        }
    }

    private static String field(RoutingContext ctx, String name) {
        return Optional.ofNullable(ctx.request().getFormAttribute(name)).orElse("");
    }

    /** The id of what a form makes, which is the same however often it is sent. */
    private String formId(RoutingContext ctx, Session s, String what) {
        String form = field(ctx, "form").isEmpty() ? Base32.random(16) : field(ctx, "form");
        return key.formId(String.valueOf(ctx.pathParam("token")), s.id(), form, what);
    }

    private static SessionForm form(RoutingContext ctx) {
        return new SessionForm(name -> field(ctx, name));
    }

    /** Shows the session as it is afterwards, or what was wrong. */
    private void then(RoutingContext ctx, Session s, Future<?> done, String key) {
        then(ctx, s, done.map(key));
    }

    private void then(RoutingContext ctx, Session s, Future<String> done) {
        done.onSuccess(key -> page(ctx, now(s), List.of(), Visitor.language(ctx).text(key)))
                .onFailure(f -> page(ctx, s, faults(f), ""));
    }

    private static Code codeOf(Throwable failure) {
        return failure instanceof Preparation.NotPrepared n ? n.code() : Doorkeeper.codeOf(failure);
    }

    private void plan(RoutingContext ctx, Session s) {
        String title = field(ctx, "title").strip();
        SessionFile.PlanFile file = SessionFile.PlanFile.read(form(ctx).plan());
        if (!file.faults().isEmpty()) {
            page(ctx, s, file.faults(), "");
        } else if (title.isEmpty() || !Texts.isLine(title, Texts.LINE_MAX)) {
            page(ctx, s, List.of(new Fault("title", Code.BAD_FIELD)), "");
        } else {
            then(
                    ctx,
                    s,
                    desk.preparation(ctx)
                            .retitle(s.id(), title)
                            .compose(_ -> desk.preparation(ctx).change(s.id(), file.plan()))
                            .compose(now -> rooms.brief(now).compose(_ -> saved(s, now))));
        }
    }

    /** The agenda in the room may be the chair's already: then a plan does not change it. */
    private Future<String> saved(Session before, Session now) {
        Optional<Charter> main = now.mainRoom();
        if (main.isEmpty() || before.plan().agenda().equals(now.plan().agenda())) {
            return Future.succeededFuture("organiser.saved");
        }
        return rooms.live(main.get())
                .compose(room -> room.look(v -> v.room().meeting().takenOver()))
                .map(own ->
                        own.contains(TakenOver.AGENDA)
                                ? "organiser.savedBeside"
                                : "organiser.saved");
    }

    private Future<?> room(RoutingContext ctx, Session s) {
        String title = field(ctx, "title").strip();
        if (title.isEmpty() || !Texts.isLine(title, Texts.LINE_MAX)) {
            return Future.failedFuture(new Doorkeeper.Refusal(Code.BAD_FIELD));
        }
        Access access = field(ctx, "access").equals("open") ? Access.OPEN : Access.CLOSED;
        return desk.preparation(ctx)
                .addRoom(
                        s.id(),
                        new RoomId(formId(ctx, s, "room " + title)),
                        new Preparation.RoomPlan(
                                title, access, !field(ctx, "record").equals("off")));
    }

    private void person(RoutingContext ctx, Session s) {
        ObjectNode person = form(ctx).person();
        Optional<RoomId> room =
                s.rooms().keySet().stream()
                        .filter(r -> r.value().equals(field(ctx, "room")))
                        .findFirst();
        PeopleFile file = PeopleFile.one(person, s, room);
        if (!file.faults().isEmpty()) {
            page(ctx, s, file.faults(), "");
        } else if (field(ctx, "shared").isEmpty()) {
            Once once = once(ctx, s, Json.write(person).getBytes(StandardCharsets.UTF_8));
            then(
                    ctx,
                    s,
                    desk.preparation(ctx).inviteAll(s.id(), once, _ -> file),
                    "organiser.invited");
        } else {
            PersonEntry one = file.people().getFirst();
            then(
                    ctx,
                    s,
                    desk.preparation(ctx)
                            .invite(
                                    s.id(),
                                    file.rooms().values().iterator().next(),
                                    Link.Kind.SHARED,
                                    one.person(),
                                    OptionalLong.empty()),
                    "organiser.invited");
        }
    }

    private void people(RoutingContext ctx, Session s) {
        byte[] table = field(ctx, "table").getBytes(StandardCharsets.UTF_8);
        String done = Visitor.language(ctx).text("organiser.invited");
        Once once = once(ctx, s, table);
        imports.run(() ->
                        desk.preparation(ctx)
                                .inviteAll(s.id(), once, n -> PeopleFile.read(table, n)))
                .onSuccess(now -> page(ctx, now, List.of(), done))
                .onFailure(f -> page(ctx, now(s), faults(f), ""));
    }

    /** A form that is sent twice invites once; with other people in it, it is another. */
    private Once once(RoutingContext ctx, Session s, byte[] people) {
        return Once.of(formId(ctx, s, "people " + ServerKey.lookup(people)), people);
    }

    private static List<Fault> faults(Throwable failure) {
        return failure instanceof Preparation.Faulty f
                ? f.faults()
                : List.of(new Fault("", codeOf(failure)));
    }

    private Session now(Session s) {
        return sessions.find(s.id()).orElse(s);
    }

    private interface OnLink {
        Future<Session> act(Preparation preparation, SessionId session, LinkId link);
    }

    /** The link that the form is about. */
    private static Optional<Link> link(RoutingContext ctx, Session s) {
        return s.links().values().stream()
                .filter(l -> l.id().value().equals(field(ctx, "link")))
                .findFirst();
    }

    private Future<Session> onLink(RoutingContext ctx, Session s, OnLink act) {
        return link(ctx, s)
                .map(l -> act.act(desk.preparation(ctx), s.id(), l.id()).onSuccess(rooms::brief))
                .orElseGet(() -> Future.failedFuture(new Doorkeeper.Refusal(Code.UNKNOWN_LINK)));
    }

    /** The same; what is connected by the link as it was is ended. */
    private Future<?> ending(RoutingContext ctx, Session s, OnLink act) {
        return onLink(ctx, s, act)
                .onSuccess(now -> rooms.endLink(now, new LinkId(field(ctx, "link"))));
    }

    private void handOver(RoutingContext ctx, Session s) {
        Optional<Link> link = link(ctx, s);
        PeopleFile file = PeopleFile.one(form(ctx).person(), s, link.map(Link::room));
        if (link.isEmpty()) {
            page(ctx, s, List.of(new Fault("", Code.UNKNOWN_LINK)), "");
        } else if (!file.faults().isEmpty()) {
            page(ctx, s, file.faults(), "");
        } else {
            PersonEntry one = file.people().getFirst();
            then(
                    ctx,
                    s,
                    desk.preparation(ctx)
                            .handOver(s.id(), link.get(), one, ticker.nowMs())
                            .onSuccess(now -> rooms.endLink(now, link.get().id()))
                            .compose(this::told),
                    "organiser.reissued");
        }
    }

    /** The rooms that are in memory know it at once, others when they are opened. */
    private Future<?> told(Session session) {
        return Future.all(
                session.rooms().keySet().stream()
                        .flatMap(r -> rooms.known(r).stream())
                        .map(r -> r.brief(session))
                        .toList());
    }

    private void keep(RoutingContext ctx, Session s) {
        String days = field(ctx, "days");
        if (days.matches("\\d{1,5}")) {
            then(
                    ctx,
                    s,
                    desk.preparation(ctx).keep(s.id(), Integer.parseInt(days)),
                    "organiser.saved");
        } else {
            page(ctx, s, List.of(new Fault("days", Code.BAD_FIELD)), "");
        }
    }

    /** By the host alone. */
    private Future<?> entrust(RoutingContext ctx, Session s) {
        String number = field(ctx, "organiser");
        return organisers
                .find(number.matches("\\d{1,5}") ? Integer.parseInt(number) : -1)
                .filter(o -> Desk.who(ctx).isHost() && !o.withdrawn())
                .<Future<?>>map(o -> desk.preparation(ctx).entrust(s.id(), o))
                .orElseGet(
                        () -> Future.failedFuture(new Doorkeeper.Refusal(Code.UNKNOWN_ORGANISER)));
    }

    private void next(RoutingContext ctx, Session s) {
        Future.join(s.mainRoom().stream().map(c -> rooms.recorded(c)).toList())
                .compose(read ->
                        desk.preparation(ctx)
                                .follow(
                                        s,
                                        read.size() == 0
                                                ? Optional.empty()
                                                : Optional.of(
                                                        read.<Room>resultAt(0).meeting().results()),
                                        part -> formId(ctx, s, "next " + part)))
                .onSuccess(made ->
                        ctx.response()
                                .setStatusCode(303)
                                .putHeader(
                                        "Location",
                                        "/o/" + ctx.pathParam("token") + "/" + made.id())
                                .end())
                .onFailure(f -> page(ctx, s, faults(f), ""));
    }

    /** Only for who has written the title: nothing brings it back. */
    private void erase(RoutingContext ctx, Session s) {
        if (!field(ctx, "sure").strip().equals(s.title())) {
            page(ctx, s, List.of(new Fault("", Code.BAD_FIELD)), "");
            return;
        }
        erase(ctx, s.id());
    }

    private void erase(RoutingContext ctx, SessionId id) {
        String address = "/o/" + ctx.pathParam("token");
        Messages m = Visitor.language(ctx);
        eraser.erase(id, "by " + Desk.who(ctx).seat())
                .onSuccess(proof -> Pages.send(ctx, 200, new ErasedPage(m, proof, address)))
                .onFailure(_ -> Pages.nothing(ctx, Code.STORE_UNAVAILABLE));
    }
}
