package palabre.core;

/** One room; not to be guessed, since a closed room must not be found. */
public record RoomId(String value) {
    public RoomId {
        Ids.require(value, "room");
    }

    private static final int CODE_LENGTH = 8;

    /** What is typed to find an open room: the beginning of its id. */
    public String joinCode() {
        return value.substring(0, Math.min(CODE_LENGTH, value.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
