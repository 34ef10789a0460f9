package palabre.core.floor;

import java.util.Optional;
import java.util.function.UnaryOperator;
import palabre.core.RequestId;

/**
 * Who speaks.
 *
 * @param holder who has the floor
 * @param interrupted whose turn stands while the holder was let in between, and goes on after it
 * @param paused whether the chair has paused the whole floor
 */
public record Stage(Optional<Turn> holder, Optional<Turn> interrupted, boolean paused) {
    public static final Stage EMPTY = new Stage(Optional.empty(), Optional.empty(), false);

    public Optional<Turn> find(RequestId id) {
        return holder.filter(t -> t.id().equals(id))
                .or(() -> interrupted.filter(t -> t.id().equals(id)));
    }

    /** Gives the floor; who had it goes on afterwards. */
    public Stage granted(Turn turn, long atMs) {
        Turn begun = paused ? turn.paused(PauseCause.ALL, atMs, atMs) : turn;
        return new Stage(Optional.of(begun), holder.or(() -> interrupted), paused);
    }

    public Stage without(RequestId id) {
        boolean holds = holder.filter(t -> t.id().equals(id)).isPresent();
        return holds
                ? new Stage(interrupted, Optional.empty(), paused)
                : new Stage(holder, interrupted.filter(t -> !t.id().equals(id)), paused);
    }

    public Stage changed(RequestId id, UnaryOperator<Turn> change) {
        return new Stage(
                holder.map(t -> t.id().equals(id) ? change.apply(t) : t),
                interrupted.map(t -> t.id().equals(id) ? change.apply(t) : t),
                paused);
    }

    public Stage pausedAll(long atMs) {
        return new Stage(
                holder.map(t -> t.paused(PauseCause.ALL, atMs, atMs)),
                interrupted.map(t -> t.paused(PauseCause.ALL, atMs, atMs)),
                true);
    }

    public Stage resumedAll(long atMs) {
        return new Stage(
                holder.map(t -> t.resumed(PauseCause.ALL, atMs)),
                interrupted.map(t -> t.resumed(PauseCause.ALL, atMs)),
                false);
    }
}
