package palabre.http.record;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import palabre.access.Gate;
import palabre.access.Needs;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.session.Session;
import palabre.http.base.Pages;
import palabre.http.base.Problems;
import palabre.http.base.Visitor;
import palabre.http.evaluation.EvaluationRoute;
import palabre.http.guard.Doorkeeper;
import palabre.http.guard.SeatCookies;
import palabre.http.organiser.Desk;
import palabre.http.organiser.OrganiserParts;
import palabre.live.RoomReplay;
import palabre.live.Rooms;
import palabre.live.Traffic;
import palabre.report.DocxReport;
import palabre.report.MarkdownReport;
import palabre.report.Minutes;
import palabre.report.Opinions;
import palabre.report.Report;
import palabre.report.Statistics;
import palabre.report.Version;
import palabre.sessions.Sessions;
import palabre.text.Messages;
import palabre.writer.Ticker;

/**
 * Minutes and statistics. Who was invited reads of the rooms that they could be in, and of the
 * groups that went from there; an observer of the room alone; the public of the open rooms of a
 * session that is over; the organiser of all. What was off the record is nowhere.
 */
public final class PackRoute {
    private final Vertx vertx;
    private final Doorkeeper doorkeeper;
    private final Gate gate;
    private final Desk desk;
    private final Sessions sessions;
    private final Rooms rooms;
    private final Ticker ticker;

