package palabre.writer;

import java.util.Optional;
import palabre.log.Snapshot;

/**
 * Keeps a snapshot now and then: always the milestone before the last, so that whoever loads it
 * still folds enough events to answer those who come back after a while.
 */
final class Milestones<S> {
    private record Milestone<S>(S state, long seq) {}

    private final Aggregate<S, ?, ?> aggregate;
    private final int every;
    private Milestone<S> last;

    Milestones(Aggregate<S, ?, ?> aggregate, int every, S start, long seq) {
        this.aggregate = aggregate;
        this.every = every;
        this.last = new Milestone<>(start, seq);
    }

    /** The snapshot to keep now, if any. */
    Optional<Snapshot> reached(S state, long seq) {
        if (aggregate.fold().isEmpty() || seq - last.seq() < every) {
            return Optional.empty();
        }
        Milestone<S> keep = last;
        last = new Milestone<>(state, seq);
        return keep.seq() == 0
                ? Optional.empty()
                : Optional.of(
                        new Snapshot(
                                keep.seq(), aggregate.fold().get(), aggregate.write(keep.state())));
    }
}
