package palabre.loops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StretchTest {
    private static final long TASK = 990;

    private final Stretch stretch = new Stretch(100);

    /** Of a thread that has run for so long. */
    private long ran(long task, long nowNs, long ranNs) {
        return stretch.look(task, new Stretch.Look(nowNs, nowNs, ranNs, false, 0, 0));
    }

    /** Of a thread that sleeps, and has run for 50 before. */
    private long asleep(long beforeNs, long afterNs, long stoodStillNs) {
        return stretch.look(TASK, new Stretch.Look(beforeNs, afterNs, 50, true, stoodStillNs, 0));
    }

    @Test
    void aTaskThatRunsForTooLongIsToldOnce() {
        assertThat(ran(TASK, 1_000, 50)).isZero();
        assertThat(ran(TASK, 1_100, 150)).isZero();
        assertThat(ran(TASK, 1_101, 151)).isEqualTo(101);
        assertThat(ran(TASK, 1_300, 350)).isZero();
    }

    @Test
    void theNextTaskBeginsAnew() {
        ran(TASK, 1_000, 50);
        assertThat(ran(1_080, 1_090, 140)).isZero();
        assertThat(ran(1_080, 1_190, 240)).isZero();
        assertThat(ran(1_080, 1_191, 241)).isEqualTo(101);
    }

    @Test
    void whoWaitsForAProcessorHoldsUpNothing() {
        ran(TASK, 1_000, 50);
        assertThat(ran(TASK, 9_000, 60)).isZero();
        assertThat(ran(TASK, 20_000, 150)).isZero();
        assertThat(ran(TASK, 20_001, 151)).isEqualTo(101);
    }

    @Test
    void aTaskThatSleepsForTooLongIsTold() {
        assertThat(asleep(1_000, 1_000, 0)).isZero();
        assertThat(asleep(1_060, 1_060, 0)).isZero();
        assertThat(asleep(1_101, 1_101, 0)).isEqualTo(101);
    }

    @Test
    void whoRanInBetweenDidNotSleepFromOneLookToTheNext() {
        asleep(1_000, 1_000, 0);
        assertThat(ran(TASK, 5_000, 60)).isZero();
        assertThat(ran(TASK, 5_020, 60)).isZero();
    }

    @Test
    void nobodySleepsWhileEverythingStandsStill() {
        asleep(1_000, 1_000, 0);
        assertThat(asleep(1_500, 1_500, 450)).isZero();
        assertThat(asleep(1_551, 1_551, 450)).isEqualTo(101);
    }

    @Test
    void whoeverLooksMayTakeLong() {
        assertThat(asleep(1_000, 1_400, 0)).isZero();
        assertThat(asleep(1_450, 1_900, 0)).isZero();
        assertThat(asleep(1_951, 2_500, 0)).isEqualTo(101);
    }

    @Test
    void whatRunsForTheFirstTimeIsJudgedFromWhenItIsThere() {
        ran(TASK, 1_000, 50);
        assertThat(stretch.look(TASK, new Stretch.Look(1_200, 1_200, 250, false, 0, 7))).isZero();
        assertThat(stretch.look(TASK, new Stretch.Look(1_300, 1_300, 350, false, 0, 7))).isZero();
        assertThat(stretch.look(TASK, new Stretch.Look(1_301, 1_301, 351, false, 0, 7)))
                .isEqualTo(101);
    }

    @Test
    void aLoopWithoutATaskIsHeldUpByNothing() {
        ran(0, 1_000, 0);
        assertThat(ran(0, 9_000, 8_000)).isZero();
    }
}
