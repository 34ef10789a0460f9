package palabre.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import palabre.access.Gate;
import palabre.codec.Fault;
import palabre.codec.PeopleFile;
import palabre.codec.SessionFile;
import palabre.conduct.Eraser;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.Texts;
import palabre.core.room.Access;
import palabre.core.room.Room;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.live.Rooms;
import palabre.mail.Letters;
import palabre.sessions.Preparation;
import palabre.sessions.Sessions;
import palabre.text.Html;
import palabre.text.Messages;

/** {@code /o/{token}/{session}}: one session, for its organiser, as pages and forms. */
final class SessionRoute {
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .build();

    private final Gate gate;
    private final Sessions sessions;
    private final Preparation preparation;
    private final Rooms rooms;
    private final Eraser eraser;
    private final Optional<Letters> letters;
    private final Supplier<OrganiserLinks> links;
    private final Doorkeeper doorkeeper;

    SessionRoute(Routes.Parts parts, Doorkeeper doorkeeper) {
        this.gate = parts.gate();
        this.sessions = parts.sessions();
        this.preparation = new Preparation(parts.sessions());
        this.rooms = parts.rooms();
        this.eraser = parts.eraser();
        this.letters = parts.letters();
        this.links = parts.links();
        this.doorkeeper = doorkeeper;
    }

    private Optional<Session> session(RoutingContext ctx) {
        Optional<Session> found = Optional.empty();
        if (gate.isOrganiser(String.valueOf(ctx.pathParam("token")))) {
            try {
                found = sessions.find(new SessionId(String.valueOf(ctx.pathParam("session"))));
            } catch (IllegalArgumentException e) {
                found = Optional.empty();
            }
        }
        if (found.isEmpty()) {
            Pages.nothing(ctx, doorkeeper.strangerMayTry(ctx) ? Code.NOT_FOUND : Code.TOO_FAST);
        }
        return found;
    }

    void show(RoutingContext ctx) {
        session(ctx).ifPresent(s -> page(ctx, s, List.of(), ""));
    }

    private void page(RoutingContext ctx, Session session, List<Fault> faults, String done) {
        Messages m = Visitor.language(ctx);
        String address = "/o/" + ctx.pathParam("token") + "/" + session.id();
        SessionPage page = new SessionPage(m, session, links.get(), address, letters.isPresent());
        Pages.send(ctx, faults.isEmpty() ? 200 : 400, page.render(faults, done));
    }

    void file(RoutingContext ctx) {
        session(ctx)
                .ifPresent(s -> {
                    try {
                        ctx.response()
                                .putHeader("Content-Type", "application/yaml; charset=utf-8")
                                .putHeader("Cache-Control", "no-store")
                                .putHeader(
                                        "Content-Disposition",
                                        "attachment; filename=\"session.yaml\"")
                                .end(YAML.writeValueAsString(SessionFile.write(s)));
                    } catch (JsonProcessingException e) {
                        Pages.nothing(ctx, Code.INTERNAL);
                    }
                });
    }

    /** Who did what when. */
    void audit(RoutingContext ctx) {
        session(ctx)
                .ifPresent(s ->
                        sessions.history(s.id())
                                .onSuccess(acts -> {
                                    Messages m = Visitor.language(ctx);
                                    Html page =
                                            Pages.begin(m, s.title(), "", "")
                                                    .element("h1", m.text("organiser.audit"))
                                                    .raw("<ol>");
                                    for (Sessions.Act act : acts) {
                                        page.element(
                                                "li",
                                                Instant.ofEpochMilli(act.atMs())
                                                        + " · "
                                                        + act.by()
                                                        + " · "
                                                        + act.what().path("ev").asText()
                                                        + about(act));
                                    }
                                    Pages.send(ctx, 200, Pages.end(page.raw("</ol>")));
                                })
                                .onFailure(_ -> Pages.nothing(ctx, Code.STORE_UNAVAILABLE)));
    }

    private static String about(Sessions.Act act) {
        String link = act.what().path("link").asText();
        String name = act.what().path("name").asText(act.what().path("title").asText());
        return (link.isEmpty() ? "" : " " + link) + (name.isEmpty() ? "" : " " + name);
    }

