package palabre.core.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.RequestId;
import palabre.core.SeatId;

/**
 * The floor: permission to speak, which at most one request holds unpaused, the line of those who
 * wait, the rules, and who has had how much of it.
 *
 * @param policy what holds now
 * @param roomPolicy what holds when the agenda item has no policy of its own
 * @param item what the room is on
 * @param onScreen whether a closed room may be shown on the venue's big screen
 */
public record Floor(
        Queue line,
        Stage stage,
        FloorPolicy policy,
        FloorPolicy roomPolicy,
        Optional<AgendaItem> item,
        Ledger ledger,
        Chairing chairing,
        boolean onScreen) {
    public static final Floor EMPTY =
            new Floor(
                    Queue.EMPTY,
                    Stage.EMPTY,
                    FloorPolicy.DEFAULT,
                    FloorPolicy.DEFAULT,
                    Optional.empty(),
                    Ledger.EMPTY,
                    Chairing.NOBODY,
                    false);

    /** The request, waiting or granted, when it has not ended. */
    public Optional<FloorRequest> find(RequestId id) {
        return stage.find(id).map(Turn::request).or(() -> line.find(id));
    }

    /** What a seat waits for or holds: at most one turn to speak and one procedural request. */
    public List<FloorRequest> of(SeatId seat) {
        List<FloorRequest> all = new ArrayList<>(2);
        stage.holder().map(Turn::request).filter(r -> r.seat().equals(seat)).ifPresent(all::add);
        stage.interrupted()
                .map(Turn::request)
                .filter(r -> r.seat().equals(seat))
                .ifPresent(all::add);
        for (FloorRequest r : line.waiting()) {
            if (r.seat().equals(seat)) {
                all.add(r);
            }
        }
        return all;
    }

    /** Whether a request with this number ever was. */
    public boolean knew(RequestId id) {
        return id.value() <= line.requestsSoFar();
    }

    RequestId nextId() {
        return new RequestId(line.requestsSoFar() + 1);
    }

    Floor with(Queue newLine) {
        return new Floor(newLine, stage, policy, roomPolicy, item, ledger, chairing, onScreen);
    }

    private Floor with(Stage newStage) {
        return new Floor(line, newStage, policy, roomPolicy, item, ledger, chairing, onScreen);
    }

    private Floor with(Ledger newLedger) {
        return new Floor(line, stage, policy, roomPolicy, item, newLedger, chairing, onScreen);
    }

    private Floor with(Chairing newChairing) {
        return new Floor(line, stage, policy, roomPolicy, item, ledger, newChairing, onScreen);
    }

    Floor evolve(FloorEvent event, long atMs, Roster roster) {
        return switch (event) {
            case FloorEvent.InLine e -> inLine(e, atMs, roster);
            case FloorEvent.OnStage e -> onStage(e, atMs, roster);
            case FloorEvent.ByChair e -> byChair(e, atMs);
        };
    }

    private Floor inLine(FloorEvent.InLine event, long atMs, Roster roster) {
        return switch (event) {
            case FloorEvent.FloorRequested e -> with(line.joined(e, policy.tieMs(), atMs));
            case FloorEvent.FloorChanged e ->
                    with(line.replaced(waiting(e.request()).asking(e.ask())));
            case FloorEvent.FloorAccepted e ->
                    with(line.replaced(waiting(e.request()).into(RequestState.ACCEPTED, atMs)));
            case FloorEvent.FloorDenied e -> leavingLine(e.request(), roster);
            case FloorEvent.FloorCancelled e -> leavingLine(e.request(), roster);
            case FloorEvent.FloorDeferred e -> {
                Floor loose = Moves.loosened(this, e.request(), roster);
                yield loose.with(loose.line.deferred(loose.waiting(e.request())));
            }
            case FloorEvent.FloorSkipped e -> Moves.skipped(this, e.request(), roster);
            case FloorEvent.FloorMoved e -> Moves.moved(this, e.request(), e.behind(), roster);
        };
    }

    FloorRequest waiting(RequestId id) {
        return line.find(id)
                .orElseThrow(() -> new IllegalStateException("no request " + id + " in line"));
    }

    private Floor leavingLine(RequestId id, Roster roster) {
        Floor loose = Moves.loosened(this, id, roster);
        return loose.with(loose.line.without(id));
    }

    private Floor onStage(FloorEvent.OnStage event, long atMs, Roster roster) {
        return switch (event) {
            case FloorEvent.FloorGranted e -> granted(e, atMs, roster);
            case FloorEvent.FloorReleased e -> ended(e.request(), atMs, roster);
            case FloorEvent.FloorRevoked e -> ended(e.request(), atMs, roster);
            case FloorEvent.TurnPaused e ->
                    with(stage.changed(e.request(), t -> t.paused(e.why(), e.asOfMs(), atMs)));
            case FloorEvent.TurnResumed e ->
                    with(stage.changed(e.request(), t -> t.resumed(e.why(), atMs)));
            case FloorEvent.TurnExtended e ->
                    with(stage.changed(e.request(), t -> t.extended(e.ms())));
        };
    }

    private Floor granted(FloorEvent.FloorGranted e, long atMs, Roster roster) {
        FloorRequest request = waiting(e.request());
        Person person = roster.person(request.seat());
        Turn turn = Turn.begun(request.into(RequestState.GRANTED, atMs), e.limitMs(), atMs);
        return leavingLine(e.request(), roster)
                .with(stage.granted(turn, atMs))
                .with(ledger.began(request, person, atMs - request.askedMs()));
    }

    /** What was spoken is charged: the allowance for interpretation and procedure excepted. */
    private Floor ended(RequestId id, long atMs, Roster roster) {
        Optional<Turn> turn = stage.find(id);
        if (turn.isEmpty()) {
            return this;
        }
        FloorRequest request = turn.get().request();
        long spoken = turn.get().usedMs(atMs);
        long charged = request.kind().procedural() ? 0 : Math.max(0, spoken - policy.lagMs());
        Ledger now = ledger.spoke(request.seat(), roster.person(request.seat()), spoken, charged);
        return new Floor(
                line,
                stage.without(id),
                policy,
                roomPolicy,
                item.map(i -> i.charged(charged)),
                now,
                chairing,
                onScreen);
    }

    private Floor byChair(FloorEvent.ByChair event, long atMs) {
        return switch (event) {
            case FloorEvent.ListOpened _ -> with(line.opened(true));
            case FloorEvent.ListClosed _ -> with(line.opened(false));
            case FloorEvent.FloorLocked _ -> with(line.locked(true));
            case FloorEvent.FloorUnlocked _ -> with(line.locked(false));
            case FloorEvent.FloorPaused _ -> with(stage.pausedAll(atMs));
            case FloorEvent.FloorResumed _ -> with(stage.resumedAll(atMs));
            case FloorEvent.PolicyChanged e -> ruled(e.policy());
            case FloorEvent.BudgetGiven e -> given(e);
            case FloorEvent.ItemStarted e -> started(e, atMs);
            case FloorEvent.ChairTaken e -> with(chairing.taken(e.seat()));
            case FloorEvent.ChairLost e -> with(chairing.lostAt(e.asOfMs()));
            case FloorEvent.ChairBack _ -> with(chairing.back());
            case FloorEvent.FloorFrozen _ -> with(chairing.froze());
            case FloorEvent.DeputiesOrdered e -> with(chairing.followedBy(e.deputies()));
            case FloorEvent.ScreenShown e ->
                    new Floor(line, stage, policy, roomPolicy, item, ledger, chairing, e.shown());
        };
    }

    /** A change while an item has its own policy is the item's; else it is the room's. */
    private Floor ruled(FloorPolicy now) {
        boolean itemsOwn = !policy.equals(roomPolicy);
        Ledger counted =
                now.order() == OrderRule.TOUR && policy.order() != OrderRule.TOUR
                        ? ledger.newRound()
                        : ledger;
        return new Floor(
                line, stage, now, itemsOwn ? roomPolicy : now, item, counted, chairing, onScreen);
    }

    private Floor started(FloorEvent.ItemStarted e, long atMs) {
        int number = item.map(AgendaItem::number).orElse(0) + 1;
        Ledger counted = e.policy().order() == OrderRule.TOUR ? ledger.newRound() : ledger;
        return new Floor(
                line,
                stage,
                e.policy(),
                roomPolicy,
                Optional.of(new AgendaItem(number, e.title(), atMs, e.budgetMs(), 0)),
                counted,
                chairing,
                onScreen);
    }

    private Floor given(FloorEvent.BudgetGiven e) {
        Floor taken = e.from().map(p -> given(p, -e.ms())).orElse(this);
        return taken.given(e.to(), e.ms());
    }

    /** The item's budget stands with the item; those of people and teams stand in the ledger. */
    private Floor given(BudgetOwner budgetOwner, long ms) {
        return budgetOwner.equals(BudgetOwner.ITEM)
                ? new Floor(
                        line,
                        stage,
                        policy,
                        roomPolicy,
                        item.map(i -> i.given(ms)),
                        ledger,
                        chairing,
                        onScreen)
                : with(ledger.given(budgetOwner, ms));
    }
}
