package palabre.core;

/** One invitation of a session, personal or shared. */
public record LinkId(String value) {
    public LinkId {
        Ids.require(value, "link");
    }

    @Override
    public String toString() {
        return value;
    }
}
