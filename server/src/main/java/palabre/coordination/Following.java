package palabre.coordination;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.seats.Seat;
import palabre.core.seats.SeatCommand;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.core.session.Whereabouts;
import palabre.live.LiveRoom;
import palabre.live.Rooms;
import palabre.secrets.Base32;
import palabre.sessions.Sessions;
import palabre.writer.Request;

/**
 * Brings the rooms of a session to where the session is: who was sent elsewhere sits down there,
 * and then leaves where they were. The session remembers which rooms have not followed yet ({@link
 * Whereabouts#leaving}), so that a crash on the way is made good at the next start. Every step may
 * be done again.
 */
final class Following {
    private final Sessions sessions;
    private final Rooms rooms;

    /** The last of each session, behind which the next one waits. */
    private final Map<SessionId, Future<Void>> last = new ConcurrentHashMap<>();

    Following(Sessions sessions, Rooms rooms) {
        this.sessions = sessions;
        this.rooms = rooms;
    }

    /** Fails when a room could not follow; then it is to be asked again. */
    Future<Void> follow(SessionId id) {
        Promise<Void> done = Promise.promise();
        Future<Void> mine = done.future();
        Optional.ofNullable(last.put(id, mine))
                .orElseGet(Future::succeededFuture)
                .onComplete(_ -> catchUp(id).onComplete(done));
        return mine.onComplete(_ -> last.remove(id, mine));
    }

    private Future<Void> catchUp(SessionId id) {
        Optional<Session> behind =
                sessions.find(id).filter(s -> !s.whereabouts().leaving().isEmpty());
        if (behind.isEmpty()) {
            return Future.succeededFuture();
        }
        Session session = behind.get();
        List<Future<Void>> left = new ArrayList<>();
        for (RoomId from : session.whereabouts().leaving()) {
            session.room(from).ifPresent(c -> left.add(leave(session, c)));
        }
        var done = new SessionCommand.NoteFollowed(session.whereabouts());
        String command = "followed-" + Base32.random(16);
        return Future.join(left)
                .compose(_ -> sessions.submit(id, new Request<>(SeatId.SERVER, command, "", done)))
                .mapEmpty();
    }

    /** The room is told first who goes where, as long as it knows their names. */
    private Future<Void> leave(Session session, Charter from) {
        return rooms.live(from)
                .compose(room ->
                        room.brief(session)
                                .compose(_ -> room.look(LiveRoom.View::room))
                                .compose(now -> sendOff(session, room, now)));
    }

    private Future<Void> sendOff(Session session, LiveRoom room, Room now) {
        List<Future<Void>> moves = new ArrayList<>();
        for (Seat seat : now.seats().values()) {
            session.whereIs(seat.id())
                    .filter(to -> !to.equals(now.charter().room()))
                    .flatMap(session::room)
                    .map(to ->
                            arrive(session, now, seat, to)
                                    .compose(_ -> room.doorway().sendOff(seat.id()))
                                    .<Void>mapEmpty())
                    .ifPresent(moves::add);
        }
        return Future.join(moves).mapEmpty();
    }

    private Future<Void> arrive(Session session, Room from, Seat seat, Charter to) {
        int rules = session.rulesToAccept();
        boolean accepted = rules > 0 && from.rules().heldBy(seat.id());
        var person = seat.person().as(session.roleIn(seat.id(), to.room()));
        return rooms.live(to)
                .compose(there ->
                        there.brief(session)
                                .compose(_ ->
                                        there.doorway()
                                                .sit(
                                                        seat.id(),
                                                        person,
                                                        true,
                                                        !session.asksFirst(seat.id(), to)))
                                .compose(_ -> called(there, seat))
                                .compose(_ ->
                                        accepted
                                                ? there.accept(seat.id(), rules)
                                                : Future.succeededFuture()))
                .mapEmpty();
    }

    /** Who came there by themselves while the server started is called as they were here. */
    private static Future<?> called(LiveRoom there, Seat seat) {
        String name = seat.person().name();
        return there.look(v -> v.room().seat(seat.id()))
                .compose(s ->
                        s.filter(x -> !x.person().name().equals(name)).isEmpty()
                                ? Future.succeededFuture()
                                : there.byServer(
                                        seat.id(), RoomCommand.of(new SeatCommand.Rename(name))));
    }
}
