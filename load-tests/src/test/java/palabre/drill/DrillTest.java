package palabre.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import palabre.load.EraseKills;
import palabre.load.Kills;
import palabre.load.Links;
import palabre.load.Meeting;

/** The drills of {@code ./palabre load}, short. {@code -Dpalabre.runs=N} makes them longer. */
class DrillTest {
    private static final int TIMES = Integer.getInteger("palabre.runs", 1);
    private static final long SEED = Long.getLong("palabre.seed", System.nanoTime());

    @Test
    void nothingAcknowledgedIsLostWhenTheServerIsKilled() throws Exception {
        System.out.println("seed " + SEED);
        Kills.Result result = Kills.drill(4 * TIMES, SEED);
        assertThat(result.acknowledged()).isPositive();
        assertThat(result.lost()).isZero();
        assertThat(result.faults()).isZero();
    }

    @Test
    void anEraseThatIsCutShortIsFinishedAndStopsNobody() throws Exception {
        System.out.println("seed " + SEED);
        EraseKills.Result result = EraseKills.drill(3 * TIMES, SEED);
        assertThat(result.wrong()).isZero();
        assertThat(result.faults()).isZero();
    }

    @Test
    void nothingIsMissedAndNothingHappensTwiceOverCutsAndCarriers() throws Exception {
        System.out.println("seed " + SEED);
        Links.Result result = Links.drill("cuts", 150 * TIMES, 10, 60 * TIMES, SEED);
        assertThat(result.cuts()).isPositive();
        assertThat(result.commands()).isPositive();
        assertThat(result.gaps() + result.wrong()).isZero();
        assertThat(result.duplicates()).isZero();
    }

    @Test
    void aMeetingOfNinetyMinutesNeedsNoRepairAndItsFiguresAreThoseOfItsLog() throws Exception {
        System.out.println("seed " + SEED);
        Meeting.Result result = Meeting.rehearse(90, SEED);
        assertThat(result.turns()).as("turns, however slow the machine").isGreaterThan(15);
        assertThat(result.open()).as("requests that never ended").isZero();
        assertThat(result.differences()).isEmpty();
    }
}