    void act(RoutingContext ctx) {
        Optional<Session> session = session(ctx);
        if (session.isEmpty()) {
            return;
        }
        Session s = session.get();
        Messages m = Visitor.language(ctx);
        switch (field(ctx, "do")) {
            case "plan" -> plan(ctx, s);
            case "room" -> then(ctx, s, room(ctx, s), "organiser.saved");
            case "person" -> person(ctx, s);
            case "people" -> people(ctx, s);
            case "reissue" -> then(ctx, s, onLink(ctx, s, this::reissue), "organiser.reissued");
            case "revoke" -> then(ctx, s, onLink(ctx, s, this::revoke), "organiser.saved");
            case "handover" -> handOver(ctx, s);
            case "send" ->
                    letters.ifPresentOrElse(
                            l -> then(ctx, s, l.invite(s), "organiser.sent"),
                            () -> page(ctx, s, List.of(), ""));
            case "archive" ->
                    then(
                            ctx,
                            s,
                            preparation.archive(s.id(), field(ctx, "archived").equals("1")),
                            "organiser.saved");
            case "keep" -> keep(ctx, s);
            case "next" -> next(ctx, s);
            case "erase" -> erase(ctx, s, m);
            default -> page(ctx, s, List.of(new Fault("", Code.BAD_FIELD)), "");
        }
    }

    private static String field(RoutingContext ctx, String name) {
        return Optional.ofNullable(ctx.request().getFormAttribute(name)).orElse("");
    }

    private static SessionForm form(RoutingContext ctx) {
        return new SessionForm(name -> field(ctx, name));
    }

