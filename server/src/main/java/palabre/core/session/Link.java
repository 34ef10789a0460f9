package palabre.core.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;

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
 * @param before who had the place before this person, the first first; each sat in a seat of their
 *     own
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
        boolean closed,
        List<Holder> before) {
    /**
     * Somebody who had the place.
     *
     * @param untilMs when it was handed over, in milliseconds of the server's clock
     */
    public record Holder(String language, long untilMs) {}

    /** One seat, or a seat for each who joins. */
    public enum Kind {
        PERSONAL,
        SHARED
    }

    public Link {
        before = List.copyOf(before);
    }

    /** One as it is written out first. */
    public static Link of(LinkId id, Kind kind, RoomId room, Person person) {
        return new Link(
                id,
                kind,
                room,
                person,
                "",
                "",
                "",
                OptionalLong.empty(),
                1,
                false,
                false,
                List.of());
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
                closed,
                before);
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
                closed,
                before);
    }

    public boolean expired(long nowMs) {
        return expiresAtMs.isPresent() && nowMs >= expiresAtMs.getAsLong();
    }

    public Link withdrawn() {
        return with(issue, true, closed);
    }

    /** Closed to newcomers, or open to them again. */
    Link closed(boolean now) {
        return with(issue, revoked, now);
    }

    /** Written out anew it is open, whatever it was. */
    Link reissued() {
        return with(issue + 1, false, false);
    }

    private Link with(int newIssue, boolean nowRevoked, boolean nowClosed) {
        return new Link(
                id,
                kind,
                room,
                person,
                language,
                mail,
                zone,
                expiresAtMs,
                newIssue,
                nowRevoked,
                nowClosed,
                before);
    }

    private Link with(Person now, List<Holder> holders) {
        return new Link(
                id,
                kind,
                room,
                now,
                language,
                mail,
                zone,
                expiresAtMs,
                issue,
                revoked,
                closed,
                holders);
    }

    /** The seat of who has the place now; for a shared link, of who shows it as a token. */
    public SeatId seat() {
        return SeatId.holder(id, before.size() + 1);
    }

    /** Who came after this seat, which was somebody's who had the place before. */
    public Optional<SeatCommand.HandSeat> after(SeatId seat) {
        for (int n = 1; n <= before.size(); n++) {
            if (SeatId.holder(id, n).equals(seat)) {
                long since = before.get(n - 1).untilMs();
                return Optional.of(new SeatCommand.HandSeat(seat, SeatId.holder(id, n + 1), since));
            }
        }
        return Optional.empty();
    }

    /** In which language who sits or sat in the seat likes to be spoken to. */
    public String language(SeatId seat) {
        int n = seat.before().size();
        return n < before.size() ? before.get(n).language() : language;
    }

    /**
     * The place goes on with somebody else.
     *
     * @param atMs since when; 0: as it was before seats were told apart, the seat stays the same
     */
    Link handedTo(Person successor, String newLanguage, String newMail, String newZone, long atMs) {
        List<Holder> holders = new ArrayList<>(before);
        if (atMs > 0) {
            holders.add(new Holder(language, atMs));
        }
        return with(successor, holders).speaking(newLanguage, newMail, newZone).reissued();
    }
}
