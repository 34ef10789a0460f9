package palabre.loops;

/**
 * How long a loop has been at its present task, less what is no fault of the task: the time in
 * which its thread could have run and was given no processor, the time in which the whole process
 * stood still, and all that was before classes were loaded: what runs for the first time is slow
 * once and never again.
 */
final class Stretch {
    /**
     * What is seen of a loop. Whoever looks may be interrupted too, for longer than the limit: so
     * that this is not laid to the loop, there are two times.
     *
     * @param nowNs when the look began, before anything was read
     * @param seenNs when all had been read
     * @param excusedNs what has not been the fault of any task, since the loop began
     * @param perhapsNs what may be no fault of this one besides, at this moment
     * @param classes how many the process has loaded
     */
    record Look(long nowNs, long seenNs, long excusedNs, long perhapsNs, long classes) {}

    private final long limitNs;
    private long task;
    private long firstNs;
    private long excusedBefore;
    private long classesBefore;
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
        long heldNs =
                look.nowNs() - firstNs - (look.excusedNs() - excusedBefore) - look.perhapsNs();
        if (startedNs == 0 || told || heldNs <= limitNs) {
            return 0;
        }
        if (look.classes() != classesBefore) {
            begin(look);
            return 0;
        }
        told = true;
        return heldNs;
    }

    private void begin(Look look) {
        firstNs = look.seenNs();
        excusedBefore = look.excusedNs();
        classesBefore = look.classes();
    }
}
