package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;
import palabre.core.seats.SeatEvent;

/** Who comes in, and what the room becomes. The actor may ask it. */
final class DoorDecider {
    private DoorDecider() {}

    static Decision<RoomEvent> decide(Steps steps, SeatId actor, DoorCommand command) {
        Room room = steps.room();
        return switch (command) {
            case DoorCommand.OpenLobby _ ->
                    room.doors().lobby() ? accepted() : accepted(new DoorEvent.LobbyOpened());
            case DoorCommand.CloseLobby _ -> {
                admit(steps, List.copyOf(room.doors().waiting().keySet()));
                yield room.doors().lobby()
                        ? steps.then(new DoorEvent.LobbyClosed()).decided()
                        : steps.decided();
            }
            case DoorCommand.AdmitAll _ ->
                    admit(steps, List.copyOf(room.doors().waiting().keySet())).decided();
            case DoorCommand.Admit c when room.seat(c.seat()).isPresent() -> accepted();
            case DoorCommand.Admit c when !room.doors().waits(c.seat()) ->
                    refused(Code.UNKNOWN_SEAT);
            case DoorCommand.Admit c -> admit(steps, List.of(c.seat())).decided();
            case DoorCommand.RefuseEntry c when !room.doors().waits(c.seat()) ->
                    room.removed().contains(c.seat().value())
                            ? accepted()
                            : refused(Code.UNKNOWN_SEAT);
            case DoorCommand.RefuseEntry c ->
                    steps.then(new DoorEvent.LobbyLeft(c.seat()))
                            .then(new SeatEvent.SeatRemoved(c.seat()))
                            .decided();
            case DoorCommand.TellLobby c ->
                    room.doors().told().equals(c.text())
                            ? accepted()
                            : accepted(new DoorEvent.LobbyTold(c.text()));
            case DoorCommand.ProposeMode c -> propose(steps, actor, c);
            case DoorCommand.DropMode _ ->
                    room.doors().proposal().isEmpty()
                            ? accepted()
                            : accepted(new DoorEvent.ModeDropped());
            case DoorCommand.AgreeToMode _ -> agree(room, actor);
            case DoorCommand.InsistOnMode _ -> insist(steps);
            case DoorCommand.SettleMode c -> settle(room, c);
            case DoorCommand.SetPublicView c -> {
                Doors d = room.doors();
                yield d.publicCut() == c.cut() && d.publicDelayMs() == c.delayMs()
                        ? accepted()
                        : accepted(new DoorEvent.PublicViewSet(c.cut(), c.delayMs()));
            }
            case DoorCommand.BeginPart c -> PassingOver.decide(steps, c);
            case DoorCommand.LayGroups c ->
                    room.doors().groups().equals(c.groups())
                                    && room.doors().groupsFrom().equals(c.parent())
                                    && room.doors().groupsUntilMs() == c.untilMs()
                            ? accepted()
                            : accepted(
                                    new DoorEvent.GroupsLaid(c.groups(), c.parent(), c.untilMs()));
        };
    }

    private static Steps admit(Steps steps, List<SeatId> seats) {
        for (SeatId seat : seats) {
            Person person = steps.room().doors().waiting().get(seat);
            if (person != null) {
                steps.then(new DoorEvent.LobbyLeft(seat));
                steps.then(new SeatEvent.SeatJoined(seat, person));
            }
        }
        return steps;
    }

    /** Who proposes agrees. */
    private static Decision<RoomEvent> propose(
            Steps steps, SeatId actor, DoorCommand.ProposeMode c) {
        if (steps.room().charter().onRecord() == c.onRecord()) {
            return accepted();
        }
        boolean same =
                steps.room()
                        .doors()
                        .proposal()
                        .filter(p -> p.onRecord() == c.onRecord())
                        .isPresent();
        return same
                ? accepted()
                : steps.then(new DoorEvent.ModeProposed(c.onRecord()))
                        .then(new DoorEvent.ModeAgreed(actor))
                        .decided();
    }

    private static Decision<RoomEvent> agree(Room room, SeatId actor) {
        Optional<Doors.Proposal> proposal = room.doors().proposal();
        if (proposal.isEmpty()) {
            return refused(Code.NOTHING_PROPOSED);
        }
        return proposal.get().agreed().contains(actor)
                ? accepted()
                : accepted(new DoorEvent.ModeAgreed(actor));
    }

    /** Not before they have had a minute; those without a device are answered for by who is. */
    private static Decision<RoomEvent> insist(Steps steps) {
        Optional<Doors.Proposal> proposal = steps.room().doors().proposal();
        if (proposal.isEmpty()) {
            return refused(Code.NOTHING_PROPOSED);
        }
        if (steps.atMs() - proposal.get().atMs() < Doors.ANSWER_MS) {
            return refused(Code.NOT_EVERYBODY);
        }
        List<Seat> silent = new ArrayList<>();
        if (proposal.get().onRecord()) {
            return accepted(new DoorEvent.ModeSettled(true));
        }
        for (Seat seat : steps.room().seats().values()) {
            if (seat.keeper().isEmpty() && !proposal.get().agreed().contains(seat.id())) {
                silent.add(seat);
            }
        }
        for (Seat seat : silent) {
            Turns.vacate(steps, seat.id());
            Absence.standDown(steps, seat.id());
            steps.then(new DoorEvent.LobbyEntered(seat.id(), seat.invited()));
            steps.then(new SeatEvent.SeatLeft(seat.id()));
        }
        return steps.then(new DoorEvent.ModeSettled(proposal.get().onRecord())).decided();
    }

    private static Decision<RoomEvent> settle(Room room, DoorCommand.SettleMode c) {
        Optional<Doors.Proposal> proposal = room.doors().proposal();
        boolean all =
                proposal.isPresent()
                        && room.seats().values().stream()
                                .filter(s -> s.keeper().isEmpty())
                                .map(Seat::id)
                                .filter(c.here()::contains)
                                .allMatch(s -> proposal.get().agreed().contains(s));
        return all ? accepted(new DoorEvent.ModeSettled(proposal.get().onRecord())) : accepted();
    }
}
