package palabre.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import palabre.codec.ClientCommand;
import palabre.core.Audience;
import palabre.core.Code;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.entry.RulesCommand;
import palabre.core.floor.FloorCommand;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.room.RoomEvent;
import palabre.core.seats.Seat;
import palabre.core.seats.SeatCommand;
import palabre.core.session.Session;
import palabre.part.AudienceKey;
import palabre.part.PartCommand;
import palabre.writer.LogClock;
import palabre.writer.LogWriter;
import palabre.writer.Published;
import palabre.writer.Reply;
import palabre.writer.Request;

/**
 * A room in memory. Every method may be called from any thread; everything happens on the room's
 * context, in the order of the calls.
 */
public final class LiveRoom {
    /** Who reads a page may do so for four times as long as they count as here: ten minutes. */
    private static final int PAGES_READ = 4;

    private final Context context;
    private final LogClock clock;
    private final Pace pace;
    private final LogWriter<Room, RoomCommand, RoomEvent> writer;
    private final RoomTelling telling;
    private final Outlet<Room, RoomEvent> outlet;
    private final Casts casts;
    private final LiveParts parts;
    private final Hub hub = new Hub();
    private final Presence presence = new Presence();
    private final SeatLimits limits = new SeatLimits();
    private final Welcomes welcomes;
    private final RoomWatcher watcher;

    private final Chairs chairs;
    private final Clockwork clockwork;
    private final Briefing briefing;
    private final Doorway doorway;
    private final Directory directory = new Directory();

    LiveRoom(
            Vertx vertx,
            Pace pace,
            LogWriter<Room, RoomCommand, RoomEvent> writer,
            History history,
            Casts casts,
            LiveParts parts,
            RoomWatcher watcher) {
        this.context = writer.context();
        this.clock = writer.clock();
        this.pace = pace;
        this.writer = writer;
        this.casts = casts;
        this.parts = parts;
        parts.of(subscriber -> hub.audienceOf(subscriber).map(AudienceKey::viewer));
        this.watcher = watcher;
        this.briefing = new Briefing(this, clock);
        this.doorway = new Doorway(this, hub, presence);
        String epoch = writer.head().epoch();
        this.welcomes = new Welcomes(epoch, history, pace.beatMs());
        this.telling = new RoomTelling(epoch, clock, presence, writer::state);
        this.outlet = new Outlet<>(vertx, clock, pace, writer, hub, history, telling);
        this.chairs = new Chairs(writer.state(), presence);
        long now = clock.steadyMs();
        clockwork = new Clockwork(vertx, context, clock, writer::state, chairs::here, this::strike);
        writer.state().seats().keySet().stream()
                .filter(s -> writer.state().presenceMatters(s))
                .forEach(s -> presence.heard(s, now, now + pace.graceMs()));
        if (writer.state().doors().proposal().isPresent()) {
            writer.state().seats().keySet().forEach(s -> presence.reads(s, now + pace.graceMs()));
        }
        context.runOnContext(_ -> standStill());
        context.runOnContext(_ -> watcher.loaded(this, writer.state()));
    }

    /** What happened since the last record is known to nobody, and not charged to who spoke. */
    private void standStill() {
        if (writer.state().floor().stage().holder().isPresent()) {
            byServer(SeatId.SERVER, RoomCommand.of(new FloorCommand.TellRestart(writer.lastMs())));
        }
    }

    private void report(SeatId seat, boolean present, long asOfMs) {
        byServer(
                SeatId.SERVER,
                RoomCommand.of(new SeatCommand.ReportPresence(seat, present, asOfMs)));
    }

    /** The room's clock, in milliseconds. */
    public long nowMs() {
        return clock.nowMs();
    }

    /** What a page shows. */
    public record View(Room room, Position position, long nowMs, String rulesText) {}

    /** Looks as one of the public does: at the room as they may know it, with their own seat. */
    public <T> Future<T> lookFor(Optional<SeatId> seat, Function<View, T> reader) {
        return look(view -> {
            boolean inside =
                    seat.flatMap(view.room()::role).filter(r -> r != Role.OBSERVER).isPresent();
            if (inside || !outlet.publicView().lags()) {
                return reader.apply(view);
            }
            Room then = withOwn(outlet.publicView().state(view.room()), view.room(), seat);
            Position at =
                    new Position(
                            view.position().epoch(),
                            outlet.publicView().seq(view.position().seq()));
            return reader.apply(new View(then, at, view.nowMs(), view.rulesText()));
        });
    }

