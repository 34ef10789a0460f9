package palabre.log;

/**
 * Where a log ends.
 *
 * @param epoch changes when numbers are no longer comparable; never on an ordinary restart
 * @param seq the number of the last event; 0 before the first
 * @param records how many records there are; more than the appends with events, since an append
 *     without events is a record too
 */
public record Head(String epoch, long seq, long records) {
    public Head after(int events) {
        return new Head(epoch, seq + events, records + 1);
    }
}
