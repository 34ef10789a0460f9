package palabre.core.breakouts;

import java.util.List;
import java.util.Optional;
import palabre.core.RoomId;

/** What has happened to the session's groups. */
public sealed interface BreakoutEvent {
    /**
     * The session's groups as they are now; none: there are none.
     *
     * @param parent the room from which they went; empty: there are none
     * @param untilMs when they are called back; 0: when the chair does it
     */
    record GroupsLaid(List<WorkingGroup> groups, Optional<RoomId> parent, long untilMs)
            implements BreakoutEvent {
        public GroupsLaid {
            groups = List.copyOf(groups);
        }
    }
}
