package palabre.core.room;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import palabre.core.Decision;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.ChairCause;
import palabre.core.floor.Chairing;
import palabre.core.floor.Ending;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.PauseCause;
import palabre.core.floor.Turn;
import palabre.core.policy.FloorPolicy;

/**
 * What happens of itself as time goes by. It is decided like everything else: the server says that
 * the clock has struck, the room says what is due.
 */
public final class Timekeeper {
    private Timekeeper() {}

    /**
     * Whether something is due.
     *
     * @param chairsHere who of those who may preside is connected
     */
    public static boolean isDue(Room room, long atMs, Set<SeatId> chairsHere) {
        Steps steps = new Steps(room, atMs);
        keep(steps, chairsHere);
        return !steps.events().isEmpty();
    }

    /**
     * Whether somebody is charged for the time that passes, or somebody's time runs out. What is
     * told of an agenda item is the time of day, like the plan that it is held against.
     */
    public static boolean measures(Room room) {
        Chairing chairing = room.floor().chairing();
        return room.floor().stage().holder().isPresent()
                || (chairing.lost() && !chairing.frozen())
                || room.doors().proposal().isPresent()
                || room.doors().groupsUntilMs() > 0;
    }

    /** When to look next, as far as a turn's end decides it. */
    public static OptionalLong nextMs(Room room) {
        LongStream.Builder times = LongStream.builder();
        room.floor()
                .stage()
                .holder()
                .ifPresent(t -> {
                    lostUntilMs(room, t).ifPresent(times::add);
                    overMs(room, t).ifPresent(times::add);
                });
        return times.build().min();
    }

    /**
     * A turn stands as of the last record. Who may come back has the whole time for it anew; the
     * turn of somebody without a device goes on.
     */
    static Decision<RoomEvent> restarted(Steps steps, long asOfMs) {
        Optional<Turn> holder = steps.floor().stage().holder();
        if (holder.isEmpty()) {
            return steps.decided();
        }
        Turn turn = holder.get();
        SeatId seat = turn.request().seat();
        if (turn.pausedBy(PauseCause.LINK)) {
            steps.then(new FloorEvent.TurnResumed(turn.id(), PauseCause.LINK));
            steps.then(Turns.paused(turn.id(), PauseCause.LINK, asOfMs));
        } else if (steps.room().presenceMatters(seat)) {
            Absence.lost(steps, seat, asOfMs);
        } else if (turn.running()) {
            steps.then(Turns.paused(turn.id(), PauseCause.LINK, asOfMs));
            steps.then(new FloorEvent.TurnResumed(turn.id(), PauseCause.LINK));
        }
        return steps.decided();
    }

    static Decision<RoomEvent> decide(Steps steps, Set<SeatId> chairsHere) {
        keep(steps, chairsHere);
        return steps.decided();
    }

    private static void keep(Steps steps, Set<SeatId> chairsHere) {
        chair(steps, chairsHere);
        Optional<Turn> holder = steps.floor().stage().holder();
        if (holder.isEmpty()) {
            runOn(steps);
            return;
        }
        Turn turn = holder.get();
        long now = steps.atMs();
        if (lostUntilMs(steps.room(), turn).filter(until -> until <= now).isPresent()) {
            Turns.connectionLost(steps, turn);
        } else if (overMs(steps.room(), turn).filter(over -> over <= now).isPresent()) {
            Turns.end(steps, new FloorEvent.FloorRevoked(turn.id(), Ending.TIME_OVER, ""));
        }
    }

    /** Until when the speaker whose link is lost may come back. */
    private static Optional<Long> lostUntilMs(Room room, Turn turn) {
        long returnMs = room.floor().policy().returnMs();
        return Optional.ofNullable(turn.pauses().get(PauseCause.LINK))
                .filter(_ -> returnMs > 0)
                .map(since -> since + returnMs);
    }

    /** When a turn ends of itself. */
    private static Optional<Long> overMs(Room room, Turn turn) {
        FloorPolicy policy = room.floor().policy();
        return switch (policy.atZero()) {
            case SIGNAL -> Optional.empty();
            case GRACE -> turn.zeroMs().map(zero -> zero + policy.graceMs());
            case YIELD -> turn.zeroMs();
        };
    }

    private static void chair(Steps steps, Set<SeatId> chairsHere) {
        Chairing chairing = steps.floor().chairing();
        if (!isVacant(steps)) {
            return;
        }
        Optional<SeatId> successor = successor(steps.room(), chairsHere);
        if (successor.isPresent()) {
            steps.then(new FloorEvent.ChairTaken(successor.get(), ChairCause.SUCCEEDED));
            Turns.freed(steps);
        } else if (!chairing.frozen() && !steps.floor().policy().runsOn()) {
            steps.then(new FloorEvent.FloorFrozen());
        }
    }

    private static boolean isVacant(Steps steps) {
        Chairing chairing = steps.floor().chairing();
        long vacantMs = steps.floor().policy().vacantMs();
        return chairing.lost() && vacantMs > 0 && steps.atMs() - chairing.lostMs() >= vacantMs;
    }

    /** The next moderator; else the deputies in their order; else the other deputies. */
    private static Optional<SeatId> successor(Room room, Set<SeatId> here) {
        Set<SeatId> order = new LinkedHashSet<>();
        room.seats().values().stream()
                .filter(s -> s.person().role() == Role.MODERATOR)
                .forEach(s -> order.add(s.id()));
        order.addAll(room.floor().chairing().deputies());
        room.seats().values().stream()
                .filter(s -> s.person().role() == Role.DEPUTY)
                .forEach(s -> order.add(s.id()));
        return order.stream()
                .filter(here::contains)
                .filter(s -> room.role(s).filter(Role::chairs).isPresent())
                .filter(s -> !room.floor().chairing().presides(s))
                .findFirst();
    }

    /** Without a chair the floor goes on by its order alone, if the rules say so. */
    private static void runOn(Steps steps) {
        boolean anybody =
                steps.floor().line().waiting().stream()
                        .min(Comparator.comparing(r -> steps.room().absent(r.seat())))
                        .filter(r -> !steps.room().absent(r.seat()))
                        .isPresent();
        if (anybody
                && isVacant(steps)
                && steps.floor().policy().runsOn()
                && ChairDecider.mayNotGrant(steps.floor()).isEmpty()) {
            Turns.next(steps);
        }
    }
}
