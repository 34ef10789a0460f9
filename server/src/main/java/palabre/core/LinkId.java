package palabre.core;

/** One invitation of a session, personal or shared. */
public record LinkId(String value) {
    /** Stands for nobody's invitation: a visitor of an open room. */
    public static final LinkId VISITOR = new LinkId("v");

    public LinkId {
        Ids.require(value, "link");
    }

    @Override
    public String toString() {
        return value;
    }
}
