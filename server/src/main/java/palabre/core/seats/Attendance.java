package palabre.core.seats;

import java.util.Map;
import java.util.Optional;
import palabre.core.Persistent;
import palabre.core.Role;
import palabre.core.SeatId;

/**
 * Who sat where from when to when: a matter of the minutes, and of figures.
 *
 * @param came when each who is in the room came first, in milliseconds of the server's clock
 * @param departed who took part and has left since; observers are not among them
 * @param handed the seats whose place is somebody else's now, and in which seat they sit; nobody
 *     takes them any more
 */
public record Attendance(
        Map<SeatId, Long> came, Map<SeatId, Departed> departed, Map<SeatId, SeatId> handed) {
    public static final Attendance NONE = new Attendance(Map.of(), Map.of(), Map.of());

    /**
     * Somebody who has left.
     *
     * @param person as they were at the end
     */
    public record Departed(Person person, Declared declared, long fromMs, long untilMs) {}

    public Attendance {
        came = Persistent.map(came);
        departed = Persistent.map(departed);
        handed = Persistent.map(handed);
    }

    /** When somebody who is in the room came first; 0: not known. */
    public long cameMs(SeatId seat) {
        return came.getOrDefault(seat, 0L);
    }

    public Optional<Departed> departed(SeatId seat) {
        return Optional.ofNullable(departed.get(seat));
    }

    /** Who comes back was there from the first time on. */
    public Attendance coming(SeatId seat, long atMs) {
        long fromMs = departed(seat).map(Departed::fromMs).orElse(atMs);
        return new Attendance(
                Persistent.with(came, seat, fromMs), Persistent.without(departed, seat), handed);
    }

    public Attendance leaving(Seat seat, long atMs) {
        Map<SeatId, Long> here = Persistent.without(came, seat.id());
        if (seat.person().role() == Role.OBSERVER) {
            return new Attendance(here, departed, handed);
        }
        Departed gone = new Departed(seat.person(), seat.declared(), cameMs(seat.id()), atMs);
        return new Attendance(here, Persistent.with(departed, seat.id(), gone), handed);
    }

    /** Somebody else has the place, whether or not who had it was here. */
    public Attendance handing(SeatId seat, SeatId to) {
        return new Attendance(came, departed, Persistent.with(handed, seat, to));
    }
}
