package palabre.core.session;

import palabre.core.LinkId;
import palabre.core.room.Charter;

/** What has happened to a session. */
public sealed interface SessionEvent {
    record SessionCreated(String title) implements SessionEvent {}

    record SessionPlanned(Plan plan) implements SessionEvent {}

    record RoomAdded(Charter charter) implements SessionEvent {}

    record LinkAdded(Link link) implements SessionEvent {}

    record LinkRevoked(LinkId link) implements SessionEvent {}
}
