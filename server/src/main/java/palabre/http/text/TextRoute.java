package palabre.http.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import palabre.access.Gate;
import palabre.access.Seating;
import palabre.codec.CommandCodec;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.floor.Turn;
import palabre.core.session.Link;
import palabre.core.session.Schedule;
import palabre.http.base.Pages;
import palabre.http.base.Visitor;
import palabre.http.entry.Threshold;
import palabre.http.guard.Doorkeeper;
import palabre.http.guard.SeatCookies;
import palabre.http.lists.ListQuery;
import palabre.http.lists.PeopleRoute;
import palabre.http.live.CommandIntake;
import palabre.live.LiveRoom;
import palabre.live.Position;
import palabre.page.Page;
import palabre.secrets.ServerKey;
import palabre.text.Messages;
import palabre.writer.Reply;

/** {@code /r/{room}/text}: the carrier for browsers without JavaScript. */
public final class TextRoute {
    /** How old a running clock may be on a page that is not sent again. */
    private static final long CLOCK_RIGHT_TO_MS = 5_000;

    /** The same of what is told in minutes: the agenda, and the time of groups. */
    private static final long MINUTES_RIGHT_TO_MS = 30_000;

    /** Lists to which whoever acted on one of their entries comes back. */
    private static final Set<String> LISTS = Set.of("lobby", "questions");

    private final Doorkeeper doorkeeper;
    private final Gate gate;
    private final SeatCookies cookies;
    private final CommandIntake intake;
    private final Threshold threshold;
    private final PeopleRoute people;

    public TextRoute(
            Doorkeeper doorkeeper,
            Gate gate,
            SeatCookies cookies,
            CommandIntake intake,
            Threshold threshold,
            PeopleRoute people) {
        this.doorkeeper = doorkeeper;
        this.gate = gate;
        this.cookies = cookies;
        this.intake = intake;
        this.threshold = threshold;
        this.people = people;
    }

    public void show(RoutingContext ctx) {
        doorkeeper
                .admit(ctx)
                .onSuccess(guest -> show(ctx, guest))
                .onFailure(f -> elsewhere(ctx, f));
    }

    private void elsewhere(RoutingContext ctx, Throwable failure) {
        if (!threshold.answers(ctx, failure, "/text")) {
            Pages.turnAway(ctx, Doorkeeper.codeOf(failure));
        }
    }

    private void show(RoutingContext ctx, Doorkeeper.Guest guest) {
        Seating seating = guest.seating();
        boolean onRecord = seating.charter().onRecord();
        guest.room().heardByPage(seating.seat());
        guest.room()
                .lookFor(Optional.of(seating.seat()), view -> view)
                .onSuccess(view -> {
                    if (view.room().seat(seating.seat()).isEmpty()) {
                        Pages.nothing(ctx, Code.NOT_SEATED);
                        return;
                    }
                    TextRequest request = request(ctx, seating, view.position());
                    String tag = tag(request, view);
                    if (onRecord && tag.equals(ctx.request().getHeader("If-None-Match"))) {
                        unchanged(ctx, tag);
                        return;
                    }
                    ctx.response()
                            .putHeader(
                                    "Cache-Control", onRecord ? "private, no-cache" : "no-store");
                    if (onRecord) {
                        ctx.response().putHeader("ETag", tag);
                    }
                    written(ctx, () -> new TextPage(new TextContext(request, view)));
                });
    }

    /** A page of a chair of thousands takes long: the room goes on while it is written. */
    private static void written(RoutingContext ctx, Supplier<Page> page) {
        ctx.vertx()
                .executeBlocking(() -> page.get().bytes(), false)
                .onSuccess(bytes -> Pages.send(ctx, 200, bytes, ""))
                .onFailure(ctx::fail);
    }

    /** {@code /r/{room}/text/people}: who is here, found by name or team. */
    public void people(RoutingContext ctx) {
        doorkeeper
                .admit(ctx)
                .compose(guest -> people(ctx, guest))
                .onFailure(f -> elsewhere(ctx, f));
    }

