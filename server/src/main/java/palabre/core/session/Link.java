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
 * @param mail their address; may be empty
 * @param zone their own, by its name in the time zone database; may be empty
 * @param expiresAtMs from when on nobody can join by it, in milliseconds of the server's clock; a
 *     seat that was taken before stays
 * @param issue counts how often it was written out anew; only the last is good
 * @param closed whether nobody new comes in by it; who has a seat by it stays
 */
public record Link(
        LinkId id,
        Kind kind,
        RoomId room,
        Person person,
        String language,
        String mail,
        String zone,
        OptionalLong expiresAtMs,
        int issue,
        boolean revoked,
        boolean closed) {
    /** One seat, or a seat for each who joins. */
    public enum Kind {
        PERSONAL,
        SHARED
    }

    /** One as it is written out first. */
    public static Link of(LinkId id, Kind kind, RoomId room, Person person) {
        return new Link(id, kind, room, person, "", "", "", OptionalLong.empty(), 1, false, false);
    }

    public Link speaking(String newLanguage, String newMail, String newZone) {
        return new Link(
                id,
                kind,
                room,
                person,
                newLanguage,
                newMail,
                newZone,
                expiresAtMs,
                issue,
                revoked,
                closed);
    }

    public Link until(OptionalLong newExpiresAtMs) {
        return new Link(
                id,
                kind,
                room,
                person,
                language,
                mail,
                zone,
                newExpiresAtMs,
                issue,
                revoked,
                closed);
    }

    public boolean expired(long nowMs) {
        return expiresAtMs.isPresent() && nowMs >= expiresAtMs.getAsLong();
    }

    public Link withdrawn() {
        return new Link(
                id, kind, room, person, language, mail, zone, expiresAtMs, issue, true, closed);
    }

    /** Closed to newcomers, or open to them again. */
    Link closed(boolean now) {
        return new Link(
                id, kind, room, person, language, mail, zone, expiresAtMs, issue, revoked, now);
    }

    /** Written out anew it is open, whatever it was. */
    Link reissued() {
        return new Link(
                id, kind, room, person, language, mail, zone, expiresAtMs, issue + 1, false, false);
    }

    /** The same seat for somebody else. */
    Link handedTo(Person successor, String newLanguage, String newMail, String newZone) {
        return new Link(
                id,
                kind,
                room,
                successor,
                newLanguage,
                newMail,
                newZone,
                expiresAtMs,
                issue + 1,
                false,
                false);
    }
}
