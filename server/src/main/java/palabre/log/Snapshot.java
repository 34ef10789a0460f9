package palabre.log;

/**
 * A fold, kept so that it need not be folded again.
 *
 * @param fold names the form of the fold; a snapshot of another form is not used
 */
public record Snapshot(long seq, String fold, byte[] payload) {}
