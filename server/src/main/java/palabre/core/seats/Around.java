package palabre.core.seats;

import java.util.Optional;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;

/** What a feature may know of the room around it: who is there, and who may act as chair. */
public interface Around extends Roster {
    /** Who has this seat now. */
    Optional<Seat> seat(SeatId id);

    /** Why this seat may not act as chair now; empty when it may. */
    Optional<Code> mayNotPreside(SeatId seat);

    default boolean presides(SeatId seat) {
        return mayNotPreside(seat).isEmpty();
    }

    /**
     * The code for a seat that may not preside, in other words when it could not take the chair.
     */
    default Code mayNotPreside(SeatId seat, Code others) {
        return mayNotPreside(seat).filter(c -> c == Code.NOT_PRESIDING).orElse(others);
    }

    default Optional<Role> role(SeatId id) {
        return seat(id).map(s -> s.person().role());
    }
}
