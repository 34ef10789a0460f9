package palabre.loops;

/**
 * How long a loop has been held up by its present task: the time for which its thread ran, and the
 * time for which it slept, that is, waited for anything but a processor. A thread that could run
 * and is given no processor does neither. It slept from one look to the next when it was asleep at
 * both and had not run in between.
 *
 * <p>What was before classes were loaded does not count: what runs for the first time is slow once
 * and never again.
 */
final class Stretch {
    /**
     * What is seen of a loop. Whoever looks may be interrupted too, for longer than the limit: so
     * that this is not laid to the loop, there are two times.
     *
     * @param beforeNs when the look began, before anything was read
     * @param afterNs when all had been read
     * @param ranNs for how long the thread has run
     * @param sleeps whether it waits for anything but a processor or a lock that another has
     * @param stoodStillNs for how long the whole process has stood still
     * @param classes how many the process has loaded
     */
    record Look(
            long beforeNs,
            long afterNs,
            long ranNs,
            boolean sleeps,
            long stoodStillNs,
            long classes) {
        static final Look NONE = new Look(0, 0, 0, false, 0, 0);

        long sleptSince(Look last) {
            return sleeps && last.sleeps && ranNs == last.ranNs
                    ? Math.max(0, beforeNs - last.afterNs - (stoodStillNs - last.stoodStillNs))
                    : 0;
        }
    }

    private final long limitNs;
    private long task;
    private Look first = Look.NONE;
    private Look last = Look.NONE;
    private long sleptNs;
    private boolean told;

    Stretch(long limitNs) {
        this.limitNs = limitNs;
    }

    /**
     * @param startedNs when the loop's task began, which tells it from others; 0 when it has none
     * @return how long the task has held up the loop, when that has just become too long; else 0
     */
    long look(long startedNs, Look look) {
        if (startedNs != task) {
            task = startedNs;
            told = false;
            begin(look);
            return 0;
        }
        sleptNs += look.sleptSince(last);
        last = look;
        long heldNs = look.ranNs() - first.ranNs() + sleptNs;
        if (startedNs == 0 || told || heldNs <= limitNs) {
            return 0;
        }
        if (look.classes() != first.classes()) {
            begin(look);
            return 0;
        }
        told = true;
        return heldNs;
    }

    private void begin(Look look) {
        first = look;
        last = look;
        sleptNs = 0;
    }
}
