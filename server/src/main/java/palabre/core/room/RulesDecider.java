package palabre.core.room;

import static palabre.core.Decision.refused;

import java.util.Optional;
import java.util.OptionalLong;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.agenda.Agenda;
import palabre.core.agenda.AgendaEvent;
import palabre.core.floor.BudgetOwner;
import palabre.core.floor.ChairCause;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.Queue;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.PolicyChange;

/** The chair's acts on the rules of the floor, and on who is the chair. The actor presides. */
final class RulesDecider {
    private RulesDecider() {}

    static Decision<RoomEvent> decide(Steps steps, FloorCommand.OnRules command) {
        Queue line = steps.floor().line();
        return switch (command) {
            case FloorCommand.OpenList _ -> unless(line.open(), steps, new FloorEvent.ListOpened());
            case FloorCommand.CloseList _ ->
                    unless(!line.open(), steps, new FloorEvent.ListClosed());
            case FloorCommand.LockFloor _ ->
                    unless(line.locked(), steps, new FloorEvent.FloorLocked());
            case FloorCommand.UnlockFloor _ ->
                    unless(!line.locked(), steps, new FloorEvent.FloorUnlocked());
            case FloorCommand.PauseFloor _ ->
                    unless(steps.floor().stage().paused(), steps, new FloorEvent.FloorPaused());
            case FloorCommand.ResumeFloor _ -> resume(steps);
            case FloorCommand.ChangePolicy c -> policy(steps, c);
            case FloorCommand.GiveBudget c -> give(steps, c);
            case FloorCommand.StartItem c -> start(steps, c);
            case FloorCommand.GiveChair c -> giveChair(steps, c.to());
            case FloorCommand.OrderDeputies c -> deputies(steps, c);
            case FloorCommand.ShowScreen c ->
                    unless(
                            steps.floor().onScreen() == c.shown(),
                            steps,
                            new FloorEvent.ScreenShown(c.shown()));
        };
    }

    /** One that nobody planned is put on the agenda first. */
    private static Decision<RoomEvent> start(Steps steps, FloorCommand.StartItem c) {
        Agenda agenda = steps.room().meeting().agenda();
        if (Limit.AGENDA_ITEMS.reached(agenda.items().size())) {
            return refused(Code.TOO_MANY);
        }
        int item = agenda.numbered() + 1;
        PolicyChange change = c.policy().orElse(PolicyChange.NONE);
        return steps.then(RoomEvent.of(new AgendaEvent.ItemAdded(item, c.title(), c.budgetMs())))
                .then(
                        new FloorEvent.ItemStarted(
                                c.title(),
                                c.budgetMs(),
                                change.applied(steps.floor().roomPolicy()),
                                item))
                .decided();
    }

    private static Decision<RoomEvent> unless(boolean so, Steps steps, FloorEvent event) {
        return so ? steps.decided() : steps.then(event).decided();
    }

    private static Decision<RoomEvent> resume(Steps steps) {
        if (steps.floor().stage().paused()) {
            steps.then(new FloorEvent.FloorResumed());
            Turns.freed(steps);
        }
        return steps.decided();
    }

    private static Decision<RoomEvent> policy(Steps steps, FloorCommand.ChangePolicy c) {
        FloorPolicy now = c.change().applied(steps.floor().policy());
        return unless(
                now.equals(steps.floor().policy()),
                steps,
                new FloorEvent.PolicyChanged(now, c.reason()));
    }

    /** Unused time goes from one to another only so: by an act that all can see. */
    private static Decision<RoomEvent> give(Steps steps, FloorCommand.GiveBudget c) {
        if (c.from().isPresent()) {
            OptionalLong left = left(steps, c.from().get());
            if (left.isEmpty()) {
                return refused(Code.NO_BUDGET);
            }
            if (left.getAsLong() < c.ms()) {
                return refused(Code.BUDGET_SPENT);
            }
        }
        if (left(steps, c.to()).isEmpty()) {
            return refused(Code.NO_BUDGET);
        }
        return steps.then(new FloorEvent.BudgetGiven(c.from(), c.to(), c.ms(), c.reason()))
                .decided();
    }

    /** What is left of one budget; empty when there is no such. */
    private static OptionalLong left(Steps steps, BudgetOwner budgetOwner) {
        Floor floor = steps.floor();
        FloorPolicy policy = floor.policy();
        return switch (budgetOwner.kind()) {
            case PERSON -> {
                SeatId seat = new SeatId(budgetOwner.name());
                yield policy.personMs() == 0 || steps.room().seat(seat).isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(
                                policy.personMs()
                                        + floor.ledger().extraMs(budgetOwner)
                                        - floor.ledger().of(seat).chargedMs());
            }
            case TEAM ->
                    policy.teamMs() == 0 || !steps.room().hasTeam(budgetOwner.name())
                            ? OptionalLong.empty()
                            : OptionalLong.of(
                                    policy.teamMs()
                                            + floor.ledger().extraMs(budgetOwner)
                                            - floor.ledger()
                                                    .ofTeam(budgetOwner.name())
                                                    .chargedMs());
            case ITEM ->
                    floor.item().filter(i -> i.budgetMs() > 0).stream()
                            .mapToLong(i -> i.budgetMs() - i.chargedMs())
                            .findFirst();
        };
    }

    private static Decision<RoomEvent> giveChair(Steps steps, SeatId to) {
        Optional<Role> role = steps.room().role(to);
        if (role.isEmpty()) {
            return refused(Code.UNKNOWN_SEAT);
        }
        if (!role.get().chairs()) {
            return refused(Code.ROLE_MAY_NOT);
        }
        if (steps.room().absent(to)) {
            return refused(Code.ABSENT);
        }
        return unless(
                steps.floor().chairing().presides(to),
                steps,
                new FloorEvent.ChairTaken(to, ChairCause.GIVEN));
    }

    private static Decision<RoomEvent> deputies(Steps steps, FloorCommand.OrderDeputies c) {
        for (SeatId seat : c.deputies()) {
            if (steps.room().role(seat).filter(Role::chairs).isEmpty()) {
                return refused(Code.UNKNOWN_SEAT);
            }
        }
        return unless(
                steps.floor().chairing().deputies().equals(c.deputies()),
                steps,
                new FloorEvent.DeputiesOrdered(c.deputies()));
    }
}
