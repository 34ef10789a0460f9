package palabre.core.session;

import java.util.List;
import palabre.core.LinkId;
import palabre.core.room.Charter;

/** What an organiser asks of a session. */
public sealed interface SessionCommand {
    record CreateSession(String title) implements SessionCommand {}

    /** A whole session at once, or nothing of it. */
    record Prepare(String title, Plan plan, List<Charter> rooms, List<Link> links)
            implements SessionCommand {
        public Prepare {
            rooms = List.copyOf(rooms);
            links = List.copyOf(links);
        }
    }

    record ChangePlan(Plan plan) implements SessionCommand {}

    record AddRoom(Charter charter) implements SessionCommand {}

    record AddLink(Link link) implements SessionCommand {}

    /** All of them, or none. */
    record AddLinks(List<Link> links) implements SessionCommand {
        public AddLinks {
            links = List.copyOf(links);
        }
    }

    record RevokeLink(LinkId link) implements SessionCommand {}
}