    /** Shows the session as it is afterwards, or what was wrong. */
    private void then(RoutingContext ctx, Session s, Future<?> done, String key) {
        done.onSuccess(_ ->
                        page(
                                ctx,
                                sessions.find(s.id()).orElse(s),
                                List.of(),
                                Visitor.language(ctx).text(key)))
                .onFailure(f -> page(ctx, s, List.of(new Fault("", codeOf(f))), ""));
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
                    preparation
                            .retitle(s.id(), title)
                            .compose(_ -> preparation.change(s.id(), file.plan()))
                            .compose(rooms::brief),
                    "organiser.saved");
        }
    }

    private Future<?> room(RoutingContext ctx, Session s) {
        String title = field(ctx, "title").strip();
        if (title.isEmpty() || !Texts.isLine(title, Texts.LINE_MAX)) {
            return Future.failedFuture(new Doorkeeper.Refusal(Code.BAD_FIELD));
        }
        Access access = field(ctx, "access").equals("open") ? Access.OPEN : Access.CLOSED;
        return preparation.addRoom(
                s.id(),
                new Preparation.RoomPlan(title, access, !field(ctx, "record").equals("off")));
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
            then(ctx, s, preparation.inviteAll(s, file), "organiser.invited");
        } else {
            SessionFile.PersonEntry one = file.people().getFirst();
            then(
                    ctx,
                    s,
                    preparation.invite(
                            s.id(),
                            file.rooms().values().iterator().next(),
                            Link.Kind.SHARED,
                            one.person(),
                            OptionalLong.empty()),
                    "organiser.invited");
        }
    }

    private void people(RoutingContext ctx, Session s) {
        PeopleFile file = PeopleFile.read(field(ctx, "table").getBytes(StandardCharsets.UTF_8), s);
        if (file.faults().isEmpty()) {
            then(ctx, s, preparation.inviteAll(s, file), "organiser.invited");
        } else {
            page(ctx, s, file.faults(), "");
        }
    }

    private interface OnLink {
        Future<?> act(Session session, Link link);
    }

    /** The link that the form is about. */
    private static Optional<Link> link(RoutingContext ctx, Session s) {
        return s.links().values().stream()
                .filter(l -> l.id().value().equals(field(ctx, "link")))
                .findFirst();
    }

    private Future<?> onLink(RoutingContext ctx, Session s, OnLink act) {
        return link(ctx, s)
                .<Future<?>>map(l -> act.act(s, l))
                .orElseGet(() -> Future.failedFuture(new Doorkeeper.Refusal(Code.UNKNOWN_LINK)));
    }

    private Future<?> reissue(Session s, Link link) {
        return preparation
                .reissue(s.id(), link.id())
                .onSuccess(now -> rooms.endLink(now, link.id()));
    }

    private Future<?> revoke(Session s, Link link) {
        return preparation
                .revoke(s.id(), link.id())
                .onSuccess(now -> rooms.endLink(now, link.id()));
    }

    private void handOver(RoutingContext ctx, Session s) {
        Optional<Link> link = link(ctx, s);
        PeopleFile file = PeopleFile.one(form(ctx).person(), s, link.map(Link::room));
        if (link.isEmpty()) {
            page(ctx, s, List.of(new Fault("", Code.UNKNOWN_LINK)), "");
        } else if (!file.faults().isEmpty()) {
            page(ctx, s, file.faults(), "");
        } else {
            SessionFile.PersonEntry one = file.people().getFirst();
            then(
                    ctx,
                    s,
                    preparation
                            .handOver(s.id(), link.get(), one)
                            .onSuccess(now -> rooms.endLink(now, link.get().id()))
                            .compose(_ -> rename(s, link.get(), one.person().name())),
                    "organiser.reissued");
        }
    }

    /** The seat that is taken already gets its new name. */
    private Future<Void> rename(Session s, Link link, String name) {
        for (RoomId room : s.rooms().keySet()) {
            rooms.known(room).ifPresent(r -> r.doorway().rename(link.id(), name));
        }
        return Future.succeededFuture();
    }

    private void keep(RoutingContext ctx, Session s) {
        String days = field(ctx, "days");
        if (days.matches("\\d{1,5}")) {
            then(ctx, s, preparation.keep(s.id(), Integer.parseInt(days)), "organiser.saved");
        } else {
            page(ctx, s, List.of(new Fault("days", Code.BAD_FIELD)), "");
        }
    }

    private void next(RoutingContext ctx, Session s) {
        Future.join(s.mainRoom().stream().map(c -> rooms.recorded(c)).toList())
                .compose(read ->
                        preparation.follow(
                                s,
                                read.size() == 0
                                        ? Optional.empty()
                                        : Optional.of(read.<Room>resultAt(0).meeting().results())))
                .onSuccess(made ->
                        ctx.response()
                                .setStatusCode(303)
                                .putHeader(
                                        "Location",
                                        "/o/" + ctx.pathParam("token") + "/" + made.id())
                                .end())
                .onFailure(f -> page(ctx, s, List.of(new Fault("", codeOf(f))), ""));
    }

    /** Only for who has written the title: nothing brings it back. */
    private void erase(RoutingContext ctx, Session s, Messages m) {
        if (!field(ctx, "sure").strip().equals(s.title())) {
            page(ctx, s, List.of(new Fault("", Code.BAD_FIELD)), "");
            return;
        }
        eraser.erase(s.id(), "by the organiser")
                .onSuccess(proof -> {
                    Html page =
                            Pages.begin(m, m.text("organiser.erased"), "", "")
                                    .element("h1", m.text("organiser.erased"))
                                    .element(
                                            "p id=\"proof\"",
                                            m.text(
                                                    "organiser.proof",
                                                    "id",
                                                    proof.session(),
                                                    "t",
                                                    Instant.ofEpochMilli(proof.atMs())))
                                    .raw("<ul>");
                    proof.copies()
                            .forEach(c ->
                                    page.element("li", m.text("organiser.copyErased", "t", c)));
                    proof.unreachable()
                            .forEach(c -> page.element("li", m.text("organiser.copyLeft", "t", c)));
                    page.raw("</ul><p><a href=\"").text("/o/" + ctx.pathParam("token"));
                    page.raw("\">").text(m.text("organiser.title")).raw("</a></p>");
                    Pages.send(ctx, 200, Pages.end(page));
                })
                .onFailure(_ -> Pages.nothing(ctx, Code.STORE_UNAVAILABLE));
    }
}
