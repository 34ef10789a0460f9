package palabre.core.room;

/** What a room has taken over from its session, which does not lay it there again. */
public enum TakenOver {
    /** The chair has changed the agenda, or begun to follow it: no plan takes its place. */
    AGENDA,
    /** What was left open last time has been brought; what became of it is the room's matter. */
    OPEN_ACTIONS
}
