package palabre.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.room.Room;
import palabre.core.seats.Person;

/**
 * Somebody who took part in a meeting; who came after it was not there. Observers are not named.
 *
 * @param cameMs when they came first
 * @param untilMs when they handed their place over, if they did before the end; else 0
 */
record Present(SeatId seat, Person person, long cameMs, long untilMs) {
    /** In the order in which they came, those who have left included. */
    static List<Present> in(Room room) {
        long endMs = room.meeting().closed() ? room.meeting().closedMs() : Long.MAX_VALUE;
        List<Present> all = new ArrayList<>();
        room.attendance()
                .departed()
                .forEach((seat, d) -> {
                    boolean handed =
                            room.attendance().handed().containsKey(seat) && d.untilMs() < endMs;
                    if (d.fromMs() <= endMs) {
                        all.add(
                                new Present(
                                        seat, d.person(), d.fromMs(), handed ? d.untilMs() : 0));
                    }
                });
        room.seats()
                .values()
                .forEach(s -> {
                    long cameMs = room.attendance().cameMs(s.id());
                    if (cameMs <= endMs) {
                        all.add(new Present(s.id(), s.person(), cameMs, 0));
                    }
                });
        all.removeIf(p -> p.person().role() == Role.OBSERVER);
        all.sort(Comparator.comparingLong(Present::cameMs));
        return all;
    }

    /** Whether they took the place of somebody else. */
    boolean succeeds() {
        return !seat.before().isEmpty();
    }
}
