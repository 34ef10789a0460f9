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
 */
public record Attendance(Map<SeatId, Long> came, Map<SeatId, Departed> departed) {
    public static final Attendance NONE = new Attendance(Map.of(), Map.of());

    /**
     * Somebody who has left.
     *
     * @param person as they were at the end
     * @param successor who has their place now; empty: they just left
     */
    public record Departed(
            Person person,
            Declared declared,
            long fromMs,
            long untilMs,
            Optional<SeatId> successor) {}

    public Attendance {
        came = Collections.unmodifiableMap(came);
        departed = Collections.unmodifiableMap(departed);
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
        return new Attendance(here, gone);
    }

    Attendance leaving(Seat seat, long atMs) {
        Map<SeatId, Long> here = new LinkedHashMap<>(came);
        here.remove(seat.id());
        Map<SeatId, Departed> gone = new LinkedHashMap<>(departed);
        if (seat.person().role() != Role.OBSERVER) {
            gone.put(
                    seat.id(),
                    new Departed(
                            seat.person(),
                            seat.declared(),
                            cameMs(seat.id()),
                            atMs,
                            Optional.empty()));
        }
        return new Attendance(here, gone);
    }

    /** Somebody else has the place of who has left. */
    Attendance handing(SeatId seat, SeatId to) {
        Map<SeatId, Departed> gone = new LinkedHashMap<>(departed);
        gone.computeIfPresent(
                seat,
                (_, d) ->
                        new Departed(
                                d.person(),
                                d.declared(),
                                d.fromMs(),
                                d.untilMs(),
                                Optional.of(to)));
        return new Attendance(came, gone);
    }
}
