package palabre.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.access.Gate;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.live.Rooms;
import palabre.live.Traffic;
import palabre.report.DocxReport;
import palabre.report.HtmlReport;
import palabre.report.MarkdownReport;
import palabre.report.Minutes;
import palabre.report.Opinions;
import palabre.report.Report;
import palabre.report.Statistics;
import palabre.sessions.Sessions;
import palabre.text.Html;
import palabre.text.Messages;
import palabre.writer.Ticker;

/**
 * Minutes and statistics. Who was invited reads of the rooms that they could be in, and of the
 * groups that went from there; an observer of the room alone; the public of the open rooms of a
 * session that is over; the organiser of all. What was off the record is nowhere.
 */
final class PackRoute {
    private final Vertx vertx;
    private final Doorkeeper doorkeeper;
    private final Gate gate;
    private final Desk desk;
    private final Sessions sessions;
    private final Rooms rooms;
    private final Ticker ticker;

    PackRoute(Vertx vertx, Routes.Parts parts, Doorkeeper doorkeeper, Desk desk) {
        this.vertx = vertx;
        this.doorkeeper = doorkeeper;
        this.gate = parts.gate();
        this.desk = desk;
        this.sessions = parts.sessions();
        this.rooms = parts.rooms();
        this.ticker = parts.ticker();
    }

    /** Whose eyes, and what they may see. */
    private record Reader(Session session, List<Charter> seen, String address) {}

    /** {@code /r/{room}/…}: for who has a seat, and for the public when all is over. */
    void ofRoom(RoutingContext ctx) {
        String address = "/r/" + ctx.pathParam("room");
        doorkeeper
                .admit(ctx)
                .map(guest -> {
                    Charter here = guest.seating().charter();
                    boolean observes = guest.seating().person().role() == Role.OBSERVER;
                    Session session = gate.session(here.room()).orElseThrow();
                    if (observes && !session.closed()) {
                        throw new Doorkeeper.Refusal(Code.NOT_CLOSED_YET); // it is told later
                    }
                    return new Reader(session, seen(session, here.room(), observes), address);
                })
                .recover(f ->
                        publicly(ctx, address)
                                .map(Future::succeededFuture)
                                .orElseGet(() -> Future.failedFuture(f)))
                .onSuccess(reader -> answer(ctx, reader))
                .onFailure(f -> Pages.turnAway(ctx, Doorkeeper.codeOf(f)));
    }

    private Optional<Reader> publicly(RoutingContext ctx, String address) {
        return Visitor.room(ctx)
                .flatMap(gate::openRoom)
                .flatMap(c -> gate.session(c.room()))
                .filter(Session::closed)
                .map(s -> new Reader(s, open(s), address));
    }

    private static List<Charter> open(Session session) {
        return session.rooms().values().stream().filter(c -> c.access() == Access.OPEN).toList();
    }

    private static List<Charter> seen(Session session, RoomId here, boolean observes) {
        List<Charter> seen = new ArrayList<>();
        for (Charter c : session.rooms().values()) {
            RoomId from = session.house().parents().getOrDefault(c.room(), c.room());
            RoomId home = session.house().parents().getOrDefault(here, here);
            boolean mine = c.room().equals(here) || (!observes && from.equals(home));
            if (mine || c.access() == Access.OPEN) {
                seen.add(c);
            }
        }
        return seen;
    }

    /** {@code /j/{token}/…}: for who was invited, whether or not they came. */
    void ofInvitation(RoutingContext ctx) {
        String token = String.valueOf(ctx.pathParam("token"));
        Optional<Sessions.Invitation> found =
                sessions.invitation(token).filter(i -> !i.link().revoked());
        if (found.isEmpty()) {
            Pages.nothing(ctx, doorkeeper.strangerMayTry(ctx) ? Code.NOT_FOUND : Code.TOO_FAST);
            return;
        }
        Session session = found.get().session();
        Link link = found.get().link();
        boolean observes = link.person().role() == Role.OBSERVER;
        answer(ctx, new Reader(session, seen(session, link.room(), observes), "/j/" + token));
    }

    /** {@code /o/{token}/{session}/…}: for the organiser. */
    void ofSession(RoutingContext ctx) {
        String address = "/o/" + ctx.pathParam("token") + "/";
        desk.sessionOfLink(ctx)
                .map(s -> new Reader(s, List.copyOf(s.rooms().values()), address + s.id()))
                .ifPresent(reader -> answer(ctx, reader));
    }

