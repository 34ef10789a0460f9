package palabre.log;

/** The log's answer to an append. A failure (see {@link LogFailure}) comes as a failed future. */
public sealed interface Appended {
    /** Durable as far as this log is durable. */
    record Done(Head head) implements Appended {}

    /** Nothing was written: the log does not end where the writer thought. */
    record Conflict(Head head) implements Appended {}

    /** Nothing was written: the command is in the log already. */
    record Duplicate(Outcome outcome) implements Appended {}
}
