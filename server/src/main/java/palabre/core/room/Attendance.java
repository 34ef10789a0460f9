package palabre.core.room;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        came = Collections.unmodifiableMap(came);
        departed = Collections.unmodifiableMap(departed);
        handed = Collections.unmodifiableMap(handed);
    }

    /** When somebody who is in the room came first; 0: not known. */
    public long cameMs(SeatId seat) {
        return came.getOrDefault(seat, 0L);
    }

    public Optional<Departed> departed(SeatId seat) {
        return Optional.ofNullable(departed.get(seat));
    }

    /** Who comes back was there from the first time on. */
    Attendance coming(SeatId seat, long atMs) {
        Map<SeatId, Long> here = new LinkedHashMap<>(came);
        here.put(seat, departed(seat).map(Departed::fromMs).orElse(atMs));
        Map<SeatId, Departed> gone = new LinkedHashMap<>(departed);
        gone.remove(seat);
        return new Attendance(here, gone, handed);
    }

    Attendance leaving(Seat seat, long atMs) {
        Map<SeatId, Long> here = new LinkedHashMap<>(came);
        here.remove(seat.id());
        Map<SeatId, Departed> gone = new LinkedHashMap<>(departed);
        if (seat.person().role() != Role.OBSERVER) {
            gone.put(
                    seat.id(),
                    new Departed(seat.person(), seat.declared(), cameMs(seat.id()), atMs));
        }
        return new Attendance(here, gone, handed);
    }

    /** Somebody else has the place, whether or not who had it was here. */
    Attendance handing(SeatId seat, SeatId to) {
        Map<SeatId, SeatId> now = new LinkedHashMap<>(handed);
        now.put(seat, to);
        return new Attendance(came, departed, now);
    }
}