    /** {@code /api/sessions/{session}/…}: the same files for the organiser's programs. */
    void ofApi(RoutingContext ctx) {
        if (desk.byBearer(ctx).isPresent()) {
            desk.session(ctx)
                    .map(s -> new Reader(s, List.copyOf(s.rooms().values()), ""))
                    .ifPresentOrElse(
                            reader -> answer(ctx, reader),
                            () -> Problems.answer(ctx.response(), Code.NOT_FOUND));
        }
    }

    private void answer(RoutingContext ctx, Reader reader) {
        List<Future<Room>> read = reader.seen().stream().map(rooms::recorded).toList();
        Future.all(read)
                .onSuccess(_ -> {
                    List<Room> all =
                            read.stream().map(Future::result).filter(PackRoute::tells).toList();
                    String path = String.valueOf(ctx.request().path());
                    write(ctx, reader, all, path.substring(path.lastIndexOf('/') + 1));
                })
                .onFailure(_ -> Pages.nothing(ctx, Code.STORE_UNAVAILABLE));
    }

    private Future<Traffic> traffic(Reader reader) {
        Future<Traffic> sum = Future.succeededFuture(Traffic.NONE);
        for (Charter c : reader.seen()) {
            if (c.onRecord() && rooms.known(c.room()).isPresent()) {
                Future<Traffic> own = rooms.known(c.room()).get().traffic();
                sum = sum.compose(so -> own.map(so::plus));
            }
        }
        return sum;
    }

    private static boolean tells(Room room) {
        return !room.seats().isEmpty() || !room.departed().isEmpty();
    }

    private void write(RoutingContext ctx, Reader reader, List<Room> all, String file) {
        Messages m = Visitor.language(ctx);
        long now = ticker.nowMs();
        ctx.response().putHeader("Cache-Control", "no-store");
        switch (file) {
            case "pack.md" ->
                    send(
                            ctx,
                            "text/markdown; charset=utf-8",
                            Buffer.buffer(
                                    MarkdownReport.write(
                                            Minutes.of(reader.session(), all, m, now))));
            case "pack.docx" ->
                    vertx.executeBlocking(() ->
                                    DocxReport.write(Minutes.of(reader.session(), all, m, now)))
                            .onSuccess(bytes -> send(ctx, DOCX, Buffer.buffer(bytes)))
                            .onFailure(_ -> Pages.nothing(ctx, Code.INTERNAL));
            case "statistics.csv" ->
                    table(ctx, Statistics.csv(Statistics.rows(reader.session(), all, now)));
            case "polls.csv" -> table(ctx, Opinions.polls(all));
            case "evaluations.csv" ->
                    table(
                            ctx,
                            Opinions.evaluations(
                                    reader.session().course().shown(now),
                                    EvaluationRoute.questions(m)));
            case "statistics" ->
                    traffic(reader)
                            .onSuccess(t ->
                                    page(
                                            ctx,
                                            reader,
                                            m,
                                            Statistics.report(reader.session(), all, t, m, now),
                                            STATISTICS));
            default -> page(ctx, reader, m, Minutes.of(reader.session(), all, m, now), PACK);
        }
    }

    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** The other forms of a page: what follows its address, and its words. */
    private static final List<String[]> PACK =
            List.of(
                    new String[] {"/pack.docx", "pack.word"},
                    new String[] {"/pack.md", "pack.markdown"},
                    new String[] {"/polls.csv", "pack.polls"},
                    new String[] {"/statistics", "statistics.label"});

    private static final List<String[]> STATISTICS =
            List.of(
                    new String[] {"/statistics.csv", "pack.csv"},
                    new String[] {"/pack", "pack.open"});

    private static void table(RoutingContext ctx, String csv) {
        send(ctx, "text/csv; charset=utf-8", Buffer.buffer(csv));
    }

    private static void send(RoutingContext ctx, String type, Buffer body) {
        String path = String.valueOf(ctx.request().path());
        ctx.response()
                .putHeader("Content-Type", type)
                .putHeader(
                        "Content-Disposition",
                        "attachment; filename=\""
                                + path.substring(path.lastIndexOf('/') + 1)
                                + "\"")
                .end(body);
    }

    private static void page(
            RoutingContext ctx, Reader reader, Messages m, Report report, List<String[]> others) {
        Html page = Pages.begin(m, report.title(), "", "");
        if (report.blocks().isEmpty()) {
            page.element("p", m.text("pack.nothing"));
        }
        HtmlReport.write(page, report);
        page.raw("<p>");
        String as = SeatCookies.as(ctx).isEmpty() ? "" : "?as=" + SeatCookies.as(ctx);
        for (String[] other : others) {
            page.raw("<a href=\"").text(reader.address() + other[0] + as).raw("\">");
            page.text(m.text(other[1])).raw("</a><br>");
        }
        page.raw("</p>");
        Pages.send(ctx, 200, Pages.end(page));
    }
}
