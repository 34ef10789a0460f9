package palabre.writer;

import java.util.UUID;
import palabre.core.SeatId;
import palabre.log.CommandKey;

/**
 * A command on its way to the writer.
 *
 * @param actor the seat that asks
 * @param id unique for the actor as long as the log lives
 * @param bodyHash tells a resend from another command under the same id
 * @param isNew whether it cannot be a resend, so that nobody need look whether it is one
 */
public record Request<C>(SeatId actor, String id, String bodyHash, C command, boolean isNew) {
    public Request(SeatId actor, String id, String bodyHash, C command) {
        this(actor, id, bodyHash, command, false);
    }

    /** What the server does of itself: under an id that nobody else will ever have. */
    public static <C> Request<C> ofServer(SeatId actor, C command) {
        return new Request<>(actor, "server-" + UUID.randomUUID(), "", command, true);
    }

    CommandKey key() {
        return new CommandKey(actor, id);
    }
}
