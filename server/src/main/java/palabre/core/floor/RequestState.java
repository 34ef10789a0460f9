package palabre.core.floor;

/** The states of a floor request (RFC 8855, section 5.2.5: REQUEST-STATUS). */
public enum RequestState {
    /** Waits for the chair. */
    PENDING,
    /** Promised by the chair; gets the floor when it is free. */
    ACCEPTED,
    /** Has the floor. */
    GRANTED,
    /** Refused by the chair. */
    DENIED,
    /** Withdrawn while waiting. */
    CANCELLED,
    /** Done speaking. */
    RELEASED,
    /** Ended by the chair. */
    REVOKED
}
