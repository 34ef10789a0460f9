package palabre.live;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import palabre.core.SeatId;
import palabre.writer.Published;
import palabre.writer.Witness;

/** Gathers the history of a part while it is folded; from then on hands over to the part. */
final class Gathering<S, E> implements Witness<S, E> {
    private final Function<Published<S, E>, Tails> tails;
    private final Function<Published<S, E>, Optional<SeatId>> cast;
    private @Nullable History history;
    private volatile @Nullable Witness<S, E> part;

    /**
     * @param cast who may belong to another audience since an event
     */
    Gathering(
            Function<Published<S, E>, Tails> tails,
            Function<Published<S, E>, Optional<SeatId>> cast) {
        this.tails = tails;
        this.cast = cast;
    }

    @Override
    public void saw(Published<S, E> event) {
        Witness<S, E> now = part;
        if (now == null) {
            history(event.seq() - 1).add(event.seq(), tails.apply(event), cast.apply(event));
        } else {
            now.saw(event);
        }
    }

    /**
     * @param start where it begins when nothing was folded
     */
    History history(long start) {
        History gathered = history;
        if (gathered == null) {
            gathered = new History(start);
            history = gathered;
        }
        return gathered;
    }

    void goOn(Witness<S, E> live) {
        part = live;
    }
}
