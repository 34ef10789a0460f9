package palabre.coordination;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.live.LiveRoom;
import palabre.live.Rooms;
import palabre.secrets.Base32;
import palabre.sessions.Sessions;
import palabre.writer.Reply;
import palabre.writer.Request;

/**
 * A room goes on or off the record, in three steps: the room settles it, and takes nothing more;
 * the session says so; the part that follows begins with those who go on in it. What a kill leaves
 * half done is finished when the room is loaded: a part that has not begun begins with nobody,
 * since who agreed was known off the record alone, and with the doors that the record knows.
 */
final class ModeSwitch {
    private static final long AGAIN_MS = 1_000;

    private final Vertx vertx;
    private final Sessions sessions;
    private final Rooms rooms;
    private final Set<RoomId> underWay = ConcurrentHashMap.newKeySet();

    ModeSwitch(Vertx vertx, Sessions sessions, Rooms rooms) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.rooms = rooms;
    }

    /** Onto the record go those who agreed, and those without a device whose steward did. */
    void settled(LiveRoom room, Room before, Room after, boolean onRecord) {
        Set<SeatId> carried =
                onRecord
                        ? before.doors()
                                .proposal()
                                .map(p -> withThoseWithoutADevice(after, p.agreed()))
                                .orElse(Set.of())
                        : after.seats().keySet();
        room.here().onSuccess(here -> change(after, carried, here, onRecord));
    }

    private static Set<SeatId> withThoseWithoutADevice(Room room, Set<SeatId> agreed) {
        Set<SeatId> all = new HashSet<>(agreed);
        room.seats().values().stream()
                .filter(s -> s.keeper().filter(agreed::contains).isPresent())
                .forEach(s -> all.add(s.id()));
        return all;
    }

    private void change(Room before, Set<SeatId> carried, Set<SeatId> here, boolean onRecord) {
        Charter charter = before.charter();
        underWay.add(charter.room());
        SessionCommand command = new SessionCommand.SwitchMode(charter.room(), onRecord);
        String id = "mode-" + Base32.random(16);
        sessions.submit(charter.session(), new Request<>(SeatId.SERVER, id, "", command))
                .compose(reply ->
                        reply instanceof Reply.Nack n
                                ? Future.failedFuture(n.code().name())
                                : begin(before, carried, here))
                .onFailure(
                        _ -> vertx.setTimer(AGAIN_MS, _ -> change(before, carried, here, onRecord)))
                .onSuccess(_ -> underWay.remove(charter.room()));
    }

    private Future<Void> begin(Room before, Set<SeatId> carried, Set<SeatId> here) {
        Session session = sessions.find(before.charter().session()).orElseThrow();
        Charter now = session.room(before.charter().room()).orElseThrow();
        var part = new RoomCommand.BeginPart(now.part(), before, carried);
        return rooms.reopen(
                        now,
                        room -> room.brief(session).compose(_ -> room.doorway().begin(part, here)))
                .mapEmpty();
    }

    /** Finishes what was begun before the server fell. */
    void loaded(LiveRoom room, Room state) {
        Charter charter = state.charter();
        if (!charter.onRecord() || underWay.contains(charter.room())) {
            return;
        }
        if (state.doors().part() < charter.part()) {
            room.doorway()
                    .begin(new RoomCommand.BeginPart(charter.part(), state, Set.of()), Set.of());
        } else if (state.doors().ended()) {
            change(state, state.seats().keySet(), Set.of(), false);
        }
    }
}
