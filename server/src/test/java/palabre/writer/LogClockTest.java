package palabre.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.testing.FakeTicker;
import palabre.testing.Seeds;

class LogClockTest {
    private static final long HOUR = 3_600_000;

    private final FakeTicker wall = new FakeTicker();

    static List<Long> seeds() {
        return Seeds.some(50);
    }

    private LogClock clock(boolean measured) {
        LogClock clock = new LogClock(wall, 0);
        clock.measured(measured);
        return clock;
    }

    /** What it says has passed while so much has. */
    private long passed(LogClock clock, long ms) {
        long before = clock.nowMs();
        wall.pass(ms);
        return clock.nowMs() - before;
    }

    @Test
    void itShowsTheWallClock() {
        LogClock clock = clock(false);
        wall.pass(HOUR);
        assertThat(clock.nowMs()).isEqualTo(wall.nowMs());
    }

    @Test
    void aJumpIsNotChargedWhileSomethingIsMeasured() {
        LogClock clock = clock(true);
        wall.put(HOUR);
        assertThat(passed(clock, 180_000)).isEqualTo(181_800);
        wall.put(-2 * HOUR);
        assertThat(passed(clock, 180_000)).isEqualTo(178_200);
    }

    @Test
    void theWallClockIsFollowedAtOnceWhenNothingIsMeasured() {
        LogClock clock = clock(true);
        wall.put(HOUR);
        wall.pass(60_000);
        assertThat(wall.nowMs() - clock.nowMs()).isEqualTo(HOUR - 600);
        clock.measured(false);
        assertThat(clock.nowMs()).isEqualTo(wall.nowMs());
    }

    @Test
    void putBackItGoesOnMoreSlowlyUntilItIsRight() {
        LogClock clock = clock(false);
        wall.put(-HOUR);
        assertThat(passed(clock, HOUR)).isEqualTo(HOUR / 2);
        assertThat(passed(clock, HOUR)).isEqualTo(HOUR / 2);
        assertThat(clock.nowMs()).isEqualTo(wall.nowMs());
        assertThat(passed(clock, HOUR)).isEqualTo(HOUR);
    }

    @Test
    void aLogThatEndsInTheFutureGoesOnFromThere() {
        long last = wall.nowMs() + HOUR;
        LogClock clock = new LogClock(wall, last);
        clock.measured(true);
        assertThat(clock.nowMs()).isEqualTo(last);
        assertThat(passed(clock, 100_000)).isEqualTo(99_000);
    }

    @Test
    void itIsAsExactHoweverOftenItIsAsked() {
        LogClock clock = clock(true);
        wall.put(HOUR);
        long before = clock.nowMs();
        for (int i = 0; i < 10_000; i++) {
            wall.pass(1);
            clock.nowMs();
        }
        assertThat(clock.nowMs() - before).isEqualTo(10_100);
    }

    @Test
    void whatIsNotToComeTooEarlyDoesNot() {
        LogClock clock = LogClock.unhurried(wall);
        long due = wall.nowMs() + 2 * HOUR;
        wall.put(1_000 * HOUR);
        wall.pass(HOUR);
        assertThat(clock.nowMs()).isLessThan(due);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itNeverGoesBackAndIsNeverFurtherFromTheWallClockThanThatWasPut(long seed) {
        Random random = new Random(seed);
        LogClock clock = clock(false);
        long last = clock.nowMs();
        long put = 0;
        for (int i = 0; i < 1_000; i++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    long by = random.nextLong(-HOUR, HOUR);
                    put += Math.abs(by);
                    wall.put(by);
                }
                case 1 -> clock.measured(random.nextBoolean());
                default -> wall.pass(random.nextInt(100_000));
            }
            long now = clock.nowMs();
            assertThat(now).isGreaterThanOrEqualTo(last);
            assertThat(Math.abs(now - wall.nowMs())).isLessThanOrEqualTo(put + 1);
            last = now;
        }
    }
}
