package palabre.live;

import palabre.core.Code;
import palabre.log.Damages;

/** A room, or a part of one, that could not be opened. */
public final class Unopened {
    private Unopened() {}

    /** What to say of it. */
    public static Code codeOf(Throwable failure) {
        if (Damages.erased(failure)) {
            return Code.NOT_FOUND;
        }
        return Damages.passes(failure) ? Code.STORE_UNAVAILABLE : Code.DAMAGED;
    }
}