    public PackRoute(
            Vertx vertx, Gate gate, OrganiserParts parts, Doorkeeper doorkeeper, Desk desk) {
        this.vertx = vertx;
        this.doorkeeper = doorkeeper;
        this.gate = gate;
        this.desk = desk;
        this.sessions = parts.sessions();
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
    public void ofRoom(RoutingContext ctx) {
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
        Map<RoomId, RoomId> parents = session.whereabouts().parents();
        RoomId home = parents.getOrDefault(here, here);
        return session.rooms().values().stream()
                .filter(c ->
                        c.access() == Access.OPEN
                                || parents.getOrDefault(c.room(), c.room()).equals(home))
                .toList();
    }

    /** {@code /o/{token}/{session}/…}: for the organiser. */
    public void ofSession(RoutingContext ctx) {
        String address = "/o/" + ctx.pathParam("token") + "/";
        desk.sessionOfLink(ctx)
                .map(s ->
                        new Reader(s, List.copyOf(s.rooms().values()), _ -> true, address + s.id()))
                .ifPresent(reader -> answer(ctx, reader));
    }

    /** {@code /api/sessions/{session}/…}: the same files for the organiser's programs. */
    public void ofApi(RoutingContext ctx) {
        if (desk.byBearer(ctx).isPresent()) {
            desk.session(ctx)
                    .map(s -> new Reader(s, List.copyOf(s.rooms().values()), _ -> true, ""))
                    .ifPresentOrElse(
                            reader -> answer(ctx, reader),
                            () -> Problems.answer(ctx.response(), Code.NOT_FOUND));
        }
    }

    private void answer(RoutingContext ctx, Reader reader) {
        String path = String.valueOf(ctx.request().path());
        String file = path.substring(path.lastIndexOf('/') + 1);
        boolean minutes = file.startsWith("pack");
        List<Future<Room>> read = reader.seen().stream().map(rooms::recorded).toList();
        List<Future<List<RoomReplay.Approval>>> approvals =
                reader.seen().stream().filter(_ -> minutes).map(rooms::approvals).toList();
        Future.all(Stream.concat(read.stream(), approvals.stream()).toList())
                .compose(_ ->
                        aside(() -> {
                            List<Room> all =
                                    read.stream()
                                            .map(Future::result)
                                            .filter(PackRoute::tells)
                                            .filter(reader.may())
                                            .toList();
                            if (minutes) {
                                minutes(ctx, reader, all, versions(reader, approvals, all), file);
                            } else {
                                write(ctx, reader, all, file);
                            }
                        }))
                .onFailure(_ -> Pages.nothing(ctx, Code.STORE_UNAVAILABLE));
    }

    /** Documents of thousands take long to write: no event loop waits for one. */
    private Future<Void> aside(Runnable work) {
        return vertx.executeBlocking(Executors.callable(work), false).mapEmpty();
    }

    private static Map<RoomId, List<Version>> versions(
            Reader reader, List<Future<List<RoomReplay.Approval>>> approvals, List<Room> all) {
        Map<RoomId, List<Version>> versions = new LinkedHashMap<>();
        for (int i = 0; i < approvals.size(); i++) {
            versions.put(reader.seen().get(i).room(), Version.of(approvals.get(i).result()));
        }
        versions.keySet().removeIf(v -> all.stream().noneMatch(r -> r.charter().room().equals(v)));
        return versions;
    }

    /** As they are now, or, with {@code ?room=…&version=…}, as they were approved. */
    private void minutes(
            RoutingContext ctx,
            Reader reader,
            List<Room> all,
            Map<RoomId, List<Version>> versions,
            String file) {
        Messages m = Visitor.language(ctx);
        ctx.response().putHeader("Cache-Control", "no-store");
        String number = ctx.request().getParam("version");
        if (number == null) {
            Report now = Minutes.of(reader.session(), all, versions, m, ticker.nowMs());
            minutes(ctx, reader, now, kept(versions, all, m), "", file);
            return;
        }
        String room = String.valueOf(ctx.request().getParam("room"));
        Optional<Version> asked =
                versions.entrySet().stream()
                        .filter(v -> v.getKey().value().equals(room))
                        .flatMap(v -> v.getValue().stream())
                        .filter(v -> Integer.toString(v.number()).equals(number))
                        .findFirst();
        if (asked.isEmpty()) {
            Pages.nothing(ctx, Code.NOT_FOUND);
            return;
        }
        String which = "room=" + room + "&version=" + number;
        sessions.asOf(reader.session().id(), asked.get().atMs())
                .compose(then ->
                        aside(() ->
                                minutes(
                                        ctx,
                                        reader,
                                        Minutes.of(then, asked.get(), m),
                                        List.of(),
                                        which,
                                        file)))
                .onFailure(_ -> Pages.nothing(ctx, Code.STORE_UNAVAILABLE));
    }

    private void minutes(
            RoutingContext ctx,
            Reader reader,
            Report report,
            List<String[]> kept,
            String which,
            String file) {
        switch (file) {
            case "pack.md" ->
                    send(
                            ctx,
                            "text/markdown; charset=utf-8",
                            Buffer.buffer(MarkdownReport.write(report)));
            case "pack.docx" ->
                    vertx.executeBlocking(() -> DocxReport.write(report))
                            .onSuccess(bytes -> send(ctx, DOCX, Buffer.buffer(bytes)))
                            .onFailure(_ -> Pages.nothing(ctx, Code.INTERNAL));
            default -> {
                List<String[]> others = new ArrayList<>(kept);
                others.addAll(which.isEmpty() ? PACK : PACK.subList(0, 2));
                page(ctx, reader, Visitor.language(ctx), report, others, which);
            }
        }
    }

    /** Where each version is kept that was approved. */
    private static List<String[]> kept(
            Map<RoomId, List<Version>> versions, List<Room> all, Messages m) {
        List<String[]> kept = new ArrayList<>();
        for (Room room : all) {
            for (Version v : versions.getOrDefault(room.charter().room(), List.of())) {
                String at = "/pack?room=" + room.charter().room() + "&version=" + v.number();
                String title = room.charter().title();
                kept.add(
                        new String[] {
                            at, m.text("version.asApproved", "n", v.number(), "room", title)
                        });
            }
        }
        return kept;
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
            case "statistics.csv" ->
                    table(ctx, Statistics.csv(Statistics.rows(reader.session(), all, now)));
            case "polls.csv" -> table(ctx, Opinions.polls(all));
            case "evaluations.csv" ->
                    table(
                            ctx,
                            Opinions.evaluations(
                                    reader.session().lifecycle().shown(now),
                                    EvaluationRoute.questions(m)));
            default ->
                    traffic(reader)
                            .compose(t ->
                                    aside(() ->
                                            page(
                                                    ctx,
                                                    reader,
                                                    m,
                                                    Statistics.report(
                                                            reader.session(), all, t, m, now),
                                                    STATISTICS,
                                                    "")))
                            .onFailure(_ -> Pages.nothing(ctx, Code.INTERNAL));
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
            RoutingContext ctx,
            Reader reader,
            Messages m,
            Report report,
            List<String[]> others,
            String which) {
        List<String> more = new ArrayList<>();
        if (!which.isEmpty()) {
            more.add(which);
        }
        if (!SeatCookies.as(ctx).isEmpty()) {
            more.add("as=" + SeatCookies.as(ctx));
        }
        String query = String.join("&", more);
        List<PackPage.Other> links = new ArrayList<>();
        for (String[] other : others) {
            String joined = query.isEmpty() ? "" : (other[0].contains("?") ? "&" : "?") + query;
            String words = m.all().containsKey(other[1]) ? m.text(other[1]) : other[1];
            links.add(new PackPage.Other(reader.address() + other[0] + joined, words));
        }
        Pages.send(ctx, 200, new PackPage(m, report, links));
    }
}
