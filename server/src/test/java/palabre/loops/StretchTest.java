package palabre.loops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StretchTest {
    private final Stretch stretch = new Stretch(100);

    private long look(long nowNs, long startedNs, long excusedNs) {
        return stretch.look(startedNs, new Stretch.Look(nowNs, nowNs, excusedNs, 0, 0));
    }

    @Test
    void aTaskThatIsAtItForTooLongIsToldOnce() {
        assertThat(look(1_000, 990, 0)).isZero();
        assertThat(look(1_100, 990, 0)).isZero();
        assertThat(look(1_101, 990, 0)).isEqualTo(101);
        assertThat(look(1_300, 990, 0)).isZero();
    }

    @Test
    void theNextTaskBeginsAnew() {
        look(1_000, 990, 0);
        assertThat(look(1_090, 1_080, 0)).isZero();
        assertThat(look(1_190, 1_080, 0)).isZero();
        assertThat(look(1_191, 1_080, 0)).isEqualTo(101);
    }

    @Test
    void whatTheMachineTookIsNotTheTasks() {
        look(1_000, 990, 5_000);
        assertThat(look(1_500, 990, 5_450)).isZero();
        assertThat(look(1_600, 990, 5_450)).isEqualTo(150);
    }

    @Test
    void whatTheMachineMayBeTakingNowIsNotLaidToIt() {
        look(1_000, 990, 0);
        assertThat(stretch.look(990, new Stretch.Look(1_400, 1_400, 0, 390, 0))).isZero();
        assertThat(stretch.look(990, new Stretch.Look(1_420, 1_420, 20, 20, 0))).isEqualTo(380);
    }

    @Test
    void whoeverLooksMayTakeLong() {
        assertThat(stretch.look(990, new Stretch.Look(1_000, 1_400, 0, 0, 0))).isZero();
        assertThat(stretch.look(990, new Stretch.Look(1_450, 1_900, 0, 0, 0))).isZero();
        assertThat(stretch.look(990, new Stretch.Look(1_501, 2_000, 0, 0, 0))).isEqualTo(101);
    }

    @Test
    void whatRunsForTheFirstTimeIsJudgedFromWhenItIsThere() {
        look(1_000, 990, 0);
        assertThat(stretch.look(990, new Stretch.Look(1_200, 1_200, 0, 0, 7))).isZero();
        assertThat(stretch.look(990, new Stretch.Look(1_300, 1_300, 0, 0, 7))).isZero();
        assertThat(stretch.look(990, new Stretch.Look(1_301, 1_301, 0, 0, 7))).isEqualTo(101);
    }

    @Test
    void aLoopWithoutATaskIsHeldUpByNothing() {
        look(1_000, 0, 0);
        assertThat(look(9_000, 0, 0)).isZero();
    }
}
