package palabre.core.room;

import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.Texts;

/**
 * A request that has not ended.
 *
 * @param sinceMs when it came into its present state, in milliseconds of the server's clock
 */
public record FloorRequest(
        RequestId id, SeatId seat, String topic, RequestState state, long sinceMs) {
    public FloorRequest {
        Texts.title(topic);
    }

    FloorRequest into(RequestState next, long atMs) {
        return new FloorRequest(id, seat, topic, next, atMs);
    }
}
