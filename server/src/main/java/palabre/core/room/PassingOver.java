package palabre.core.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import palabre.core.Decision;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.entry.RulesEvent;
import palabre.core.floor.ChairCause;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorEvent;
import palabre.core.lobby.LobbyEvent;
import palabre.core.publicview.PublicViewEvent;
import palabre.core.recording.RecordingEvent;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;
import palabre.core.seats.SeatEvent;

/**
 * What passes over when a room goes on or off the record: who is in it, with their role and name;
 * who presides; who was sent out; the lobby and, off the record, who waits in it; what the public
 * sees; whether the speakers list is open and the floor locked. Nothing that was said passes over,
 * and onto the record no name of who did not agree. Of them the log says no more than the number of
 * a seat that was sent out.
 */
final class PassingOver {
    private final Steps steps;
    private final Room before;
    private final Set<SeatId> carried;
    private final boolean recorded;

    private PassingOver(Steps steps, RoomCommand.BeginPart c) {
        this.steps = steps;
        this.before = c.before();
        this.carried = c.carried();
        this.recorded = steps.room().charter().onRecord();
    }

    /** Done once for each part. */
    static Decision<RoomEvent> decide(Steps steps, RoomCommand.BeginPart c) {
        if (steps.room().doors().part() >= c.part()) {
            return Decision.accepted();
        }
        PassingOver all = new PassingOver(steps, c);
        all.doors();
        all.whoIsOut();
        all.whoWaits();
        all.whoIsIn();
        all.floor();
        return steps.then(new RecordingEvent.PartBegun(c.part())).decided();
    }

    private void doors() {
        Doors now = steps.room().doors();
        Doors then = before.doors();
        if (now.publicCut() != then.publicCut() || now.publicDelayMs() != then.publicDelayMs()) {
            steps.then(
                    RoomEvent.of(
                            new PublicViewEvent.PublicViewSet(
                                    then.publicCut(), then.publicDelayMs())));
        }
        if (now.lobby() != then.lobby()) {
            steps.then(then.lobby() ? new LobbyEvent.LobbyOpened() : new LobbyEvent.LobbyClosed());
        }
        String told = recorded ? "" : then.told();
        if (!now.told().equals(told)) {
            steps.then(new LobbyEvent.LobbyTold(told));
        }
    }

    private void whoIsOut() {
        for (SeatId seat : List.copyOf(steps.room().seats().keySet())) {
            if (!carried.contains(seat) || before.seat(seat).isEmpty()) {
                Turns.vacate(steps, seat);
                Absence.standDown(steps, seat);
                if (!before.removed().contains(seat.value())) {
                    steps.then(new SeatEvent.SeatLeft(seat));
                }
            }
        }
        for (String seat : before.removed()) {
            if (!steps.room().removed().contains(seat)) {
                steps.then(new SeatEvent.SeatRemoved(new SeatId(seat)));
            }
        }
    }

    private void whoWaits() {
        for (SeatId seat : List.copyOf(steps.room().doors().waiting().keySet())) {
            steps.then(new LobbyEvent.LobbyLeft(seat));
        }
        if (!recorded) {
            before.doors()
                    .waiting()
                    .forEach((seat, who) -> steps.then(new LobbyEvent.LobbyEntered(seat, who)));
        }
    }

    private void whoIsIn() {
        for (Seat seat : before.seats().values()) {
            if (carried.contains(seat.id()) && !isAnothers(seat.id())) {
                SeatId id = seat.keeper().isEmpty() ? seat.id() : onSite(seat);
                sit(id, seat);
                if (before.rules().version() == steps.room().rules().version()
                        && before.rules().accepted().containsKey(seat.id())
                        && before.rules().heldBy(seat.id())
                        && !steps.room().rules().heldBy(id)) {
                    steps.then(new RulesEvent.RulesAccepted(id, before.rules().version()));
                }
            }
        }
    }

    /** Its place was handed over: nobody sits there any more. */
    private boolean isAnothers(SeatId seat) {
        return steps.room().attendance().handed().containsKey(seat);
    }

    /** The same person may have another number here, and the same number another person. */
    private SeatId onSite(Seat seat) {
        Optional<SeatId> known = steps.room().onSite(seat.person());
        return known.orElseGet(() -> steps.room().freeOnSite(seat.id()));
    }

    private void sit(SeatId id, Seat seat) {
        Optional<Person> now = steps.room().seat(id).map(Seat::person);
        if (now.isEmpty()) {
            steps.then(new SeatEvent.SeatJoined(id, seat.invited(), seat.keeper()));
        } else if (!now.get().name().equals(seat.person().name())) {
            steps.then(new SeatEvent.SeatRenamed(id, seat.person().name()));
        }
        Role role = seat.person().role();
        if (steps.room().role(id).filter(r -> r != role).isPresent()) {
            if (!role.speaks()) {
                Turns.vacate(steps, id);
            }
            steps.then(new SeatEvent.RoleChanged(id, role));
        }
    }

    private void floor() {
        Floor then = before.floor();
        if (steps.floor().line().open() != then.line().open()) {
            steps.then(
                    then.line().open() ? new FloorEvent.ListOpened() : new FloorEvent.ListClosed());
        }
        if (steps.floor().line().locked() != then.line().locked()) {
            steps.then(
                    then.line().locked()
                            ? new FloorEvent.FloorLocked()
                            : new FloorEvent.FloorUnlocked());
        }
        if (steps.floor().onScreen() && !then.onScreen()) {
            steps.then(new FloorEvent.ScreenShown(false));
        }
        List<SeatId> deputies = then.chairing().deputies().stream().filter(this::isIn).toList();
        if (!steps.floor().chairing().deputies().equals(deputies)) {
            steps.then(new FloorEvent.DeputiesOrdered(deputies));
        }
        then.chairing()
                .presiding()
                .filter(this::isIn)
                .filter(s -> !steps.floor().chairing().presides(s))
                .ifPresent(s -> steps.then(new FloorEvent.ChairTaken(s, ChairCause.CAME)));
    }

    private boolean isIn(SeatId seat) {
        return steps.room().seat(seat).isPresent();
    }
}
