package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.entry.RulesCommand;
import palabre.core.entry.RulesEvent;
import palabre.core.floor.ChairCause;
import palabre.core.floor.Chairing;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.PauseCause;
import palabre.core.lobby.LobbyEvent;
import palabre.core.recording.RecordingCommand;
import palabre.core.results.ResultsCommand;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/**
 * Says what a command does to a room. Guards first; a new command does not compile until handled.
 */
public final class RoomDecider {
    private RoomDecider() {}

    /**
     * @param actor the seat that asks, or {@link SeatId#SERVER}
     * @param atMs the server's time, in milliseconds
     */
    public static Decision<RoomEvent> decide(
            Room room, SeatId actor, RoomCommand command, long atMs) {
        Optional<Code> no = mayNot(room, actor, command);
        if (no.isPresent()) {
            return refused(no.get());
        }
        if (Act.of(command) == Act.CHAIR && Presiding.vacant(room)) {
            RoomEvent taken = RoomEvent.of(new FloorEvent.ChairTaken(actor, ChairCause.ACTED));
            return after(taken, carryOut(room.evolve(taken, atMs), actor, command, atMs));
        }
        return carryOut(room, actor, command, atMs);
    }

    /**
     * Why this is not to be asked by this actor now, whatever it is about; empty when it may be.
     */
    public static Optional<Code> mayNot(Room room, SeatId actor, RoomCommand command) {
        if (mustAcceptFirst(room, actor, command)) {
            return Optional.of(Code.RULES_FIRST);
        }
        if (room.doors().ended() && !actor.equals(SeatId.SERVER)) {
            return Optional.of(Code.SWITCHING);
        }
        return room.meeting().closed() && !outlastsTheMeeting(command)
                ? Optional.of(Code.SESSION_CLOSED)
                : Act.of(command).mayNot(room, actor);
    }

    private static Decision<RoomEvent> after(RoomEvent first, Decision<RoomEvent> decision) {
        if (!(decision instanceof Decision.Accepted<RoomEvent> accepted)) {
            return decision;
        }
        List<RoomEvent> all = new ArrayList<>();
        all.add(first);
        all.addAll(accepted.events());
        return new Decision.Accepted<>(all);
    }

    /** The actor may ask this. */
    private static Decision<RoomEvent> carryOut(
            Room room, SeatId actor, RoomCommand command, long atMs) {
        return switch (command) {
            case RoomCommand.OnSeats c -> seats(room, actor, c.command(), atMs);
            case RoomCommand.OnRules(RulesCommand.LayRules c) -> lay(room, c);
            case RoomCommand.OnRules(RulesCommand.AcceptRules c) -> accept(room, actor, c);
            case RoomCommand.OnFloor c -> FloorDecider.decide(room, actor, c.command(), atMs);
            case RoomCommand.OnMeeting c -> MeetingDecider.decide(room, actor, c, atMs);
            case RoomCommand.OnDoors c -> DoorDecider.decide(new Steps(room, atMs), actor, c);
            case RoomCommand.BeginPart c -> PassingOver.decide(new Steps(room, atMs), c);
            case RoomCommand.OnCoordination _ -> refused(Code.ROLE_MAY_NOT);
        };
    }

    private static Decision<RoomEvent> seats(
            Room room, SeatId actor, SeatCommand command, long atMs) {
        return switch (command) {
            case SeatCommand.TakeSeat c -> take(room, actor, c);
            case SeatCommand.ReportPresence c -> presence(room, c, atMs);
            case SeatCommand.HandSeat c -> hand(room, c, atMs);
            case SeatCommand.LeaveSeat _ -> leave(room, actor, new SeatEvent.SeatLeft(actor), atMs);
            case SeatCommand.Rename c -> rename(room, actor, c);
            case SeatCommand.RemoveSeat c -> remove(room, actor, c, atMs);
            case SeatCommand.ChangeRole c -> changeRole(room, actor, c, atMs);
            case SeatCommand.Declare c -> declare(room, actor, c);
        };
    }

    /** Before somebody has accepted the ground rules they can do that, and go. */
    private static boolean mustAcceptFirst(Room room, SeatId actor, RoomCommand command) {
        boolean free =
                command instanceof RoomCommand.OnRules
                        || (command instanceof RoomCommand.OnSeats(SeatCommand c)
                                && (c instanceof SeatCommand.TakeSeat
                                        || c instanceof SeatCommand.LeaveSeat));
        return !free && room.seat(actor).isPresent() && !room.rules().heldBy(actor);
    }

