package palabre.core.session;

/**
 * What became of a message to somebody invited.
 *
 * @param atMs when that was known, in milliseconds of the server's clock
 */
public record Delivery(Kind what, State state, long atMs) {
    /** What was sent. */
    public enum Kind {
        INVITATION,
        RESULTS
    }

    /** How far it got. */
    public enum State {
        /** The mail server took it. */
        SENT,
        /** The mail server did not take it. */
        FAILED,
        /** They came in by it. */
        OPENED
    }
}