    private Future<Void> people(RoutingContext ctx, Doorkeeper.Guest guest) {
        Optional<ListQuery> query = ListQuery.of(ctx);
        if (query.isEmpty()) {
            Pages.nothing(ctx, Code.BAD_FIELD);
            return Future.succeededFuture();
        }
        guest.room().heardByPage(guest.seating().seat());
        return people.find(guest, query.get())
                .map(found -> {
                    ctx.response().putHeader("Cache-Control", "no-store");
                    TextRequest request = request(ctx, guest.seating(), found.view().position());
                    Pages.send(
                            ctx,
                            200,
                            new TextPeople(
                                    new TextContext(request, found.view()),
                                    query.get(),
                                    found.page()));
                    return null;
                });
    }

    /** {@code /r/{room}/text/lobby}: who waits, for the chair. */
    public void lobby(RoutingContext ctx) {
        list(ctx, TextLobby::of);
    }

    /** {@code /r/{room}/text/questions}: those that the reader sees. */
    public void questions(RoutingContext ctx) {
        list(ctx, TextQuestionList::of);
    }

    private void list(RoutingContext ctx, BiFunction<TextContext, ListQuery, Page> page) {
        doorkeeper
                .admit(ctx)
                .compose(guest -> list(ctx, guest, page))
                .onFailure(f -> elsewhere(ctx, f));
    }

    private Future<Void> list(
            RoutingContext ctx,
            Doorkeeper.Guest guest,
            BiFunction<TextContext, ListQuery, Page> page) {
        Optional<ListQuery> query = ListQuery.of(ctx);
        if (query.isEmpty()) {
            Pages.nothing(ctx, Code.BAD_FIELD);
            return Future.succeededFuture();
        }
        Seating seating = guest.seating();
        guest.room().heardByPage(seating.seat());
        return guest.room()
                .lookFor(Optional.of(seating.seat()), view -> view)
                .map(view -> {
                    ctx.response().putHeader("Cache-Control", "no-store");
                    TextRequest request = request(ctx, seating, view.position());
                    written(ctx, () -> page.apply(new TextContext(request, view), query.get()));
                    return null;
                });
    }

    /** Nothing but the tag: the whole answer stays under 300 bytes. */
    private static void unchanged(RoutingContext ctx, String tag) {
        ctx.response().headers().clear();
        ctx.response().setStatusCode(304).putHeader("ETag", tag).end();
    }

    private TextRequest request(RoutingContext ctx, Seating seating, Position position) {
        RoomId room = seating.charter().room();
        String refresh = Optional.ofNullable(ctx.request().getParam("refresh")).orElse("0");
        String refused = Optional.ofNullable(ctx.request().getParam("refused")).orElse("");
        Messages m = Visitor.language(ctx);
        String from = Optional.ofNullable(ctx.request().getParam("from")).orElse("");
        boolean lost = !from.isEmpty() && !from.equals(position.epoch());
        return new TextRequest(
                m,
                seating.seat(),
                gate.key().csrf(room, seating.seat()),
                SeatCookies.as(ctx),
                TextRequest.REFRESH_S.stream()
                        .filter(s -> refresh.equals(s.toString()))
                        .findFirst()
                        .orElse(0),
                m.all().containsKey("code." + refused) ? refused : "",
                lost,
                gate.session(room)
                        .flatMap(s -> s.plan().schedule())
                        .map(Schedule::zone)
                        .orElse("UTC"),
                gate.session(room));
    }

    /** While a turn runs its clock is shown, and is right to some seconds. */
    private static String tag(TextRequest r, LiveRoom.View view) {
        Position at = view.position();
        boolean runs = view.room().floor().stage().holder().filter(Turn::running).isPresent();
        boolean ticks =
                view.room().meeting().agenda().current().isPresent()
                        || view.room().doors().groupsUntilMs() > 0;
        return "\""
                + at.epoch()
                + "."
                + at.seq()
                + "."
                + r.messages().language()
                + r.as()
                + "."
                + r.refreshS()
                + "."
                + r.refused()
                + closedLinks(r)
                + (runs ? "." + view.nowMs() / CLOCK_RIGHT_TO_MS : "")
                + (ticks ? "." + view.nowMs() / MINUTES_RIGHT_TO_MS : "")
                + "\"";
    }