    /**
     * Once it is over people still come and go, approve the minutes and exchange contacts, and the
     * chair says what the public may see of it.
     */
    private static boolean outlastsTheMeeting(RoomCommand command) {
        return switch (command) {
            case RoomCommand.OnSeats _, RoomCommand.OnRules _ -> true;
            case RoomCommand.OnFloor(FloorCommand c) -> c instanceof FloorCommand.ByServer;
            case RoomCommand.OnContacts _ -> true;
            case RoomCommand.OnResults(ResultsCommand c) ->
                    c instanceof ResultsCommand.ApproveResults
                            || c instanceof ResultsCommand.Closing;
            case RoomCommand.OnPublicView _, RoomCommand.OnBreakouts _ -> true;
            case RoomCommand.BeginPart _ -> true;
            case RoomCommand.OnRecording(RecordingCommand c) ->
                    c instanceof RecordingCommand.SettleMode;
            case RoomCommand.OnAgenda _, RoomCommand.OnPolls _, RoomCommand.OnQuestions _ -> false;
            case RoomCommand.OnLobby _, RoomCommand.OnCoordination _ -> false;
        };
    }

    private static Decision<RoomEvent> lay(Room room, RulesCommand.LayRules c) {
        return room.rules().version() == c.version()
                ? accepted()
                : accepted(RoomEvent.of(new RulesEvent.RulesLaid(c.version())));
    }

    private static Decision<RoomEvent> accept(Room room, SeatId actor, RulesCommand.AcceptRules c) {
        if (c.version() != room.rules().version()) {
            return refused(Code.RULES_FIRST);
        }
        return room.rules().heldBy(actor)
                ? accepted()
                : accepted(RoomEvent.of(new RulesEvent.RulesAccepted(actor, c.version())));
    }

    private static Decision<RoomEvent> take(Room room, SeatId actor, SeatCommand.TakeSeat c) {
        if (room.attendance().handed().containsKey(actor)) {
            return refused(Code.LINK_REVOKED);
        }
        if (room.removed().contains(actor.value())) {
            return refused(Code.REMOVED);
        }
        if (room.seat(actor).isPresent()) {
            return accepted();
        }
        if (room.doors().waits(actor)) {
            return accepted();
        }
        if (room.charter().onRecord() && !c.agreed()) {
            return refused(Code.AGREE_FIRST);
        }
        boolean waits = room.doors().lobby() && !c.invited() && !c.person().role().chairs();
        if (waits) {
            return Limit.LOBBY.reached(room.doors().waiting().size())
                    ? refused(Code.LOBBY_FULL)
                    : accepted(RoomEvent.of(new LobbyEvent.LobbyEntered(actor, c.person())));
        }
        if (!c.invited() && Limit.SEATS.reached(room.seats().size())) {
            return refused(Code.ROOM_FULL);
        }
        List<RoomEvent> events = new ArrayList<>();
        events.add(RoomEvent.of(new SeatEvent.SeatJoined(actor, c.person().as(c.invitedAs()))));
        if (c.person().role() != c.invitedAs()) {
            events.add(RoomEvent.of(new SeatEvent.RoleChanged(actor, c.person().role())));
        }
        if (c.person().role() == Role.MODERATOR && Presiding.vacant(room)) {
            events.add(RoomEvent.of(new FloorEvent.ChairTaken(actor, ChairCause.CAME)));
        }
        return new Decision.Accepted<>(events);
    }

    private static Decision<RoomEvent> declare(Room room, SeatId actor, SeatCommand.Declare c) {
        boolean same = room.seat(actor).filter(s -> s.declared().equals(c.declared())).isPresent();
        return same
                ? accepted()
                : accepted(RoomEvent.of(new SeatEvent.SeatDeclared(actor, c.declared())));
    }

    private static Decision<RoomEvent> rename(Room room, SeatId actor, SeatCommand.Rename c) {
        boolean same = room.seat(actor).filter(s -> s.person().name().equals(c.name())).isPresent();
        return same
                ? accepted()
                : accepted(RoomEvent.of(new SeatEvent.SeatRenamed(actor, c.name())));
    }

