package palabre.writer;

import java.util.Optional;
import palabre.codec.EventCodec;
import palabre.core.Decision;
import palabre.core.SeatId;

/**
 * What a log is the story of.
 *
 * @param <S> its state, an immutable fold
 * @param <C> its commands
 * @param <E> its events
 */
public interface Aggregate<S, C, E> {
    S empty();

    /**
     * @param atMs the time at which it will have happened; never before that of the last event
     */
    Decision<E> decide(S state, SeatId actor, C command, long atMs);

    S evolve(S state, E event, long atMs);

    /** An event that an earlier version wrote, with what it did not state yet. */
    default E completed(EventCodec.Batch<E> batch, E event, S before, long atMs) {
        return event;
    }

    /** Whether something is measured in this state, which a jump of the clock would falsify. */
    default boolean measures(S state) {
        return false;
    }

    EventCodec<E> events();

    /** Names the form of the fold in its snapshots; empty when it keeps none, being short. */
    default Optional<String> fold() {
        return Optional.empty();
    }

    default byte[] write(S state) {
        throw new UnsupportedOperationException("it keeps no snapshots");
    }

    default S read(byte[] snapshot) {
        throw new UnsupportedOperationException("it keeps no snapshots");
    }
}