    /** They are the session's, so that the room's number does not tell of them. */
    private static String closedLinks(TextRequest r) {
        long closed =
                r.session().stream()
                        .flatMap(s -> s.links().values().stream())
                        .filter(Link::closed)
                        .count();
        return closed == 0 ? "" : ".c" + closed;
    }

    public void act(RoutingContext ctx) {
        doorkeeper
                .admit(ctx)
                .compose(guest -> act(ctx, guest))
                .onSuccess(address -> redirect(ctx, address))
                .onFailure(f -> elsewhere(ctx, f));
    }

    private static void redirect(RoutingContext ctx, String address) {
        ctx.response().setStatusCode(303).putHeader("Location", address).end();
    }

    /** Where to go next. */
    private Future<String> act(RoutingContext ctx, Doorkeeper.Guest guest) {
        Optional<String> csrf = Optional.ofNullable(ctx.request().getFormAttribute("csrf"));
        if ((guest.byCookie() && csrf.isEmpty())
                || !Visitor.formIsWhole(ctx)
                || !doorkeeper.mayWrite(ctx, guest, csrf)) {
            return Future.succeededFuture(back(ctx, Optional.of(Code.BAD_CSRF), ""));
        }
        Optional<Position> at =
                Optional.ofNullable(ctx.request().getFormAttribute("at")).flatMap(Position::parse);
        ObjectNode command = command(ctx, guest.seating(), at);
        String epoch = at.map(Position::epoch).orElse("");
        try {
            return intake.reply(guest.room(), guest.seating().seat(), CommandCodec.read(command))
                    .map(reply -> next(ctx, command, reply, epoch));
        } catch (Unreadable e) {
            return Future.succeededFuture(back(ctx, Optional.of(e.code()), epoch));
        }
    }

    private String next(RoutingContext ctx, ObjectNode command, Reply reply, String epoch) {
        return switch (reply) {
            case Reply.Nack n -> back(ctx, Optional.of(n.code()), epoch);
            case Reply.Ack _ when command.path("do").textValue().equals("seat.leave") -> {
                Visitor.room(ctx).ifPresent(r -> cookies.forget(ctx, r));
                yield "/left";
            }
            case Reply.Ack _ -> back(ctx, Optional.empty(), epoch);
        };
    }

    /** The button's command; its id is the same however often the same page's button is pressed. */
    private ObjectNode command(RoutingContext ctx, Seating seating, Optional<Position> at) {
        TextForms form =
                new TextForms(
                        name ->
                                Optional.ofNullable(ctx.request().getFormAttribute(name))
                                        .filter(value -> !value.isBlank()),
                        start ->
                                ctx.request().formAttributes().entries().stream()
                                        .filter(e -> e.getKey().startsWith(start))
                                        .map(Map.Entry::getValue)
                                        .toList());
        ObjectNode command =
                form.command(Optional.ofNullable(ctx.request().getFormAttribute("act")).orElse(""));
        SeatId seat = seating.seat();
        ServerKey key = gate.key();
        return command.put(
                "id", key.formCommandId(seating.charter().room(), seat, at, Json.write(command)));
    }

    private static String back(RoutingContext ctx, Optional<Code> refused, String epoch) {
        StringBuilder query = new StringBuilder();
        for (String kept : new String[] {"as", "refresh"}) {
            String value = ctx.request().getParam(kept);
            if (value != null && value.matches("\\d{1,2}")) {
                query.append('&').append(kept).append('=').append(value);
            }
        }
        refused.ifPresent(code -> query.append("&refused=").append(code.name()));
        if (!epoch.isEmpty()) {
            query.append("&from=").append(epoch);
        }
        String list = String.valueOf(ctx.request().getFormAttribute("list"));
        String address = "/r/" + ctx.pathParam("room") + "/text";
        if (LISTS.contains(list)) {
            address += "/" + list;
            ListQuery.ofForm(ctx).ifPresent(q -> query.append('&').append(q.address()));
        }
        return query.isEmpty() ? address : address + "?" + query.substring(1);
    }
}
