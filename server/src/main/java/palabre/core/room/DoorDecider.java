package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.core.breakouts.BreakoutCommand;
import palabre.core.breakouts.BreakoutEvent;
import palabre.core.lobby.LobbyCommand;
import palabre.core.lobby.LobbyEvent;
import palabre.core.publicview.PublicViewCommand;
import palabre.core.publicview.PublicViewEvent;
import palabre.core.recording.RecordingCommand;
import palabre.core.recording.RecordingEvent;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;
import palabre.core.seats.SeatEvent;

/** Who comes in, and what the room becomes. The actor may ask it. */
final class DoorDecider {
    private DoorDecider() {}

    static Decision<RoomEvent> decide(Steps steps, SeatId actor, RoomCommand.OnDoors command) {
        return switch (command) {
            case RoomCommand.OnLobby c -> lobby(steps, c.command());
            case RoomCommand.OnRecording c -> recording(steps, actor, c.command());
            case RoomCommand.OnPublicView c -> publicView(steps.room(), c.command());
            case RoomCommand.OnBreakouts c -> breakouts(steps.room(), c.command());
        };
    }

    private static Decision<RoomEvent> lobby(Steps steps, LobbyCommand command) {
        Room room = steps.room();
        return switch (command) {
            case LobbyCommand.OpenLobby _ ->
                    room.doors().lobby()
                            ? accepted()
                            : accepted(RoomEvent.of(new LobbyEvent.LobbyOpened()));
            case LobbyCommand.CloseLobby _ -> {
                admit(steps, List.copyOf(room.doors().waiting().keySet()));
                yield room.doors().lobby()
                        ? steps.then(new LobbyEvent.LobbyClosed()).decided()
                        : steps.decided();
            }
            case LobbyCommand.AdmitAll _ ->
                    admit(steps, List.copyOf(room.doors().waiting().keySet())).decided();
            case LobbyCommand.Admit c when room.seat(c.seat()).isPresent() -> accepted();
            case LobbyCommand.Admit c when !room.doors().waits(c.seat()) ->
                    refused(Code.UNKNOWN_SEAT);
            case LobbyCommand.Admit c -> admit(steps, List.of(c.seat())).decided();
            case LobbyCommand.RefuseEntry c when !room.doors().waits(c.seat()) ->
                    room.removed().contains(c.seat().value())
                            ? accepted()
                            : refused(Code.UNKNOWN_SEAT);
            case LobbyCommand.RefuseEntry c ->
                    steps.then(new LobbyEvent.LobbyLeft(c.seat()))
                            .then(new SeatEvent.SeatRemoved(c.seat()))
                            .decided();
            case LobbyCommand.TellLobby c ->
                    room.doors().told().equals(c.text())
                            ? accepted()
                            : accepted(RoomEvent.of(new LobbyEvent.LobbyTold(c.text())));
        };
    }

    private static Decision<RoomEvent> recording(
            Steps steps, SeatId actor, RecordingCommand command) {
        Room room = steps.room();
        return switch (command) {
            case RecordingCommand.ProposeMode c -> propose(steps, actor, c);
            case RecordingCommand.DropMode _ ->
                    room.doors().proposal().isEmpty()
                            ? accepted()
                            : accepted(RoomEvent.of(new RecordingEvent.ModeDropped()));
            case RecordingCommand.AgreeToMode _ -> agree(room, actor);
            case RecordingCommand.InsistOnMode _ -> insist(steps);
            case RecordingCommand.SettleMode c -> settle(room, c);
        };
    }

    private static Decision<RoomEvent> publicView(Room room, PublicViewCommand command) {
        return switch (command) {
            case PublicViewCommand.SetPublicView c -> {
                Doors d = room.doors();
                yield d.publicCut() == c.cut() && d.publicDelayMs() == c.delayMs()
                        ? accepted()
                        : accepted(
                                RoomEvent.of(
                                        new PublicViewEvent.PublicViewSet(c.cut(), c.delayMs())));
            }
        };
    }

    private static Decision<RoomEvent> breakouts(Room room, BreakoutCommand command) {
        return switch (command) {
            case BreakoutCommand.LayGroups c ->
                    room.doors().groups().equals(c.groups())
                                    && room.doors().groupsFrom().equals(c.parent())
                                    && room.doors().groupsUntilMs() == c.untilMs()
                            ? accepted()
                            : accepted(
                                    RoomEvent.of(
                                            new BreakoutEvent.GroupsLaid(
                                                    c.groups(), c.parent(), c.untilMs())));
        };
    }

    private static Steps admit(Steps steps, List<SeatId> seats) {
        for (SeatId seat : seats) {
            Person person = steps.room().doors().waiting().get(seat);
            if (person != null) {
                steps.then(new LobbyEvent.LobbyLeft(seat));
                steps.then(new SeatEvent.SeatJoined(seat, person));
            }
        }
        return steps;
    }

    /** Who proposes agrees. */
    private static Decision<RoomEvent> propose(
            Steps steps, SeatId actor, RecordingCommand.ProposeMode c) {
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
                : steps.then(new RecordingEvent.ModeProposed(c.onRecord()))
                        .then(new RecordingEvent.ModeAgreed(actor))
                        .decided();
    }

    private static Decision<RoomEvent> agree(Room room, SeatId actor) {
        Optional<Doors.Proposal> proposal = room.doors().proposal();
        if (proposal.isEmpty()) {
            return refused(Code.NOTHING_PROPOSED);
        }
        return proposal.get().agreed().contains(actor)
                ? accepted()
                : accepted(RoomEvent.of(new RecordingEvent.ModeAgreed(actor)));
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
            return accepted(RoomEvent.of(new RecordingEvent.ModeSettled(true)));
        }
        for (Seat seat : steps.room().seats().values()) {
            if (seat.keeper().isEmpty() && !proposal.get().agreed().contains(seat.id())) {
                silent.add(seat);
            }
        }
        for (Seat seat : silent) {
            Turns.vacate(steps, seat.id());
            Absence.standDown(steps, seat.id());
            steps.then(new LobbyEvent.LobbyEntered(seat.id(), seat.invited()));
            steps.then(new SeatEvent.SeatLeft(seat.id()));
        }
        return steps.then(new RecordingEvent.ModeSettled(proposal.get().onRecord())).decided();
    }

    private static Decision<RoomEvent> settle(Room room, RecordingCommand.SettleMode c) {
        Optional<Doors.Proposal> proposal = room.doors().proposal();
        boolean all =
                proposal.isPresent()
                        && room.seats().values().stream()
                                .filter(s -> s.keeper().isEmpty())
                                .map(Seat::id)
                                .filter(c.here()::contains)
                                .allMatch(s -> proposal.get().agreed().contains(s));
        return all
                ? accepted(RoomEvent.of(new RecordingEvent.ModeSettled(proposal.get().onRecord())))
                : accepted();
    }
}
