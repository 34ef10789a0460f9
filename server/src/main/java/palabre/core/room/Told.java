package palabre.core.room;

import java.util.List;
import palabre.core.SeatId;
import palabre.core.seats.Seat;

/**
 * An event as an audience is told of it.
 *
 * @param people who is named from this event on and was not before, each as they were before it
 * @param gone who is named no more after it
 */
public record Told(RoomEvent event, List<Seat> people, List<SeatId> gone) {
    public Told {
        people = List.copyOf(people);
        gone = List.copyOf(gone);
    }

    /** The room as the audience knows it, after this. */
    public Room onto(Room known, long atMs) {
        Room now = known;
        for (Seat seat : people) {
            now = now.with(seat);
        }
        now = now.evolve(event, atMs);
        for (SeatId seat : gone) {
            now = now.lessSeat(seat);
        }
        return now;
    }
}