    /** As one of the public, who finds their own seat in the room of some time ago. */
    private static Room withOwn(Room then, Room now, Optional<SeatId> seat) {
        return seat.flatMap(now::seat).map(then::with).orElse(then);
    }

    /** Looks at the room, past all commands that were acknowledged before. */
    public <T> Future<T> look(Function<View, T> reader) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(_ -> {
            Position at = new Position(writer.head().epoch(), writer.head().seq());
            promise.complete(
                    reader.apply(
                            new View(writer.state(), at, clock.nowMs(), briefing.rulesText())));
        });
        return promise.future();
    }

    /** A command of a client, at most once. */
    public Future<Reply> submit(SeatId seat, ClientCommand command) {
        return paced(
                seat,
                () ->
                        writer.submit(
                                new Request<>(
                                        seat,
                                        command.id(),
                                        command.bodyHash(),
                                        command.command())));
    }

    /** The same, to another part than main. */
    public Future<Reply> submit(SeatId seat, PartCommand<?> command) {
        return paced(seat, () -> parts.submit(seat, command));
    }

    private Future<Reply> paced(SeatId seat, Supplier<Future<Reply>> command) {
        Promise<Reply> promise = Promise.promise();
        context.runOnContext(_ -> {
            long now = clock.steadyMs();
            presence.heard(seat, now, now + pace.graceMs());
            returned(seat);
            if (limits.allow(seat, now)) {
                command.get().onComplete(promise);
            } else {
                promise.complete(new Reply.Nack(Code.TOO_FAST));
            }
        });
        return promise.future();
    }

    /** The parts beside main. */
    public LiveParts parts() {
        return parts;
    }

    /** Who has a seat. */
    public Directory directory() {
        return directory;
    }

    /** Who comes and who goes. */
    public Doorway doorway() {
        return doorway;
    }

    /** Who counts as here. */
    public Future<Set<SeatId>> here() {
        return look(view ->
                view.room().seats().keySet().stream()
                        .filter(presence::isHere)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Tells the room what its session says of it now. */
    public Future<Void> brief(Session session) {
        return briefing.brief(session);
    }

    /** Somebody has accepted the ground rules at the door. */
    public Future<Reply> accept(SeatId seat, int version) {
        return byServer(seat, RoomCommand.of(new RulesCommand.AcceptRules(version)));
    }

    /** What the server does of itself, or in somebody's name at the door. */
    public Future<Reply> byServer(SeatId actor, RoomCommand command) {
        return writer.submit(Request.ofServer(actor, command));
    }

    /** The seat has asked for a page: it is here for as long as such a reader may be silent. */
    public void heardByPage(SeatId seat) {
        context.runOnContext(_ -> {
            long now = clock.steadyMs();
            presence.heard(seat, now, now + pace.pageGraceMs());
            presence.reads(seat, now + PAGES_READ * pace.pageGraceMs());
            returned(seat);
        });
    }

    /**
     * Subscribes and welcomes; done again, it welcomes anew.
     *
     * @param after how far the subscriber has come; empty for a snapshot
     */
    public void attach(Subscriber subscriber, Optional<Position> after) {
        context.runOnContext(_ -> attachNow(subscriber, after));
    }

    /** The seat's role is another now: a new start, also in the parts that are followed. */
    void attachAnew(Subscriber subscriber) {
        attachNow(subscriber, Optional.empty());
        parts.followAnew(subscriber);
    }

    void attachNow(Subscriber subscriber, Optional<Position> after) {
        Optional<Role> role = writer.state().role(subscriber.seat());
        if (role.isEmpty()) {
            Hub.end(subscriber, CloseCode.NOT_FOUND);
            return;
        }
        boolean isNew = hub.audienceOf(subscriber).isEmpty();
        AudienceKey audience = AudienceKey.main(Audience.of(role.get()));
        Channel channel = outlet.channel(audience);
        outlet.ready(channel, after);
        if (isNew) {
            presence.connected(subscriber.seat());
            hub.oneTooMany(subscriber.seat())
                    .ifPresent(oldest -> {
                        detachNow(oldest);
                        Hub.end(oldest, CloseCode.TOO_MANY_STREAMS);
                    });
        }
        Batch welcome =
                welcomes.welcome(
                        writer.state(),
                        subscriber.seat(),
                        channel,
                        () -> outlet.snapshot(channel),
                        after,
                        clock.nowMs(),
                        presence.count(),
                        telling.counts(outlet.state(audience), outlet.lags(audience)),
                        briefing,
                        outlet.lane(channel));
        if (isNew) {
            hub.count(welcome, after.isPresent());
        }
        hub.add(subscriber, channel.audience());
        Hub.welcome(subscriber, welcome);
        returned(subscriber.seat());
    }

    public void detach(Subscriber subscriber) {
        context.runOnContext(_ -> detachNow(subscriber));
    }

    private void detachNow(Subscriber subscriber) {
        parts.forget(subscriber);
        if (hub.remove(subscriber)) {
            SeatId seat = subscriber.seat();
            long grace = speaks(seat) ? pace.speakerGraceMs() : pace.graceMs();
            long now = clock.steadyMs();
            long lastMs = now - clock.times() * subscriber.quietMs();
            presence.disconnected(seat, lastMs, now + grace);
        }
    }

    private void returned(SeatId seat) {
        if (writer.state().seat(seat).filter(Seat::absent).isPresent()) {
            report(seat, true, clock.nowMs());
        }
    }

    private boolean speaks(SeatId seat) {
        return writer.state()
                .floor()
                .stage()
                .holder()
                .filter(t -> t.request().seat().equals(seat))
                .isPresent();
    }

    private void strike(RoomCommand command, Runnable done) {
        byServer(SeatId.SERVER, command).onComplete(_ -> context.runOnContext(_ -> done.run()));
    }

    /** Sees what has become durable: sends it to each audience that may see it. */
    void published(Published<Room, RoomEvent> event) {
        outlet.take(event, casts.of(event));
        chairs.saw(event);
        watcher.saw(this, event);
        if (event.lastOfCommand()) {
            clockwork.look();
        }
        doorway.follow(event);
    }

    /** A hello and nothing else: what it says has changed. */
    void greetAgain(Subscriber subscriber) {
        hub.audienceOf(subscriber)
                .map(outlet::channel)
                .map(Channel::position)
                .ifPresent(at -> attachNow(subscriber, Optional.of(at)));
    }

    /** What its links went through. */
    public Future<Traffic> traffic() {
        return look(_ -> hub.traffic());
    }

    /** Ends all connections of a seat. */
    public void end(SeatId seat, CloseCode code) {
        context.runOnContext(_ -> endAll(seat, code));
    }

    /** Ends all that is connected by a link that is good no more. */
    public void endLink(LinkId link) {
        context.runOnContext(_ ->
                writer.state().seats().keySet().stream()
                        .filter(s -> s.link().equals(link))
                        .forEach(s -> endAll(s, CloseCode.LINK_REVOKED)));
    }

    void endAll(SeatId seat, CloseCode code) {
        outlet.flush();
        hub.of(seat).forEach(s -> Hub.end(s, code));
    }

    /** Once a second: heartbeats, graces, counts. */
    void tick() {
        context.runOnContext(_ -> {
            long now = clock.steadyMs();
            presence.expire(now).stream()
                    .filter(g -> writer.state().presenceMatters(g.seat()))
                    .forEach(g -> report(g.seat(), false, clock.nowMs() - (now - g.lastMs())));
            clockwork.look();
            doorway.settleMode();
            limits.forget(now);
            telling.count();
            outlet.tick();
            parts.tick();
        });
    }

    /** Whether the room may be forgotten. To be asked on its context. */
    boolean idle() {
        return hub.all().isEmpty() && presence.nobody() && writer.idle() && parts.idle();
    }

    /** The room leaves memory: who is still connected comes back to its successor. */
    void retire(CloseCode code) {
        writer.retire();
        context.runOnContext(_ -> clockwork.stop());
        context.runOnContext(_ -> parts.retire());
        context.runOnContext(_ -> hub.all().forEach(s -> Hub.end(s, code)));
    }

    Context context() {
        return context;
    }

    Room state() {
        return writer.state();
    }
}
