package palabre.core.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.policy.FloorPolicy;
import palabre.core.seats.Person;
import palabre.core.seats.Roster;

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

    public RequestId nextId() {
        return new RequestId(line.requestsSoFar() + 1);
    }

    public Floor with(Queue newLine) {
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

    public Floor evolve(FloorEvent event, long atMs, Roster roster) {
        return switch (event) {
            case FloorEvent.InLine e -> with(inLine(e, atMs));
            case FloorEvent.OnStage e -> onStage(e, atMs, roster);
            case FloorEvent.ByChair e -> byChair(e, atMs);
        };
    }

    private Queue inLine(FloorEvent.InLine event, long atMs) {
        return switch (event) {
            case FloorEvent.FloorRequested e -> line.joined(e, atMs);
            case FloorEvent.FloorChanged e -> line.replaced(waiting(e.request()).asking(e.ask()));
            case FloorEvent.FloorAccepted e ->
                    line.replaced(waiting(e.request()).into(RequestState.ACCEPTED, atMs));
            case FloorEvent.FloorDenied e -> leaving(e.request(), e.ahead());
            case FloorEvent.FloorCancelled e -> leaving(e.request(), e.ahead());
            case FloorEvent.FloorDeferred e ->
                    line.loosened(e.request(), e.ahead()).deferred(e.request());
            case FloorEvent.FloorSkipped e when e.behind().isEmpty() -> line;
            case FloorEvent.FloorSkipped e ->
                    line.loosened(e.request(), e.ahead()).moved(e.request(), e.behind());
            case FloorEvent.FloorMoved e ->
                    line.loosened(e.request(), e.ahead()).moved(e.request(), e.behind());
        };
    }

    public FloorRequest waiting(RequestId id) {
        return line.get(id);
    }

    private Queue leaving(RequestId id, Optional<RequestId> ahead) {
        return line.loosened(id, ahead).without(id);
    }

    private Floor onStage(FloorEvent.OnStage event, long atMs, Roster roster) {
        return switch (event) {
            case FloorEvent.FloorGranted e -> granted(e, atMs, roster);
            case FloorEvent.FloorReleased e -> ended(e.request(), e.charge(), roster);
            case FloorEvent.FloorRevoked e -> ended(e.request(), e.charge(), roster);
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
        return with(leaving(e.request(), e.ahead()))
                .with(stage.granted(turn, atMs))
                .with(ledger.began(request.seat(), person, atMs - request.askedMs(), e.counted()));
    }

    private Floor ended(RequestId id, FloorEvent.Charge charge, Roster roster) {
        Optional<Turn> turn = stage.find(id);
        if (turn.isEmpty()) {
            return this;
        }
        SeatId seat = turn.get().request().seat();
        return new Floor(
                line,
                stage.without(id),
                policy,
                roomPolicy,
                item.map(i -> i.charged(charge.chargedMs())),
                ledger.spoke(seat, roster.person(seat), charge),
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
            case FloorEvent.PolicyChanged e -> ruled(e);
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

    private Floor ruled(FloorEvent.PolicyChanged e) {
        return new Floor(
                line,
                stage,
                e.policy(),
                e.forItem() ? roomPolicy : e.policy(),
                item,
                e.newRound() ? ledger.newRound() : ledger,
                chairing,
                onScreen);
    }

    private Floor started(FloorEvent.ItemStarted e, long atMs) {
        int number = item.map(AgendaItem::number).orElse(0) + 1;
        return new Floor(
                line,
                stage,
                e.policy(),
                roomPolicy,
                Optional.of(new AgendaItem(number, e.title(), atMs, e.budgetMs(), 0)),
                e.newRound() ? ledger.newRound() : ledger,
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
