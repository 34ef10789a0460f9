package palabre.log;

/**
 * What was appended.
 *
 * @param number counts records from 1
 * @param lastSeq the number of its last event; its events are {@code (lastSeq - events, lastSeq]}
 */
public record LogRecord(long number, long lastSeq, int events, long atMs, byte[] payload) {
    public long firstSeq() {
        return lastSeq - events + 1;
    }
}
