package palabre.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what comes by itself, and never for ever. */
public final class Until {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final long LOOK_EVERY_NS = 200_000;

    private Until() {}

    /**
     * Looks until it is so.
     *
     * @param what is waited for, as the failure says it
     */
    public static void holds(String what, BooleanSupplier so) {
        holds(what, so, () -> "");
    }

    /**
     * Looks until it is so.
     *
     * @param what is waited for, as the failure says it
     * @param instead what there is when it has not come, for the failure
     */
    public static void holds(String what, BooleanSupplier so, Supplier<String> instead) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + LONGEST + ": " + what + instead.get());
            }
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
    }
}
