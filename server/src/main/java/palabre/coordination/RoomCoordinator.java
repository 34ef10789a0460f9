package palabre.coordination;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import palabre.codec.ClientCommand;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.coordination.CoordinationCommand;
import palabre.core.floor.FloorCommand;
import palabre.core.recording.RecordingCommand;
import palabre.core.recording.RecordingEvent;
import palabre.core.results.Results;
import palabre.core.results.ResultsEvent;
import palabre.core.room.Charter;
import palabre.core.room.Presiding;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.room.RoomDecider;
import palabre.core.room.RoomEvent;
import palabre.core.seats.Seat;
import palabre.core.session.Asker;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.core.session.Whereabouts;
import palabre.live.LiveRoom;
import palabre.live.RoomWatcher;
import palabre.live.Rooms;
import palabre.log.CommandKey;
import palabre.mail.Letters;
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;
import palabre.sessions.Sessions;
import palabre.writer.Published;
import palabre.writer.Reply;
import palabre.writer.Request;
import palabre.writer.Ticker;

/** Has the session decide, then sees to it that its rooms follow. */
public final class RoomCoordinator implements RoomWatcher {
    private static final long LOOK_EVERY_MS = 1_000;

    /** How often what could not be done at once is tried again. */
    private static final long FINISH_EVERY_MS = 30_000;

    private static final SecureRandom LOTS = new SecureRandom();

    private final Vertx vertx;
    private final Sessions sessions;
    private final Rooms rooms;
    private final Ticker ticker;
    private final Following following;
    private final ModeSwitch modes;
    private volatile Optional<Letters> letters = Optional.empty();

