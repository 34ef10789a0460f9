package palabre.live;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.room.ContactEvent;
import palabre.core.room.DoorCommand;
import palabre.core.room.DoorEvent;
import palabre.core.room.Doors;
import palabre.core.room.Person;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.room.RoomEvent;
import palabre.core.room.RulesCommand;
import palabre.core.room.RulesEvent;
import palabre.core.room.Seat;
import palabre.core.room.SeatCommand;
import palabre.core.room.SeatEvent;
import palabre.writer.Published;
import palabre.writer.Reply;

/** Who comes into a room and who leaves it, and what that means for connections. */
public final class Doorway {
    private final LiveRoom room;
    private final Hub hub;
    private final Presence presence;
    private final Set<SeatId> sentOff = ConcurrentHashMap.newKeySet();

    Doorway(LiveRoom room, Hub hub, Presence presence) {
        this.room = room;
        this.hub = hub;
        this.presence = presence;
    }

    /** Makes sure that the seat is taken; refused to who waits in the lobby. */
    public Future<Reply> sit(SeatId seat, Person person, boolean invited) {
        return room.look(view -> entry(view.room(), seat))
                .compose(answer ->
                        answer.isPresent()
                                ? Future.succeededFuture(answer.get())
                                : room.byServer(seat, new SeatCommand.TakeSeat(person, invited))
                                        .compose(reply -> checked(reply, seat)));
    }

    private Future<Reply> checked(Reply reply, SeatId seat) {
        return reply instanceof Reply.Nack
                ? Future.succeededFuture(reply)
                : room.look(view -> entry(view.room(), seat).orElse(reply));
    }

    /** What is to be said to who comes; empty when they have no seat yet. */
    private static Optional<Reply> entry(Room room, SeatId seat) {
        if (room.doors().waits(seat)) {
            return Optional.of(new Reply.Nack(Code.IN_LOBBY));
        }
        if (room.doors().publicCut() && observes(room, seat)) {
            return Optional.of(new Reply.Nack(Code.PUBLIC_CUT));
        }
        return room.seat(seat).map(_ -> new Reply.Ack(0));
    }

    private static boolean observes(Room room, SeatId seat) {
        return room.role(seat).filter(r -> r == Role.OBSERVER).isPresent();
    }

    /** The seat goes on in another room. */
    public Future<Reply> sendOff(SeatId seat) {
        sentOff.add(seat);
        return room.byServer(seat, new SeatCommand.LeaveSeat());
    }

    /**
     * Takes over who was in the room before it was opened anew, and nothing but that: those who
     * left meanwhile leave, those who came are seated.
     */
    public Future<Void> inherit(Room members, Set<SeatId> here, int rules) {
        here.forEach(room::heardByPage);
        return room.look(LiveRoom.View::room)
                .compose(now -> {
                    Future<Void> done = Future.succeededFuture();
                    for (SeatId seat : now.seats().keySet()) {
                        if (members.seat(seat).isEmpty()) {
                            done = then(done, seat, new SeatCommand.LeaveSeat());
                        }
                    }
                    for (Map.Entry<SeatId, Person> w : members.doors().waiting().entrySet()) {
                        done =
                                then(
                                        done,
                                        SeatId.SERVER,
                                        new DoorCommand.HoldInLobby(w.getKey(), w.getValue()));
                    }
                    for (Seat seat : members.seats().values()) {
                        if (seat.keeper().isPresent()) {
                            continue;
                        }
                        if (now.seat(seat.id()).isEmpty()) {
                            done = then(done, seat.id(), SeatCommand.TakeSeat.again(seat));
                        }
                        if (rules > 0 && members.rules().heldBy(seat.id())) {
                            done = then(done, seat.id(), new RulesCommand.AcceptRules(rules));
                        }
                    }
                    return done;
                });
    }

    private Future<Void> then(Future<Void> before, SeatId seat, RoomCommand command) {
        return before.compose(_ -> room.byServer(seat, command)).mapEmpty();
    }

    /** What an event means for the connections of the seat that it is about. */
    void follow(Published<Room, RoomEvent> event) {
        switch (event.event()) {
            case RulesEvent.RulesLaid _ -> hub.all().forEach(room::greetAgain);
            case RulesEvent.RulesAccepted e -> hub.of(e.seat()).forEach(room::greetAgain);
            case ContactEvent e -> contacts(e, event.after());
            case SeatEvent.RoleChanged e ->
                    hub.of(e.seat()).forEach(s -> room.attachNow(s, Optional.empty()));
            case SeatEvent.SeatRemoved e -> room.endAll(e.seat(), CloseCode.REMOVED);
            case SeatEvent.SeatHanded e -> room.endAll(e.seat(), CloseCode.LINK_REVOKED);
            case SeatEvent.SeatLeft e -> left(e.seat(), event.after());
            case DoorEvent.PublicViewSet e when e.cut() -> cutPublic(event.after());
            case DoorEvent.ModeAgreed _ -> settleMode();
            default -> {}
        }
    }

    /** What only the chair is told of has changed. */
    void greetChairs() {
        room.look(LiveRoom.View::room)
                .onSuccess(now ->
                        now.seats().values().stream()
                                .filter(s -> s.person().role().chairs())
                                .forEach(s -> hub.of(s.id()).forEach(room::greetAgain)));
    }

    /** What both now know of each other. */
    private void contacts(ContactEvent e, Room after) {
        Set<SeatId> concerned =
                new HashSet<>(after.meeting().contacts().givenTo(e.seat()).keySet());
        concerned.add(e.seat());
        concerned.forEach(s -> hub.of(s).forEach(room::greetAgain));
    }

    private void left(SeatId seat, Room after) {
        CloseCode code = after.doors().waits(seat) ? CloseCode.IN_LOBBY : CloseCode.LEFT;
        room.endAll(seat, sentOff.remove(seat) ? CloseCode.MOVED : code);
    }

    private void cutPublic(Room after) {
        after.seats().values().stream()
                .filter(s -> s.person().role() == Role.OBSERVER)
                .forEach(s -> room.endAll(s.id(), CloseCode.PUBLIC_CUT));
    }

    /** Once all who are here have agreed on the room's mode, it is so. */
    void settleMode() {
        Optional<Doors.Proposal> proposal = room.state().doors().proposal();
        if (proposal.isEmpty()) {
            return;
        }
        Set<SeatId> here =
                room.state().seats().values().stream()
                        .filter(s -> s.keeper().isEmpty())
                        .map(Seat::id)
                        .filter(presence::isHere)
                        .collect(Collectors.toUnmodifiableSet());
        if (proposal.get().agreed().containsAll(here)) {
            room.byServer(SeatId.SERVER, new DoorCommand.SettleMode(here));
        }
    }
}
