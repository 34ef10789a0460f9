package palabre.core.floor;

import java.util.List;
import java.util.Optional;
import palabre.core.SeatId;

/**
 * Who presides.
 *
 * @param presiding empty until the first moderator comes or acts
 * @param deputies in the order in which they follow; who is not named follows after them
 * @param lostMs since when nothing has been heard of who presides; {@link #HERE} while they are
 *     here
 * @param frozen whether nothing is granted until somebody presides again
 */
public record Chairing(
        Optional<SeatId> presiding, List<SeatId> deputies, long lostMs, boolean frozen) {
    public static final long HERE = -1;
    public static final Chairing NOBODY = new Chairing(Optional.empty(), List.of(), HERE, false);

    public Chairing {
        deputies = List.copyOf(deputies);
    }

    public boolean lost() {
        return lostMs != HERE;
    }

    public boolean presides(SeatId seat) {
        return presiding.filter(seat::equals).isPresent();
    }

    public Chairing taken(SeatId seat) {
        return new Chairing(Optional.of(seat), deputies, HERE, false);
    }

    public Chairing lostAt(long ms) {
        return new Chairing(presiding, deputies, ms, frozen);
    }

    public Chairing back() {
        return new Chairing(presiding, deputies, HERE, false);
    }

    public Chairing froze() {
        return new Chairing(presiding, deputies, lostMs, true);
    }

    public Chairing followedBy(List<SeatId> order) {
        return new Chairing(presiding, order, lostMs, frozen);
    }
}
