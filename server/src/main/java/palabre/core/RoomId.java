package palabre.core;

/** One room; not to be guessed, since a closed room must not be found. */
public record RoomId(String value) {
    public RoomId {
        Ids.require(value, "room");
    }

    @Override
    public String toString() {
        return value;
    }
}