    /** What the place waited for ends with who had it: it was asked for by them. */
    private static Decision<RoomEvent> hand(Room room, SeatCommand.HandSeat c, long atMs) {
        if (room.attendance().handed().containsKey(c.seat())) {
            return accepted();
        }
        Steps steps = new Steps(room, atMs);
        if (room.doors().waits(c.seat())) {
            steps.then(new LobbyEvent.LobbyLeft(c.seat()));
        }
        Turns.vacate(steps, c.seat());
        Absence.standDown(steps, c.seat());
        return steps.then(new SeatEvent.SeatHanded(c.seat(), c.to(), Math.min(c.atMs(), atMs)))
                .decided();
    }

    private static Decision<RoomEvent> remove(
            Room room, SeatId actor, SeatCommand.RemoveSeat c, long atMs) {
        if (room.removed().contains(c.seat().value())) {
            return accepted();
        }
        if (room.seat(c.seat()).isEmpty()) {
            return refused(Code.UNKNOWN_SEAT);
        }
        Optional<Code> no = Presiding.mayNotDecideAbout(room, actor, c.seat(), Optional.empty());
        if (no.isPresent() || isLastChair(room, c.seat())) {
            return refused(no.orElse(Code.LAST_CHAIR));
        }
        return leave(room, c.seat(), new SeatEvent.SeatRemoved(c.seat()), atMs);
    }

    private static Decision<RoomEvent> changeRole(
            Room room, SeatId actor, SeatCommand.ChangeRole c, long atMs) {
        if (room.seat(c.seat()).isEmpty()) {
            return refused(Code.UNKNOWN_SEAT);
        }
        if (room.role(c.seat()).filter(r -> r == c.role()).isPresent()) {
            return accepted();
        }
        Optional<Code> no =
                Presiding.mayNotDecideAbout(room, actor, c.seat(), Optional.of(c.role()));
        if (no.isPresent()) {
            return refused(no.get());
        }
        if (!c.role().chairs() && isLastChair(room, c.seat())) {
            return refused(Code.LAST_CHAIR);
        }
        Steps steps = new Steps(room, atMs);
        if (!c.role().speaks()) {
            Turns.vacate(steps, c.seat());
        }
        if (!c.role().chairs()) {
            Absence.standDown(steps, c.seat());
        }
        return steps.then(new SeatEvent.RoleChanged(c.seat(), c.role())).decided();
    }

    /** Gives up what the seat waited for or held, then goes. */
    private static Decision<RoomEvent> leave(Room room, SeatId seat, SeatEvent going, long atMs) {
        Steps steps = new Steps(room, atMs);
        Turns.vacate(steps, seat);
        Absence.standDown(steps, seat);
        return steps.then(going).decided();
    }

    private static Decision<RoomEvent> presence(
            Room room, SeatCommand.ReportPresence c, long atMs) {
        Steps steps = new Steps(room, atMs);
        if (c.present() && room.absent(c.seat())) {
            returned(steps, c.seat());
        } else if (!c.present() && !room.absent(c.seat()) && room.presenceMatters(c.seat())) {
            Absence.lost(steps, c.seat(), Math.min(c.asOfMs(), atMs));
        }
        return steps.decided();
    }

    private static void returned(Steps steps, SeatId seat) {
        steps.then(new SeatEvent.SeatReturned(seat));
        for (FloorRequest r : steps.floor().of(seat)) {
            if (steps.floor()
                    .stage()
                    .find(r.id())
                    .filter(t -> t.pausedBy(PauseCause.LINK))
                    .isPresent()) {
                steps.then(new FloorEvent.TurnResumed(r.id(), PauseCause.LINK));
            }
        }
        Chairing chairing = steps.floor().chairing();
        if (steps.room().presides(seat) && chairing.lost()) {
            boolean wasFrozen = chairing.frozen();
            steps.then(new FloorEvent.ChairBack());
            if (wasFrozen) {
                Turns.freed(steps);
            }
        }
    }

    private static boolean isLastChair(Room room, SeatId seat) {
        return Presiding.chairs(room, seat)
                && room.seats().values().stream().filter(s -> s.person().role().chairs()).count()
                        == 1;
    }
}
