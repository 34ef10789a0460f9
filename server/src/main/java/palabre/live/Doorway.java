package palabre.live;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.contacts.ContactEvent;
import palabre.core.entry.RulesEvent;
import palabre.core.publicview.PublicViewEvent;
import palabre.core.recording.RecordingCommand;
import palabre.core.recording.RecordingEvent;
import palabre.core.room.Doors;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.room.RoomEvent;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;
import palabre.writer.Published;
import palabre.writer.Reply;

/** Who comes into a room and who leaves it, and what that means for connections. */
public final class Doorway {
    private static final int GREETED_AT_ONCE = 100;

    private final LiveRoom room;
    private final Hub hub;
    private final Presence presence;
    private final Set<SeatId> sentOff = ConcurrentHashMap.newKeySet();

    /** Who was here before the room went on the record, and has not agreed to that. */
    private final Map<SeatId, SeatCommand.TakeSeat> outside = new ConcurrentHashMap<>();

    Doorway(LiveRoom room, Hub hub, Presence presence) {
        this.room = room;
        this.hub = hub;
        this.presence = presence;
    }

    /**
     * Makes sure that the seat is taken; refused to who waits in the lobby.
     *
     * @param agreed whether they know that the room is on the record, when it is
     */
    public Future<Reply> sit(SeatId seat, Person person, boolean invited, boolean agreed) {
        SeatCommand.TakeSeat known =
                outside.getOrDefault(seat, new SeatCommand.TakeSeat(person, invited, agreed));
        return room.look(view -> entry(view.room(), seat))
                .compose(answer ->
                        answer.isPresent()
                                ? Future.succeededFuture(answer.get())
                                : room.byServer(
                                                seat,
                                                RoomCommand.of(
                                                        new SeatCommand.TakeSeat(
                                                                known.person(),
                                                                invited,
                                                                known.invitedAs(),
                                                                agreed)))
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
        return room.byServer(seat, RoomCommand.of(new SeatCommand.LeaveSeat()));
    }

    /**
     * The room goes on as it was under its other mode, with those who are carried; who is not is
     * known by name in this process's memory alone, until they agree.
     */
    public Future<Void> begin(RoomCommand.BeginPart part, Set<SeatId> here) {
        part.before()
                .seats()
                .forEach((id, seat) -> {
                    if (seat.keeper().isEmpty() && !part.carried().contains(id)) {
                        outside.put(
                                id,
                                new SeatCommand.TakeSeat(
                                        seat.person(), true, seat.invitedAs(), false));
                    }
                });
        part.before()
                .doors()
                .waiting()
                .forEach((id, p) -> outside.put(id, new SeatCommand.TakeSeat(p, false, false)));
        return room.byServer(SeatId.SERVER, part)
                .compose(reply ->
                        reply instanceof Reply.Nack n
                                ? Future.failedFuture(n.code().name())
                                : Future.succeededFuture())
                .onSuccess(_ ->
                        here.stream().filter(part.carried()::contains).forEach(room::heardByPage))
                .mapEmpty();
    }

    private void follow(SeatEvent event, Room after) {
        SeatId seat = event.seat();
        switch (event) {
            case SeatEvent.SeatRenamed _ -> hub.of(seat).forEach(room::greetAgain);
            case SeatEvent.RoleChanged _ -> hub.of(seat).forEach(room::attachAnew);
            case SeatEvent.SeatRemoved _ -> room.endAll(seat, CloseCode.REMOVED);
            case SeatEvent.SeatHanded _ -> room.endAll(seat, CloseCode.LINK_REVOKED);
            case SeatEvent.SeatLeft _ -> left(seat, after);
            case SeatEvent.SeatJoined _,
                    SeatEvent.SeatAbsent _,
                    SeatEvent.SeatReturned _,
                    SeatEvent.SeatDeclared _ -> {}
        }
    }

    /** What an event means for the connections of the seat that it is about. */
    void follow(Published<Room, RoomEvent> event) {
        switch (event.event()) {
            case RoomEvent.OnRules(RulesEvent.RulesLaid _) -> greetAll(hub.all());
            case RoomEvent.OnRules(RulesEvent.RulesAccepted e) ->
                    hub.of(e.seat()).forEach(room::greetAgain);
            case RoomEvent.OnContacts e -> contacts(e.event(), event.after());
            case RoomEvent.OnSeats e -> follow(e.event(), event.after());
            case RoomEvent.OnPublicView(PublicViewEvent.PublicViewSet e) when e.cut() ->
                    cutPublic(event.after());
            case RoomEvent.OnRecording(RecordingEvent.ModeAgreed _) -> settleMode();
            default -> {}
        }
    }

    /** Thousands are greeted a few at a time: between these the loop serves others. */
    private void greetAll(List<Subscriber> all) {
        all.stream().limit(GREETED_AT_ONCE).forEach(room::greetAgain);
        if (all.size() > GREETED_AT_ONCE) {
            List<Subscriber> rest = all.subList(GREETED_AT_ONCE, all.size());
            room.context().runOnContext(_ -> greetAll(rest));
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

    /**
     * Once all who are here have agreed on the room's mode, it is so; while nobody is here, once
     * all have whose room it is.
     */
    void settleMode() {
        Optional<Doors.Proposal> proposal = room.state().doors().proposal();
        if (proposal.isEmpty()) {
            return;
        }
        Set<SeatId> all =
                room.state().seats().values().stream()
                        .filter(s -> s.keeper().isEmpty())
                        .map(Seat::id)
                        .collect(Collectors.toUnmodifiableSet());
        Set<SeatId> here =
                all.stream().filter(presence::mayAnswer).collect(Collectors.toUnmodifiableSet());
        Set<SeatId> asked = here.isEmpty() ? all : here;
        if (proposal.get().agreed().containsAll(asked)) {
            room.byServer(SeatId.SERVER, RoomCommand.of(new RecordingCommand.SettleMode(asked)));
        }
    }
}
