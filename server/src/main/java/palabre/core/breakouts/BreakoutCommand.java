package palabre.core.breakouts;

import java.util.List;
import java.util.Optional;
import palabre.core.RoomId;

/** What the server tells a room of the session's groups. */
public sealed interface BreakoutCommand {
    record LayGroups(List<WorkingGroup> groups, Optional<RoomId> parent, long untilMs)
            implements BreakoutCommand {
        public LayGroups {
            groups = List.copyOf(groups);
        }
    }
}
