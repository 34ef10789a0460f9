package palabre.core;

/** One scheduled meeting, with its rooms, people and links. */
public record SessionId(String value) {
    public SessionId {
        Ids.require(value, "session");
    }

    @Override
    public String toString() {
        return value;
    }
}
