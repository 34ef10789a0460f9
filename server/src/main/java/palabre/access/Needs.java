package palabre.access;

/** What a request comes for. Every address of the server names one of these. */
public enum Needs {
    /** Nothing that is anybody's: the front page, health, scripts. */
    NOTHING,
    /** To read the invitation, or the door of an open room. */
    SEE_DOOR,
    /** To come in by the form at that door. */
    JOIN,
    /** To be in the room: its pages, its stream, its commands, its log. Takes the seat. */
    ENTER,
    /** To see the big screen. Takes the seat in a room that is not open. */
    SEE_SCREEN,
    /** To read minutes, statistics, polls. */
    READ_RESULTS,
    /** To say what one thinks of the session. */
    EVALUATE,
    /** To prepare sessions: an organiser, each their own. */
    ORGANISE,
    /** To say who prepares sessions here: the host alone. */
    HOST
}
