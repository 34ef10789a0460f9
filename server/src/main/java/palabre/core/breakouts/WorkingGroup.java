package palabre.core.breakouts;

import java.util.List;
import java.util.Optional;
import palabre.core.RoomId;

/**
 * A group at work.
 *
 * @param people in it, by name
 * @param lead who presides there
 */
public record WorkingGroup(RoomId room, String title, List<String> people, Optional<String> lead) {
    public WorkingGroup {
        people = List.copyOf(people);
    }
}
