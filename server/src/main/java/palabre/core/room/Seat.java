package palabre.core.room;

import java.util.Optional;
import palabre.core.SeatId;

/**
 * A taken seat.
 *
 * @param absent whether the log says that the person's link is lost: said only of somebody who
 *     waited, spoke or presided at that moment, since only there does it have an effect
 * @param keeper who registered them, when they sit on-site without a device
 */
public record Seat(
        SeatId id, Person person, boolean absent, Optional<SeatId> keeper, Declared declared) {
    Seat with(Person newPerson) {
        return new Seat(id, newPerson, absent, keeper, declared);
    }

    Seat absent(boolean now) {
        return new Seat(id, person, now, keeper, declared);
    }

    Seat declaring(Declared now) {
        return new Seat(id, person, absent, keeper, now);
    }
}
