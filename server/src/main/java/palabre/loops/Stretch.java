package palabre.loops;

/**
 * How long a loop has been at its present task, less what is no fault of the task: the time in
 * which its thread could have run and was given no processor, and the time in which the whole
 * process stood still.
 */
final class Stretch {
    private final long limitNs;
    private long task;
    private long firstNs;
    private long excusedBefore;
    private boolean told;

    Stretch(long limitNs) {
        this.limitNs = limitNs;
    }

    /**
     * Looks at the loop. Whoever looks may be interrupted too, for longer than the limit: so that
     * this is not laid to the loop, there are two times.
     *
     * @param nowNs when the look began, before anything was read
     * @param seenNs when all had been read
     * @param startedNs when its task began, which tells it from others; 0 when it has none
     * @param excusedNs what has not been the fault of any task, since the loop began
     * @param perhapsNs what may be no fault of this one besides, at this moment
     * @return how long the task has held up the loop, when that has just become too long; else 0
     */
    long look(long nowNs, long seenNs, long startedNs, long excusedNs, long perhapsNs) {
        if (startedNs != task) {
            task = startedNs;
            firstNs = seenNs;
            excusedBefore = excusedNs;
            told = false;
            return 0;
        }
        long heldNs = nowNs - firstNs - (excusedNs - excusedBefore) - perhapsNs;
        if (startedNs == 0 || told || heldNs <= limitNs) {
            return 0;
        }
        told = true;
        return heldNs;
    }
}
