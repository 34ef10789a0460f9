package palabre.http.organiser;

import com.fasterxml.jackson.databind.JsonNode;
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
import palabre.core.Code;
import palabre.core.Texts;
import palabre.core.session.Organiser;
import palabre.core.session.OrganiserCommand;
import palabre.core.session.OrganiserRoster;
import palabre.http.base.Pages;
import palabre.http.base.Visitor;
import palabre.http.guard.Doorkeeper;
import palabre.secrets.Base32;
import palabre.sessions.AuditTrail;
import palabre.sessions.Organisers;
import palabre.sessions.Sessions;
import palabre.text.Messages;
import palabre.writer.Reply;
import palabre.writer.Ticker;

/**
 * {@code /o/{token}/organisers} and {@code /api/organisers}: who prepares sessions, for the host.
 */
public final class OrganisersRoute extends OrganiserApi {
    private final Organisers organisers;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Ticker ticker;
    private final Supplier<OrganiserLinks> links;

    public OrganisersRoute(OrganiserParts parts, Desk desk) {
        super(desk);
        this.organisers = parts.organisers();
        this.sessions = parts.sessions();
        this.trail = parts.trail();
        this.ticker = parts.ticker();
        this.links = parts.links();
    }

    /** Once for each id; noted in the trail by number, since the trail names nobody. */
    private Future<Reply.Ack> carryOut(String id, OrganiserCommand command) {
        OrganiserRoster before = organisers.roster();
        return organisers
                .submit(id, command)
                .compose(reply ->
                        switch (reply) {
                            case Reply.Ack ack -> Future.succeededFuture(ack);
                            case Reply.Nack n ->
                                    Future.failedFuture(new Doorkeeper.Refusal(n.code()));
                        })
                .onSuccess(ack -> {
                    if (!before.equals(organisers.roster())) {
                        note(command, ack); // once, however often it was sent
                    }
                });
    }

    private void note(OrganiserCommand command, Reply.Ack ack) {
        record Queue(String act, int organiser) {}
        Queue line =
                switch (command) {
                    case OrganiserCommand.Appoint _ ->
                            new Queue(
                                    "organiser.appointed",
                                    organisers.appointedBy(ack).map(Organiser::number).orElse(0));
                    case OrganiserCommand.Reissue c ->
                            new Queue("organiser.reissued", c.organiser());
                    case OrganiserCommand.HandOver c ->
                            new Queue("organiser.handed", c.organiser());
                    case OrganiserCommand.Withdraw c ->
                            new Queue("organiser.withdrawn", c.organiser());
                };
        trail.note(ticker.nowMs(), line.act(), "", "organiser-" + line.organiser());
    }

    private static String anyId() {
        return "office-" + Base32.random(16);
    }

    private static String name(RoutingContext ctx) throws Unreadable {
        return Fields.of(Json.parse(Visitor.body(ctx)), Set.of("name")).name("name");
    }

    private static int number(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    }

    private Future<JsonNode> told(int number) {
        return organisers
                .find(number)
                .map(o -> Future.<JsonNode>succeededFuture(json(o)))
                .orElseGet(
                        () -> Future.failedFuture(new Doorkeeper.Refusal(Code.UNKNOWN_ORGANISER)));
    }

    private ObjectNode json(Organiser o) {
        ObjectNode node =
                Json.object()
                        .put("organiser", o.number())
                        .put("name", o.name())
                        .put("withdrawn", o.withdrawn())
                        .put("sessions", sessions.all().stream().filter(o::runs).count());
        return o.withdrawn() ? node : node.setAll(links.get().organiser(organisers.token(o)));
    }

    public void list(RoutingContext ctx) {
        onlyHost(
                ctx,
                200,
                () -> {
                    ArrayNode all = Json.array();
                    organisers.appointed().forEach(o -> all.add(json(o)));
                    return Future.succeededFuture(all);
                });
    }

    /** {@code POST /api/organisers}: {@code {"name":…}}. */
    public void appoint(RoutingContext ctx) {
        onlyHost(
                ctx,
                201,
                () -> {
                    String name = name(ctx);
                    return carryOut(anyId(), new OrganiserCommand.Appoint(name))
                            .compose(ack ->
                                    told(
                                            organisers
                                                    .appointedBy(ack)
                                                    .map(Organiser::number)
                                                    .orElse(-1)));
                });
    }

