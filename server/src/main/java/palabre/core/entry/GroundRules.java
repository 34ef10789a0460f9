package palabre.core.entry;

import java.util.Map;
import palabre.core.Persistent;
import palabre.core.SeatId;

/**
 * Which ground rules hold in a room, and who has accepted which.
 *
 * @param version of the session's rules; 0: there are none
 * @param accepted the version that each seat accepted last
 */
public record GroundRules(int version, Map<SeatId, Integer> accepted) {
    public static final GroundRules NONE = new GroundRules(0, Map.of());

    public GroundRules {
        accepted = Persistent.map(accepted);
    }

    /** Whether the seat has accepted what holds, so that it may act. */
    public boolean heldBy(SeatId seat) {
        return version == 0 || accepted.getOrDefault(seat, 0) == version;
    }

    public GroundRules evolve(RulesEvent event) {
        return switch (event) {
            case RulesEvent.RulesLaid e -> new GroundRules(e.version(), accepted);
            case RulesEvent.RulesAccepted e ->
                    new GroundRules(version, Persistent.with(accepted, e.seat(), e.version()));
        };
    }

    /** As those see them who do not see who has accepted. */
    public GroundRules anonymous() {
        return new GroundRules(version, Map.of());
    }
}
