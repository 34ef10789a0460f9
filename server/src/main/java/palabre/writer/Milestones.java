package palabre.writer;

import java.util.Optional;
import palabre.writer.SnapshotKeeper.Due;

/**
 * Keeps a snapshot now and then: always the milestone before the last, so that whoever loads it
 * still folds enough events to answer those who come back after a while.
 */
final class Milestones<S> {
    private final Aggregate<S, ?, ?> aggregate;
    private final int every;
    private Due<S> last;

    Milestones(Aggregate<S, ?, ?> aggregate, int every, S start, long seq) {
        this.aggregate = aggregate;
        this.every = every;
        this.last = new Due<>(start, seq);
    }

    /** The state of which a snapshot is to be kept now, if any. */
    Optional<Due<S>> reached(S state, long seq) {
        if (aggregate.fold().isEmpty() || seq - last.seq() < every) {
            return Optional.empty();
        }
        Due<S> keep = last;
        last = new Due<>(state, seq);
        return Optional.of(keep).filter(k -> k.seq() > 0);
    }
}
