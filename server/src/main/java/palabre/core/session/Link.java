package palabre.core.session;

import java.util.OptionalLong;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.room.Person;

/**
 * An invitation to a room.
 *
 * @param person whom a personal link seats; for a shared link the name stands for what the link is
 *     called, and role, team, sector and site are given to each who joins
 * @param language in which they like to be spoken to, as a BCP 47 tag; may be empty
 * @param expiresAtMs from when on nobody can join by it, in milliseconds of the server's clock; a
 *     seat that was taken before stays
 */
public record Link(
        LinkId id,
        Kind kind,
        RoomId room,
        Person person,
        String language,
        OptionalLong expiresAtMs,
        boolean revoked) {
    /** One seat, or a seat for each who joins. */
    public enum Kind {
        PERSONAL,
        SHARED
    }

    public boolean expired(long nowMs) {
        return expiresAtMs.isPresent() && nowMs >= expiresAtMs.getAsLong();
    }

    Link withdrawn() {
        return new Link(id, kind, room, person, language, expiresAtMs, true);
    }
}
