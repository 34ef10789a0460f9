package palabre.core.results;

/** What can come out of a meeting. */
public enum ResultKind {
    /** What is to be remembered. */
    KEY_POINT,
    /** What was decided. */
    DECISION,
    /** What somebody will do. */
    ACTION
}
