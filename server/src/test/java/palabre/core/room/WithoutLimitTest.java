package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import palabre.core.floor.BudgetOwner;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.PauseCause;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.PolicyChange;
import palabre.core.seats.SeatEvent;

/** Rules for which 0 is without limit, and the budget of an item. */
class WithoutLimitTest {
    private static final long HOUR_MS = 3_600_000;
    private static final FloorPolicy UNLIMITED = policy(0, 0);

    private static FloorPolicy policy(long returnMs, long vacantMs) {
        FloorPolicy d = FloorPolicy.DEFAULT;
        return new FloorPolicy(
                d.order(),
                d.tieMs(),
                d.run(),
                d.turnMs(),
                d.personMs(),
                d.teamMs(),
                d.warnMs(),
                d.atZero(),
                d.graceMs(),
                d.lagMs(),
                returnMs,
                vacantMs,
                d.runsOn(),
                d.figuresForAll());
    }

    private static Room room(FloorPolicy policy, RoomEvent... events) {
        Room room =
                RoomScript.given(events)
                        .room()
                        .evolve(on(new FloorEvent.PolicyChanged(policy, "")), 1_000);
        return room;
    }

    @Test
    void aChairWhoseLinkIsLostIsWaitedForWithoutLimit() {
        RoomEvent lost = on(new FloorEvent.ChairLost(1_000));
        assertThat(Timekeeper.isDue(room(FloorPolicy.DEFAULT, lost), HOUR_MS, Set.of())).isTrue();
        assertThat(Timekeeper.isDue(room(UNLIMITED, lost), HOUR_MS, Set.of(CHAIR))).isFalse();
    }

    @Test
    void aSpeakerWhoseLinkIsLostIsWaitedForWithoutLimit() {
        RoomEvent[] lost = {
            requested(1, ANA),
            granted(1),
            on(new SeatEvent.SeatAbsent(ANA)),
            on(new FloorEvent.TurnPaused(no(1), PauseCause.LINK, 1_000))
        };
        assertThat(Timekeeper.isDue(room(FloorPolicy.DEFAULT, lost), HOUR_MS, Set.of(CHAIR)))
                .isTrue();
        assertThat(Timekeeper.isDue(room(UNLIMITED, lost), HOUR_MS, Set.of(CHAIR))).isFalse();
    }

    @Test
    void whatIsMovedFromAnItemIsNotThereAnyMore() {
        FloorPolicy teams = PolicyChange.NONE.applied(FloorPolicy.DEFAULT);
        Room room =
                RoomScript.given(
                                on(new FloorEvent.ItemStarted("Films", 600_000, teams, 1)),
                                on(
                                        new FloorEvent.BudgetGiven(
                                                Optional.of(BudgetOwner.ITEM),
                                                BudgetOwner.team("T"),
                                                200_000,
                                                "")))
                        .room();
        assertThat(room.floor().item().orElseThrow().budgetMs()).isEqualTo(400_000);
        assertThat(room.floor().ledger().extraMs(BudgetOwner.team("T"))).isEqualTo(200_000);
    }
}
