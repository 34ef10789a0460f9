package palabre.writer;

import palabre.core.SeatId;
import palabre.log.CommandKey;

/**
 * A command on its way to the writer.
 *
 * @param actor the seat that asks
 * @param id unique for the actor as long as the log lives
 * @param bodyHash tells a resend from another command under the same id
 */
public record Request<C>(SeatId actor, String id, String bodyHash, C command) {
    CommandKey key() {
        return new CommandKey(actor, id);
    }
}
