package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CAM;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Decision;
import palabre.core.floor.Ask;
import palabre.core.floor.Ending;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.Ledger;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.OrderRule;
import palabre.core.policy.PolicyChange;
import palabre.core.policy.RequestKind;

/** What an event states of what follows of it, and that the fold asks no rule for it. */
class FactsTest {
    private static final RoomEvent THREE_WAIT = requested(3, CAM);

    private static RoomEvent decided(RoomScript script, RoomCommand command, long atMs) {
        if (RoomDecider.decide(script.room(), CHAIR, command, atMs)
                instanceof Decision.Accepted<RoomEvent> a) {
            return a.events().getFirst();
        }
        throw new AssertionError("refused: " + command);
    }

    private static RoomScript threeWait() {
        return given(requested(1, ANA), requested(2, BEN), THREE_WAIT);
    }

    @Test
    void whoLetsAnotherGoFirstIsToldBehindWhom() {
        assertThat(decided(threeWait(), on(new FloorCommand.SkipFloor(no(1))), 2_000))
                .isEqualTo(
                        on(
                                new FloorEvent.FloorSkipped(
                                        no(1), Optional.of(no(2)), Optional.empty())));
    }

    @Test
    void whoGoesSaysBehindWhomThoseStandWhoWerePutBehindThem() {
        RoomScript moved =
                threeWait().and(on(new FloorEvent.FloorMoved(no(1), Optional.of(no(3)))));
        assertThat(decided(moved, on(new FloorCommand.DenyFloor(no(3), "")), 2_000))
                .isEqualTo(on(new FloorEvent.FloorDenied(no(3), "", Optional.of(no(2)))));
        assertThat(moved.and(on(new FloorEvent.FloorDenied(no(3), ""))).line())
                .isEqualTo(List.of(BEN, ANA));
    }

    @Test
    void whoAsksInTheSameMomentIsTiedWithTheFirst() {
        FloorPolicy d = FloorPolicy.DEFAULT;
        FloorPolicy ties =
                new FloorPolicy(
                        d.order(),
                        2_000,
                        d.run(),
                        d.turnMs(),
                        d.personMs(),
                        d.teamMs(),
                        d.warnMs(),
                        d.atZero(),
                        d.graceMs(),
                        d.lagMs(),
                        d.returnMs(),
                        d.vacantMs(),
                        d.runsOn(),
                        d.figuresForAll());
        Room room = given(on(new FloorEvent.PolicyChanged(ties, "")), requested(1, ANA)).room();
        assertThat(RoomFacts.stated(room, requested(2, BEN), 3_000))
                .isEqualTo(
                        on(
                                new FloorEvent.FloorRequested(
                                        no(2),
                                        BEN,
                                        BEN,
                                        Ask.of(RequestKind.SPEECH),
                                        Optional.empty(),
                                        no(1))));
    }

    @Test
    void aTurnThatEndsSaysWhatIsChargedWhateverTheAllowanceWillBe() {
        RoomScript speaks = given(requested(1, ANA), granted(1));
        long lagMs = speaks.room().floor().policy().lagMs();
        RoomEvent ended =
                decided(speaks, on(new FloorCommand.RevokeFloor(no(1), "Thanks")), 61_000);
        assertThat(ended)
                .isEqualTo(
                        on(
                                new FloorEvent.FloorRevoked(
                                        no(1),
                                        Ending.CHAIR,
                                        "Thanks",
                                        new FloorEvent.Charge("", 60_000, 60_000 - lagMs))));
        RoomEvent kept =
                on(new FloorEvent.FloorReleased(no(1), new FloorEvent.Charge("T", 60_000, 7)));
        Ledger ledger = speaks.room().evolve(kept, 61_000).floor().ledger();
        assertThat(ledger.of(ANA).chargedMs()).isEqualTo(7);
        assertThat(ledger.ofTeam("T").spokenMs()).isEqualTo(60_000);
    }

    @Test
    void aPointOfOrderIsNoTurnMore() {
        RoomEvent point =
                on(
                        new FloorEvent.FloorRequested(
                                no(1),
                                ANA,
                                ANA,
                                Ask.of(RequestKind.POINT_OF_ORDER),
                                Optional.empty()));
        assertThat(RoomFacts.stated(given(point).room(), granted(1), 2_000))
                .isEqualTo(
                        on(new FloorEvent.FloorGranted(no(1), 180_000, false, Optional.empty())));
        RoomEvent counted = on(new FloorEvent.FloorGranted(no(1), 0, true, Optional.empty()));
        assertThat(given(point).room().evolve(counted, 2_000).floor().ledger().of(ANA).turns())
                .isEqualTo(1);
    }

    @Test
    void rulesThatBeginATourSaySo() {
        Room room = given().room();
        FloorPolicy tour =
                PolicyChange.NONE.ordering(OrderRule.TOUR).applied(room.floor().policy());
        assertThat(RoomFacts.stated(room, on(new FloorEvent.PolicyChanged(tour, "")), 2_000))
                .isEqualTo(on(new FloorEvent.PolicyChanged(tour, "", false, true)));
        RoomEvent item = on(new FloorEvent.ItemStarted("Funding", 0, tour, 1));
        RoomEvent started = RoomFacts.stated(room, item, 2_000);
        assertThat(started).isEqualTo(on(new FloorEvent.ItemStarted("Funding", 0, tour, 1, true)));
        Room within = room.evolve(started, 2_000);
        RoomEvent first = on(new FloorEvent.PolicyChanged(FloorPolicy.DEFAULT, ""));
        assertThat(RoomFacts.stated(within, first, 3_000))
                .isEqualTo(on(new FloorEvent.PolicyChanged(FloorPolicy.DEFAULT, "", true, false)));
    }
}
