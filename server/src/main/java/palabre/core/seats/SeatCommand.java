package palabre.core.seats;

import palabre.core.Role;
import palabre.core.SeatId;

/** What is asked about membership. */
public sealed interface SeatCommand {
    /**
     * The actor sits down. Taking one's seat again changes nothing.
     *
     * @param invited by name; who is not may have to wait in the lobby
     * @param invitedAs the role with which they came; another one was given to them in this room
     * @param agreed whether they know that the room is on the record, when it is
     */
    record TakeSeat(Person person, boolean invited, Role invitedAs, boolean agreed)
            implements SeatCommand {
        public TakeSeat(Person person, boolean invited, boolean agreed) {
            this(person, invited, person.role(), agreed);
        }

        public TakeSeat(Person person) {
            this(person, true, true);
        }
    }

    /** The actor goes, and gives up what they waited for. */
    record LeaveSeat() implements SeatCommand {}

    /** The chair sends somebody out; the seat cannot be taken again. */
    record RemoveSeat(SeatId seat) implements SeatCommand {}

    record ChangeRole(SeatId seat, Role role) implements SeatCommand {}

    /** The actor corrects their own name. */
    record Rename(String name) implements SeatCommand {}

    /**
     * The server: the seat's link is somebody else's, who sits in another seat.
     *
     * @param atMs since when
     */
    record HandSeat(SeatId seat, SeatId to, long atMs) implements SeatCommand {}

    /** The actor says what they like of themselves. */
    record Declare(Declared declared) implements SeatCommand {}

    /**
     * The server has not heard of the seat for longer than the grace, or hears of it again. Enters
     * the log only when it has an effect.
     *
     * @param asOfMs when the last byte came in
     */
    record ReportPresence(SeatId seat, boolean present, long asOfMs) implements SeatCommand {}
}
