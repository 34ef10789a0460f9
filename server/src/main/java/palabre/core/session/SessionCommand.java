package palabre.core.session;

import palabre.core.LinkId;
import palabre.core.room.Charter;

/** What an organiser asks of a session. */
public sealed interface SessionCommand {
    record CreateSession(String title) implements SessionCommand {}

    record AddRoom(Charter charter) implements SessionCommand {}

    record AddLink(Link link) implements SessionCommand {}

    record RevokeLink(LinkId link) implements SessionCommand {}
}
