package palabre.core.floor;

import java.util.Optional;
import java.util.OptionalLong;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.policy.RequestKind;

/**
 * A request that has not ended (RFC 8855, section 5.2).
 *
 * @param seat who will speak: the beneficiary
 * @param by who asked: the same, or a steward or moderator for somebody on-site
 * @param askedMs when it was first asked, in milliseconds of the server's clock; a request that
 *     follows another keeps its time
 * @param sinceMs when it came into its present state
 * @param follows the ended request that this one goes on from
 * @param leftMs the time that was left of the turn that it goes on from
 */
public record FloorRequest(
        RequestId id,
        SeatId seat,
        SeatId by,
        Ask ask,
        RequestState state,
        long askedMs,
        long sinceMs,
        Placing placing,
        Optional<RequestId> follows,
        OptionalLong leftMs) {

    public RequestKind kind() {
        return ask.kind();
    }

    /** Called while its person was not there; stands at the head until they are. */
    public boolean deferred() {
        return placing.deferredNo() > 0;
    }

    public FloorRequest into(RequestState next, long atMs) {
        return new FloorRequest(id, seat, by, ask, next, askedMs, atMs, placing, follows, leftMs);
    }

    public FloorRequest at(Placing newPlacing) {
        return new FloorRequest(
                id, seat, by, ask, state, askedMs, sinceMs, newPlacing, follows, leftMs);
    }

    public FloorRequest asking(Ask newAsk) {
        return new FloorRequest(
                id, seat, by, newAsk, state, askedMs, sinceMs, placing, follows, leftMs);
    }
}
