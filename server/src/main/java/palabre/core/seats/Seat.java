package palabre.core.seats;

import java.util.Optional;
import palabre.core.Role;
import palabre.core.SeatId;

/**
 * A taken seat.
 *
 * @param absent whether the log says that the person's link is lost: said only of somebody who
 *     waited, spoke or presided at that moment, since only there does it have an effect
 * @param keeper who registered them, when they sit on-site without a device
 * @param invitedAs the role with which they came in; another was given to them here, and holds
 *     until they leave
 */
public record Seat(
        SeatId id,
        Person person,
        boolean absent,
        Optional<SeatId> keeper,
        Declared declared,
        Role invitedAs) {
    /** One that has the role with which it came in. */
    public Seat(
            SeatId id, Person person, boolean absent, Optional<SeatId> keeper, Declared declared) {
        this(id, person, absent, keeper, declared, person.role());
    }

    /** The person as they came in: what passes over when they go on elsewhere. */
    public Person invited() {
        return person.as(invitedAs);
    }

    public Seat with(Person newPerson) {
        return new Seat(id, newPerson, absent, keeper, declared, invitedAs);
    }

    public Seat absent(boolean now) {
        return new Seat(id, person, now, keeper, declared, invitedAs);
    }

    /** What others may know of it. */
    public Seat seen() {
        return new Seat(id, person, absent, keeper, Declared.NOTHING);
    }

    public Seat declaring(Declared now) {
        return new Seat(id, person, absent, keeper, now, invitedAs);
    }
}
