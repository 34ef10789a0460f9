package palabre.core.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.RoomId;
import palabre.core.SeatId;

/**
 * Who of the invited is where, and the groups at work.
 *
 * @param places of those who are not where their invitation leads
 * @param groups that are at work now
 * @param ended rooms that nobody can enter any more
 * @param parents of the rooms in which groups worked: from where they went
 */
public record House(
        Map<SeatId, RoomId> places,
        Optional<Breakout> groups,
        Set<RoomId> ended,
        Map<RoomId, RoomId> parents) {
    public static final House QUIET = new House(Map.of(), Optional.empty(), Set.of(), Map.of());

    /**
     * Groups that work at the same time.
     *
     * @param parent the room from which they went
     * @param untilMs when they are called back; 0: when the chair does it
     */
    public record Breakout(RoomId parent, List<Group> groups, long untilMs) {
        public Breakout {
            groups = List.copyOf(groups);
        }

        /** Whether people went from this room, or into it. */
        public boolean concerns(RoomId room) {
            return room.equals(parent) || groups.stream().anyMatch(g -> g.room().equals(room));
        }
    }

    /**
     * @param lead who presides in it
     */
    public record Group(RoomId room, List<SeatId> seats, Optional<SeatId> lead) {
        public Group {
            seats = List.copyOf(seats);
        }
    }

    /** Where a seat's invitation leads. */
    interface Homes {
        Optional<RoomId> of(SeatId seat);
    }

    public House {
        places = Collections.unmodifiableMap(places);
        ended = Collections.unmodifiableSet(ended);
        parents = Collections.unmodifiableMap(parents);
    }

    /** Whether the seat presides in this room, since it leads the group that works there. */
    public boolean leads(SeatId seat, RoomId room) {
        return groups.stream()
                .flatMap(b -> b.groups().stream())
                .filter(g -> g.room().equals(room))
                .anyMatch(g -> g.lead().filter(seat::equals).isPresent());
    }

    House placing(Map<SeatId, RoomId> moved, Homes homes) {
        Map<SeatId, RoomId> next = new LinkedHashMap<>(places);
        moved.forEach((seat, room) -> {
            if (homes.of(seat).filter(room::equals).isPresent()) {
                next.remove(seat);
            } else {
                next.put(seat, room);
            }
        });
        return new House(next, groups, ended, parents);
    }

    House opening(Breakout breakout) {
        Map<SeatId, RoomId> next = new LinkedHashMap<>(places);
        breakout.groups().forEach(g -> g.seats().forEach(s -> next.put(s, g.room())));
        Map<RoomId, RoomId> from = new LinkedHashMap<>(parents);
        breakout.groups().forEach(g -> from.put(g.room(), breakout.parent()));
        return new House(next, Optional.of(breakout), ended, from);
    }

    /** Everybody of the groups is where they were before: in the parent, or at home. */
    House callingBack(Homes homes) {
        if (groups.isEmpty()) {
            return this;
        }
        RoomId parent = groups.get().parent();
        Map<SeatId, RoomId> next = new LinkedHashMap<>(places);
        Set<RoomId> over = new LinkedHashSet<>(ended);
        groups.get().groups().forEach(g -> over.add(g.room()));
        next.replaceAll((_, room) -> over.contains(room) ? parent : room);
        next.entrySet()
                .removeIf(e -> homes.of(e.getKey()).filter(e.getValue()::equals).isPresent());
        return new House(next, Optional.empty(), over, parents);
    }
}
