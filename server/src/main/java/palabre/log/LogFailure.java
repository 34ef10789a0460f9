package palabre.log;

/** A log could not do what it was asked. */
public final class LogFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** Nothing was written; the disk may be full or read-only. Try again later. */
        UNAVAILABLE,
        /** What is stored is not what was written. */
        CORRUPT,
        /** The session was erased. */
        ERASED,
        /** Another server uses the directory. */
        IN_USE
    }

    private final Reason reason;

    public LogFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public LogFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
