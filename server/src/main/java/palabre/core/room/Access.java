package palabre.core.room;

/** Who may come in: everybody, or the invited alone. */
public enum Access {
    /** The public may watch as observers, without an invitation. */
    OPEN,
    /** By invitation only; to all others the room does not exist. */
    CLOSED
}
