package palabre.part;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import palabre.codec.Unreadable;
import palabre.core.PartId;
import palabre.core.SeatId;
import palabre.core.room.Room;
import palabre.writer.Aggregate;
import palabre.writer.Published;

/**
 * A kind of part.
 *
 * @param <S> the state of one such part: a fold whose versions share what they have in common,
 *     since the last thousands of them are kept for those who come back
 * @param <C> its commands
 * @param <E> its events
 */
public interface PartKind<S, C, E> {
    /** The word in front of the number in its parts' ids. */
    String name();

    /** How one such part is decided and folded. Its snapshots need a name for their form. */
    Aggregate<S, Asked<C>, E> aggregate(PartId part);

    /**
     * Whether somebody may follow and read a part. Where there is no such part nobody may: both are
     * answered alike.
     */
    boolean mayFollow(Room main, PartId part, SeatId seat);

    /** The audience to which somebody belongs: what makes no difference is taken out of it. */
    AudienceKey audience(AudienceKey asked);

    /** The event as an audience is told of it, if at all. */
    Optional<ObjectNode> told(AudienceKey audience, Published<S, E> event);

    /** The whole state as an audience may know it. */
    ObjectNode snapshot(AudienceKey audience, S state);

    /**
     * Reads a command.
     *
     * @param body with {@code do}, without {@code id} and {@code part}
     */
    C command(ObjectNode body) throws Unreadable;

    /** Whether an event goes out at once, and not together with what comes in the next moment. */
    default boolean urgent(E event) {
        return false;
    }
}
