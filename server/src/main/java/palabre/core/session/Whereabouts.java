package palabre.core.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import palabre.core.RoomId;
import palabre.core.SeatId;

/**
 * Who of the invited is where, and the groups at work.
 *
 * @param places of those who are not where their invitation leads
 * @param groups that are at work now, by the room from which they went: a set for each
 * @param ended rooms that nobody can enter any more
 * @param parents of the rooms in which groups worked: from where they went
 * @param leaving rooms from which somebody was sent, and which may not have let them go yet
 */
public record Whereabouts(
        Map<SeatId, RoomId> places,
        Map<RoomId, Breakout> groups,
        Set<RoomId> ended,
        Map<RoomId, RoomId> parents,
        Set<RoomId> leaving) {
    public static final Whereabouts QUIET =
            new Whereabouts(Map.of(), Map.of(), Set.of(), Map.of(), Set.of());

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

        boolean concerns(RoomId room) {
            return room.equals(parent) || groups.stream().anyMatch(g -> g.room().equals(room));
        }

        private Breakout handed(UnaryOperator<SeatId> instead) {
            List<Group> now =
                    groups.stream()
                            .map(g ->
                                    new Group(
                                            g.room(),
                                            g.seats().stream().map(instead).toList(),
                                            g.lead().map(instead)))
                            .toList();
            return new Breakout(parent, now, untilMs);
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

    public Whereabouts {
        places = Collections.unmodifiableMap(places);
        groups = Collections.unmodifiableMap(groups);
        ended = Collections.unmodifiableSet(ended);
        parents = Collections.unmodifiableMap(parents);
        leaving = Collections.unmodifiableSet(leaving);
    }

    /** The groups that went from this room, or one of which works in it; no room is both. */
    public Optional<Breakout> breakout(RoomId room) {
        return groups.values().stream().filter(b -> b.concerns(room)).findFirst();
    }

    /** The groups that went from this room. */
    Optional<Breakout> from(RoomId parent) {
        return Optional.ofNullable(groups.get(parent));
    }

    /** Everybody is where they were sent. */
    Whereabouts followed() {
        return new Whereabouts(places, groups, ended, parents, Set.of());
    }

    /** The rooms that are left when these seats go elsewhere. */
    private Set<RoomId> leftBy(Set<SeatId> seats, Homes homes) {
        Set<RoomId> left = new LinkedHashSet<>(leaving);
        for (SeatId seat : seats) {
            Optional.ofNullable(places.get(seat)).or(() -> homes.of(seat)).ifPresent(left::add);
        }
        return left;
    }

    /** Whether the seat presides in this room, since it leads the group that works there. */
    public boolean leads(SeatId seat, RoomId room) {
        return groups.values().stream()
                .flatMap(b -> b.groups().stream())
                .filter(g -> g.room().equals(room))
                .anyMatch(g -> g.lead().filter(seat::equals).isPresent());
    }

    /** The place of one seat is another's. */
    Whereabouts handed(SeatId from, SeatId to) {
        Map<SeatId, RoomId> next = new LinkedHashMap<>(places);
        RoomId at = next.remove(from);
        if (at != null) {
            next.put(to, at);
        }
        UnaryOperator<SeatId> instead = s -> s.equals(from) ? to : s;
        Map<RoomId, Breakout> now = new LinkedHashMap<>(groups);
        now.replaceAll((_, b) -> b.handed(instead));
        return new Whereabouts(next, now, ended, parents, leaving);
    }

    Whereabouts placing(Map<SeatId, RoomId> moved, Homes homes) {
        Map<SeatId, RoomId> next = new LinkedHashMap<>(places);
        moved.forEach((seat, room) -> {
            if (homes.of(seat).filter(room::equals).isPresent()) {
                next.remove(seat);
            } else {
                next.put(seat, room);
            }
        });
        return new Whereabouts(next, groups, ended, parents, leftBy(moved.keySet(), homes));
    }

    Whereabouts opening(Breakout breakout, Homes homes) {
        Map<SeatId, RoomId> next = new LinkedHashMap<>(places);
        Set<SeatId> sent = new LinkedHashSet<>();
        for (Group g : breakout.groups()) {
            sent.addAll(g.seats());
            g.seats().forEach(s -> next.put(s, g.room()));
        }
        Set<RoomId> left = leftBy(sent, homes);
        left.add(breakout.parent());
        Map<RoomId, RoomId> from = new LinkedHashMap<>(parents);
        breakout.groups().forEach(g -> from.put(g.room(), breakout.parent()));
        Map<RoomId, Breakout> now = new LinkedHashMap<>(groups);
        now.put(breakout.parent(), breakout);
        return new Whereabouts(next, now, ended, from, left);
    }

    /** Everybody of all groups is where they were before. */
    Whereabouts callingBack(Homes homes) {
        Whereabouts now = this;
        for (RoomId parent : groups.keySet()) {
            now = now.callingBack(parent, homes);
        }
        return now;
    }

    /** Everybody of a room's groups is where they were before: in the room, or at home. */
    Whereabouts callingBack(RoomId parent, Homes homes) {
        Map<RoomId, Breakout> now = new LinkedHashMap<>(groups);
        Breakout back = now.remove(parent);
        if (back == null) {
            return this;
        }
        Map<SeatId, RoomId> next = new LinkedHashMap<>(places);
        Set<RoomId> over = new LinkedHashSet<>(ended);
        Set<RoomId> left = new LinkedHashSet<>(leaving);
        left.add(parent);
        for (Group g : back.groups()) {
            over.add(g.room());
            left.add(g.room());
        }
        next.replaceAll((_, room) -> back.concerns(room) ? parent : room);
        next.entrySet()
                .removeIf(e -> homes.of(e.getKey()).filter(e.getValue()::equals).isPresent());
        return new Whereabouts(next, now, over, parents, left);
    }
}
