package palabre.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import palabre.core.PartId;
import palabre.part.AudienceKey;
import palabre.writer.Published;

/** What of one part is told, and in which form. Confined to the room's context. */
interface Telling<S, E> {
    PartId part();

    /** How one event is told. */
    Tails tails(Published<S, E> event);

    /** The state as an audience may know it, as JSON. */
    ObjectNode snapshot(AudienceKey audience, S state);

    /** Whether it goes out at once; else at most once in a while. */
    boolean urgent(E event);

    /** How old what the public sees is, in milliseconds. */
    long publicDelayMs(Published<S, E> event);

    /** The same, of now. */
    long publicDelayMs();

    /** The epoch by which an audience counts. */
    String epoch(AudienceKey audience);

    /**
     * What is told beside the log, as it is now.
     *
     * @param lags whether the state is of some time ago
     */
    Lane lane(AudienceKey audience, S state, boolean lags);

    /** What a heartbeat says of who is here; empty where none is sent for its own sake. */
    Optional<String> here();
}
