package palabre.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import palabre.access.Gate;
import palabre.access.Needs;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Room;
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
    private final Rooms rooms;
    private final Ticker ticker;

    PackRoute(Vertx vertx, Routes.Parts parts, Doorkeeper doorkeeper, Desk desk) {
        this.vertx = vertx;
        this.doorkeeper = doorkeeper;
        this.gate = parts.gate();
        this.desk = desk;
        this.rooms = parts.rooms();
        this.ticker = parts.ticker();
    }

    /**
     * Whose eyes, and what they may see.
     *
     * @param seen the rooms that are told of
     * @param may whether a room is told of, as things are in it
     */
    private record Reader(
            Session session, List<Charter> seen, Predicate<Room> may, String address) {}

    /** {@code /r/{room}/…} and {@code /j/{token}/…}: for who may read the room's results. */
    void ofRoom(RoutingContext ctx) {
        String path = String.valueOf(ctx.request().path());
        String address = path.substring(0, path.lastIndexOf('/'));
        doorkeeper
                .admit(ctx, Needs.READ_RESULTS)
                .onSuccess(guest -> answer(ctx, reader(guest, address)))
                .onFailure(f -> Pages.turnAway(ctx, Doorkeeper.codeOf(f)));
    }

    private Reader reader(Doorkeeper.Guest guest, String address) {
        RoomId here = guest.charter().room();
        Session session = gate.session(here).orElseThrow();
        if (guest.seat().isEmpty()) {
            return new Reader(session, open(session), r -> toldToPublic(r), address);
        }
        if (guest.observes()) {
            List<Charter> seen = new ArrayList<>(open(session));
            if (guest.charter().access() != Access.OPEN) {
                seen.add(guest.charter());
            }
            return new Reader(session, seen, r -> toldToPublic(r), address);
        }
        SeatId seat = guest.seating().seat();
        return new Reader(session, seen(session, here), r -> !shutOut(r, seat), address);
    }

    /** What is said in a room is told to who observes it, and to the public, in the end. */
    private boolean toldToPublic(Room room) {
        return !room.doors().publicCut() && gate.toldToAll(room);
    }

    /** Who was sent out of a room, or has to wait before it, reads nothing of it. */
    private static boolean shutOut(Room room, SeatId seat) {
        return room.removed().contains(seat.value()) || room.doors().waits(seat);
    }

    private static List<Charter> open(Session session) {
        return session.rooms().values().stream().filter(c -> c.access() == Access.OPEN).toList();
    }

    /** The room, those in which groups from there worked, and all that are open. */
    private static List<Charter> seen(Session session, RoomId here) {
        Map<RoomId, RoomId> parents = session.house().parents();
        RoomId home = parents.getOrDefault(here, here);
        return session.rooms().values().stream()
                .filter(c ->
                        c.access() == Access.OPEN
                                || parents.getOrDefault(c.room(), c.room()).equals(home))
                .toList();
    }

    /** {@code /o/{token}/{session}/…}: for the organiser. */
    void ofSession(RoutingContext ctx) {
        String address = "/o/" + ctx.pathParam("token") + "/";
        desk.sessionOfLink(ctx)
                .map(s ->
                        new Reader(s, List.copyOf(s.rooms().values()), _ -> true, address + s.id()))
                .ifPresent(reader -> answer(ctx, reader));
    }

    /** {@code /api/sessions/{session}/…}: the same files for the organiser's programs. */
    void ofApi(RoutingContext ctx) {
        if (desk.byBearer(ctx).isPresent()) {
            desk.session(ctx)
                    .map(s -> new Reader(s, List.copyOf(s.rooms().values()), _ -> true, ""))
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
                            read.stream()
                                    .map(Future::result)
                                    .filter(PackRoute::tells)
                                    .filter(reader.may())
                                    .toList();
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
        return !room.seats().isEmpty() || !room.attendance().departed().isEmpty();
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