    /** {@code PUT /api/organisers/{n}}: their sessions go on with {@code {"name":…}}. */
    public void handOver(RoutingContext ctx) {
        int n = number(String.valueOf(ctx.pathParam("organiser")));
        onlyHost(
                ctx,
                200,
                () -> {
                    String name = name(ctx);
                    return carryOut(anyId(), new OrganiserCommand.HandOver(n, name))
                            .compose(_ -> told(n));
                });
    }

    /** {@code POST /api/organisers/{n}/reissue}. */
    public void reissue(RoutingContext ctx) {
        int n = number(String.valueOf(ctx.pathParam("organiser")));
        onlyHost(
                ctx,
                200,
                () -> carryOut(anyId(), new OrganiserCommand.Reissue(n)).compose(_ -> told(n)));
    }

    /** {@code DELETE /api/organisers/{n}}: their link is good no more; their sessions stay. */
    public void withdraw(RoutingContext ctx) {
        int n = number(String.valueOf(ctx.pathParam("organiser")));
        onlyHost(
                ctx,
                200,
                () -> carryOut(anyId(), new OrganiserCommand.Withdraw(n)).compose(_ -> told(n)));
    }

    public void show(RoutingContext ctx) {
        if (desk.byHostsLink(ctx)) {
            page(ctx, Optional.empty());
        }
    }

    public void act(RoutingContext ctx) {
        if (organisers.hostReplacedBy("form-" + field(ctx, "form"))) {
            home(ctx); // pressed twice: the second press comes by the link that is good no more
            return;
        }
        if (!desk.byHostsLink(ctx)) {
            return;
        }
        String name = field(ctx, "name").strip();
        int n = number(field(ctx, "organiser"));
        boolean named = !name.isEmpty() && Texts.isLine(name, Texts.NAME_MAX);
        Optional<OrganiserCommand> command =
                switch (field(ctx, "do")) {
                    case "appoint" ->
                            named
                                    ? Optional.of(new OrganiserCommand.Appoint(name))
                                    : Optional.empty();
                    case "handover" ->
                            named
                                    ? Optional.of(new OrganiserCommand.HandOver(n, name))
                                    : Optional.empty();
                    case "replace" ->
                            field(ctx, "sure").isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(
                                            new OrganiserCommand.Reissue(Organiser.HOST.number()));
                    case "reissue" -> Optional.of(new OrganiserCommand.Reissue(n));
                    case "withdraw" -> Optional.of(new OrganiserCommand.Withdraw(n));
                    default -> Optional.empty();
                };
        String form = field(ctx, "form");
        if (command.isEmpty() || !form.matches("[a-z0-9]{16}")) {
            page(ctx, Optional.of(Code.BAD_FIELD));
            return;
        }
        carryOut("form-" + form, command.get())
                .onSuccess(_ -> home(ctx))
                .onFailure(f -> page(ctx, Optional.of(Doorkeeper.codeOf(f))));
    }

    /** To the page again, by the host's link as it is now. */
    private void home(RoutingContext ctx) {
        ctx.response()
                .setStatusCode(303)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Location", "/o/" + organisers.token(Organiser.HOST) + "/organisers")
                .end();
    }

    private static String field(RoutingContext ctx, String name) {
        return Optional.ofNullable(ctx.request().getFormAttribute(name)).orElse("");
    }

    private void page(RoutingContext ctx, Optional<Code> refused) {
        Messages m = Visitor.language(ctx);
        OrganisersPage page =
                new OrganisersPage(
                        m,
                        "/o/" + ctx.pathParam("token"),
                        refused.map(c -> m.text("code." + c.name())).orElse(""),
                        links.get().host().path("url").textValue(),
                        organisers.appointed().stream().map(this::entry).toList());
        Pages.send(ctx, refused.isPresent() ? 400 : 200, page);
    }

    private OrganisersPage.Entry entry(Organiser o) {
        ObjectNode told = json(o);
        return new OrganisersPage.Entry(
                Integer.toString(o.number()),
                o.name(),
                told.path("sessions").longValue(),
                told.path("url").asText());
    }
}