    public RoomCoordinator(Vertx vertx, Sessions sessions, Rooms rooms, Ticker ticker) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.rooms = rooms;
        this.ticker = ticker;
        this.following = new Following(sessions, rooms);
        this.modes = new ModeSwitch(vertx, sessions, rooms);
    }

    /** From now on it has letters written at the end of a session. */
    public void write(Letters writer) {
        letters = Optional.of(writer);
    }

    /**
     * From now on it watches the rooms, and the clock for groups whose time is over.
     *
     * @return when the rooms have followed what was decided before the server fell, as far as they
     *     can
     */
    public Future<Void> start() {
        rooms.watch(this);
        vertx.setPeriodic(Math.max(20, LOOK_EVERY_MS / ticker.times()), _ -> callBackDue());
        vertx.setPeriodic(FINISH_EVERY_MS, _ -> finish());
        return finish();
    }

    private Future<Void> finish() {
        List<Future<Void>> all =
                sessions.all().stream()
                        .filter(s -> !s.whereabouts().leaving().isEmpty())
                        .map(s -> following.follow(s.id()))
                        .toList();
        return Future.join(all).<Void>mapEmpty().otherwiseEmpty();
    }

    /** Their time is measured in the room from which they went. */
    private void callBackDue() {
        for (Session s : sessions.all()) {
            s.whereabouts().groups().values().stream()
                    .filter(g -> g.untilMs() > 0)
                    .forEach(g -> callBackDue(s, g));
        }
    }

    private void callBackDue(Session session, Whereabouts.Breakout groups) {
        rooms.live(session.room(groups.parent()).orElseThrow())
                .compose(room ->
                        room.brief(session).compose(_ -> room.look(RoomCoordinator::isOver)))
                .otherwise(_ -> groups.untilMs() <= ticker.nowMs())
                .onSuccess(over -> {
                    if (over) {
                        change(
                                session.id(),
                                SeatId.SERVER,
                                "call-" + groups.groups().getFirst().room(),
                                "",
                                new SessionCommand.CallBack(groups.parent(), Optional.empty()));
                    }
                });
    }

    private static boolean isOver(LiveRoom.View view) {
        long untilMs = view.room().doors().groupsUntilMs();
        return untilMs > 0 && untilMs <= view.nowMs();
    }

    /**
     * What a chair asks that concerns other rooms too. A command that comes again is answered
     * before it is looked at again: what it asks for may be impossible by now, since it was done.
     */
    public Future<Reply> carryOut(LiveRoom room, SeatId actor, ClientCommand command) {
        String id = "c-" + ServerKey.lookup(command.id()).substring(0, 26);
        String hash = ServerKey.lookup(command.bodyHash());
        return room.look(LiveRoom.View::room)
                .compose(now -> {
                    SessionId session = now.charter().session();
                    return sessions.answered(session, new CommandKey(actor, id), hash)
                            .compose(known ->
                                    known.isPresent()
                                            ? followed(session, known.get())
                                            : decide(room, now, actor, command.command(), id, hash))
                            .otherwise(new Reply.Nack(Code.STORE_UNAVAILABLE));
                });
    }

    private Future<Reply> decide(
            LiveRoom room, Room now, SeatId actor, RoomCommand command, String id, String hash) {
        Optional<Session> session = sessions.find(now.charter().session());
        Optional<Code> no = RoomDecider.mayNot(now, actor, command);
        Asker asker = asker(now, actor);
        if (session.isEmpty() || no.isPresent() || !asker.role().chairs()) {
            return refused(no.orElse(Code.ROLE_MAY_NOT));
        }
        if (!(command instanceof RoomCommand.OnCoordination(CoordinationCommand c))) {
            return refused(Code.UNKNOWN_COMMAND);
        }
        return switch (planned(session.get(), now, asker, c)) {
            case Plan.Possible p ->
                    presided(room, now, actor)
                            .compose(_ -> change(session.get().id(), actor, id, hash, p.command()))
                            .onSuccess(_ -> {
                                if (c instanceof CoordinationCommand.CloseLink) {
                                    sessions.find(session.get().id()).ifPresent(room::brief);
                                }
                            });
            case Plan.Impossible p -> refused(p.code());
        };
    }

    /** Who acts as chair while nobody presides, presides from then on. */
    private static Future<?> presided(LiveRoom room, Room now, SeatId actor) {
        return Presiding.vacant(now)
                ? room.byServer(actor, RoomCommand.of(new FloorCommand.TakeChair()))
                : Future.succeededFuture();
    }

    /** As the room knows them: with their role there, and whether they preside. */
    private static Asker asker(Room room, SeatId actor) {
        return new Asker(
                actor,
                room.charter().room(),
                room.person(actor).role(),
                Presiding.acts(room, actor));
    }

    private static Future<Reply> refused(Code code) {
        return Future.succeededFuture(new Reply.Nack(code));
    }

    private sealed interface Plan {
        record Possible(SessionCommand command) implements Plan {}

        record Impossible(Code code) implements Plan {}
    }

    private Plan planned(Session session, Room room, Asker by, CoordinationCommand command) {
        if (sent(command).anyMatch(s -> !Presiding.decidesAbout(room, by.seat(), s))) {
            return new Plan.Impossible(Code.NOT_OVER_MODERATOR);
        }
        return switch (command) {
            case CoordinationCommand.CallBack _ ->
                    new Plan.Possible(new SessionCommand.CallBack(by.from(), Optional.of(by)));
            case CoordinationCommand.CloseLink c ->
                    new Plan.Possible(new SessionCommand.CloseLink(c.link(), Optional.of(by)));
            case CoordinationCommand.MovePeople c -> {
                Map<SeatId, RoomId> moved = new LinkedHashMap<>();
                c.seats().forEach(s -> moved.put(s, c.room()));
                boolean mine =
                        c.seats().stream()
                                .allMatch(s ->
                                        room.seat(s).isPresent()
                                                || session.whereabouts().places().containsKey(s));
                yield mine
                        ? new Plan.Possible(new SessionCommand.Place(by, moved))
                        : new Plan.Impossible(Code.UNKNOWN_SEAT);
            }
            case CoordinationCommand.OpenGroups c when c.onRecord() && !room.charter().onRecord() ->
                    new Plan.Impossible(Code.NOT_RECORDED);
            case CoordinationCommand.OpenGroups c ->
                    new Grouping(room, by, () -> new RoomId(Base32.random(16)), LOTS::nextLong)
                            .plan(c, ticker.nowMs())
                            .<Plan>map(Plan.Possible::new)
                            .orElseGet(() -> new Plan.Impossible(Code.UNKNOWN_SEAT));
        };
    }

    /** Who would go elsewhere because they are named; by lot, nobody of the chair does. */
    private static Stream<SeatId> sent(CoordinationCommand command) {
        return switch (command) {
            case CoordinationCommand.MovePeople c -> c.seats().stream();
            case CoordinationCommand.OpenGroups c ->
                    c.groups().stream().flatMap(g -> g.seats().stream());
            case CoordinationCommand.CallBack _, CoordinationCommand.CloseLink _ -> Stream.of();
        };
    }

    /** The session decides once; then its rooms follow. */
    private Future<Reply> change(
            SessionId id, SeatId actor, String commandId, String hash, SessionCommand command) {
        return sessions.submit(id, new Request<>(actor, commandId, hash, command))
                .compose(reply -> followed(id, reply));
    }

    /** What is not done yet when it is acknowledged is done later: the session remembers it. */
    private Future<Reply> followed(SessionId id, Reply reply) {
        return reply instanceof Reply.Nack
                ? Future.succeededFuture(reply)
                : following.follow(id).transform(_ -> Future.succeededFuture(new Reply.Ack(0)));
    }

    @Override
    public void saw(LiveRoom room, Published<Room, RoomEvent> event) {
        Charter charter = event.after().charter();
        switch (event.event()) {
            case RoomEvent.OnRecording(RecordingEvent.ModeSettled e) ->
                    modes.settled(room, event.before(), event.after(), e.onRecord());
            case RoomEvent.OnResults(ResultsEvent.MeetingClosed _) when charter.main() ->
                    close(charter.session(), event.atMs());
            default -> {}
        }
    }

    /**
     * A meeting that was closed when the server fell is closed for its session too, whichever of
     * its rooms people come back to first.
     */
    @Override
    public void loaded(LiveRoom room, Room state) {
        modes.loaded(room, state);
        Charter charter = state.charter();
        Optional<Session> open = sessions.find(charter.session()).filter(s -> !s.closed());
        if (charter.main() && state.meeting().closed() && open.isPresent()) {
            close(charter.session(), state.meeting().closedMs());
        } else if (!charter.main()) {
            open.flatMap(Session::mainRoom).filter(Charter::onRecord).ifPresent(rooms::live);
        }
        settleAgreed(room, state);
    }

    /** Everybody had agreed on another mode when the server fell: nobody has to be asked again. */
    private static void settleAgreed(LiveRoom room, Room state) {
        Set<SeatId> all =
                state.seats().values().stream()
                        .filter(s -> s.keeper().isEmpty())
                        .map(Seat::id)
                        .collect(Collectors.toUnmodifiableSet());
        boolean agreed =
                state.doors().proposal().filter(p -> p.agreed().containsAll(all)).isPresent();
        if (agreed && !all.isEmpty()) {
            room.byServer(SeatId.SERVER, RoomCommand.of(new RecordingCommand.SettleMode(all)));
        }
    }

    private void close(SessionId id, long atMs) {
        sessions.submit(
                        id,
                        new Request<>(SeatId.SERVER, "close", "", new SessionCommand.Close(atMs)))
                .compose(_ -> following.follow(id).otherwiseEmpty())
                .onSuccess(_ -> {
                    Session session = sessions.find(id).orElseThrow();
                    rooms.brief(session);
                    letters.ifPresent(l -> tell(session, l));
                });
    }

    private void tell(Session session, Letters writer) {
        Optional<Charter> main = session.mainRoom().filter(Charter::onRecord);
        Future<Optional<Results>> results =
                main.map(rooms::recorded)
                        .map(read -> read.map(r -> Optional.of(r.meeting().results())))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
        results.compose(r -> writer.results(session, r));
    }
}
