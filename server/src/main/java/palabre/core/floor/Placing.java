package palabre.core.floor;

import java.util.Optional;
import palabre.core.RequestId;

/**
 * What an order needs to know of a place in the line besides whose it is.
 *
 * @param tie the request that opened the window in which this one came; its own number when nobody
 *     counts as tied with it
 * @param deferredNo when it was called while its person was not there, the number of that call;
 *     else 0
 * @param moved where the chair has put it, if so
 */
public record Placing(long tie, long deferredNo, Optional<Moved> moved) {
    /**
     * A place given by the chair.
     *
     * @param no counts such acts: later ones are carried out on what earlier ones made
     * @param behind whom it stands directly behind; at the head of the line when empty
     */
    public record Moved(long no, Optional<RequestId> behind) {}

    public Placing deferred(long no) {
        return new Placing(tie, no, Optional.empty());
    }

    public Placing moved(long no, Optional<RequestId> behind) {
        return new Placing(tie, 0, Optional.of(new Moved(no, behind)));
    }

    public boolean isBehind(RequestId id) {
        return moved.isPresent() && moved.get().behind().equals(Optional.of(id));
    }
}
