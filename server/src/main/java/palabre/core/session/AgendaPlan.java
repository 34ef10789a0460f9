package palabre.core.session;

import java.util.List;
import java.util.Optional;
import palabre.core.Texts;
import palabre.core.policy.OrderRule;

/**
 * An item of the agenda, as it is planned.
 *
 * @param minutes 0: as long as it takes
 * @param lead who leads it; may be empty
 * @param order of speaking while it lasts; empty: the room's
 * @param turnSeconds how long a turn may be while it lasts; 0: as in the room
 * @param links to material
 */
public record AgendaPlan(
        String title,
        int minutes,
        String lead,
        Optional<OrderRule> order,
        int turnSeconds,
        List<String> links) {
    public AgendaPlan {
        Texts.title(title);
        Texts.name(lead);
        links = List.copyOf(links);
    }
}
