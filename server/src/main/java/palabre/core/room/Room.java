package palabre.core.room;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import palabre.core.Persistent;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.entry.GroundRules;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorEvent;
import palabre.core.seats.Attendance;
import palabre.core.seats.Declared;
import palabre.core.seats.Person;
import palabre.core.seats.Roster;
import palabre.core.seats.Seat;
import palabre.core.seats.SeatEvent;

/**
 * The state of a room: a fold of its log.
 *
 * @param seats in the order in which they were taken
 * @param removed the values of seats that the chair has sent out; they may not be taken again
 * @param attendance who sat where from when to when
 */
public record Room(
        Charter charter,
        Map<SeatId, Seat> seats,
        Set<String> removed,
        GroundRules rules,
        Floor floor,
        Meeting meeting,
        Doors doors,
        Attendance attendance)
        implements Roster {
    private static final Person NOBODY = Person.named("–", Role.OBSERVER);

    public Room {
        seats = Persistent.map(seats);
        removed = Collections.unmodifiableSet(removed);
    }

    /** A room in which nothing has happened. */
    public static Room empty(Charter charter) {
        return new Room(
                charter,
                Map.of(),
                Set.of(),
                GroundRules.NONE,
                Floor.EMPTY,
                Meeting.NEW,
                Doors.OPEN,
                Attendance.NONE);
    }

    public Optional<Seat> seat(SeatId id) {
        return Optional.ofNullable(seats.get(id));
    }

    public Optional<Role> role(SeatId id) {
        return seat(id).map(s -> s.person().role());
    }

    @Override
    public Person person(SeatId id) {
        Seat seat = seats.get(id);
        return seat == null ? NOBODY : seat.person();
    }

    /** Who sits in the seat, or sat in it before they left. */
    public Person known(SeatId id) {
        return attendance.departed(id).map(Attendance.Departed::person).orElseGet(() -> person(id));
    }

    /**
     * Whether somebody came in for the first time only when it was over; not known off the record.
     */
    boolean cameAfterwards(SeatId id) {
        long fromMs =
                attendance
                        .departed(id)
                        .map(Attendance.Departed::fromMs)
                        .orElseGet(() -> attendance.cameMs(id));
        return charter.onRecord() && meeting.closed() && fromMs >= meeting.closedMs();
    }

    /** What somebody said of themselves who is here or was. */
    Declared declared(SeatId id) {
        return seat(id).map(Seat::declared)
                .or(() -> attendance.departed(id).map(Attendance.Departed::declared))
                .orElse(Declared.NOTHING);
    }

    /** Whether the log says that the seat's link is lost. */
    public boolean absent(SeatId id) {
        Seat seat = seats.get(id);
        return seat != null && seat.absent();
    }

    /** Whether somebody waits for the floor or has it, or presides: then their presence matters. */
    public boolean presenceMatters(SeatId id) {
        return seat(id).filter(s -> s.keeper().isEmpty()).isPresent()
                && (!floor.of(id).isEmpty() || presides(id));
    }

    /** Whether the seat presides, and still may. */
    boolean presides(SeatId id) {
        return floor.chairing().presides(id) && role(id).filter(Role::chairs).isPresent();
    }

    /** The seat of somebody on-site without a device, known by name, team and site. */
    Optional<SeatId> onSite(Person person) {
        return seats.values().stream()
                .filter(s -> s.keeper().isPresent())
                .filter(s -> s.person().name().equalsIgnoreCase(person.name()))
                .filter(s -> s.person().team().equals(person.team()))
                .filter(s -> s.person().site().equals(person.site()))
                .map(Seat::id)
                .findFirst();
    }

    /** A number for somebody without a device that nobody has had here. */
    SeatId freeOnSite(SeatId wanted) {
        SeatId free = wanted;
        for (int i = 2; seats.containsKey(free) || attendance.departed().containsKey(free); i++) {
            free = new SeatId(wanted.value() + "-" + i);
        }
        return free;
    }

    /** A team's name as others in the room write it. */
    String teamLike(String name) {
        return seats.values().stream()
                .map(s -> s.person().team())
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    /** The teams that somebody in the room stands for, sorted. */
    public Set<String> teams() {
        Set<String> teams = new TreeSet<>();
        seats.values().forEach(s -> teams.add(s.person().team()));
        teams.remove("");
        return teams;
    }

    boolean hasTeam(String name) {
        return floor.ledger().teams().containsKey(name) || teams().contains(name);
    }

    /**
     * The room after an event. Never refuses.
     *
     * @param atMs the server's time of the event, in milliseconds
     */
    public Room evolve(RoomEvent event, long atMs) {
        return switch (event) {
            case RoomEvent.OnFloor e -> evolve(e.event(), atMs);
            case RoomEvent.OnRules e ->
                    new Room(
                            charter,
                            seats,
                            removed,
                            rules.evolve(e.event()),
                            floor,
                            meeting,
                            doors,
                            attendance);
            case RoomEvent.OnMeeting e ->
                    new Room(
                            charter,
                            seats,
                            removed,
                            rules,
                            floor,
                            meeting.evolve(e, atMs),
                            doors,
                            attendance);
            case RoomEvent.OnDoors e ->
                    new Room(
                            charter,
                            seats,
                            removed,
                            rules,
                            floor,
                            meeting,
                            doors.evolve(e, atMs),
                            attendance);
            case RoomEvent.OnSeats e -> evolve(e.event(), atMs);
        };
    }

    private Room evolve(FloorEvent event, long atMs) {
        Meeting now =
                event instanceof FloorEvent.ItemStarted e && e.item() > 0
                        ? meeting.changed(meeting.agenda().started(e.item(), atMs))
                        : meeting;
        return new Room(
                charter,
                seats,
                removed,
                rules,
                floor.evolve(event, atMs, this),
                now,
                doors,
                attendance);
    }

    private Room evolve(SeatEvent event, long atMs) {
        return switch (event) {
            case SeatEvent.SeatJoined e ->
                    put(new Seat(e.seat(), e.person(), false, e.keeper(), Declared.NOTHING))
                            .with(attendance.coming(e.seat(), atMs));
            case SeatEvent.SeatLeft e -> without(e.seat(), atMs);
            case SeatEvent.SeatRemoved e -> without(e.seat(), atMs).barring(e.seat());
            case SeatEvent.SeatHanded e -> {
                Room left = without(e.seat(), e.untilMs());
                yield left.with(left.attendance.handing(e.seat(), e.to()));
            }
            case SeatEvent.SeatRenamed e -> change(e, s -> s.with(s.person().renamed(e.name())));
            case SeatEvent.RoleChanged e -> change(e, s -> into(s, e.role()));
            case SeatEvent.SeatAbsent e -> change(e, s -> s.absent(true));
            case SeatEvent.SeatReturned e -> change(e, s -> s.absent(false));
            case SeatEvent.SeatDeclared e -> change(e, s -> s.declaring(e.declared()));
        };
    }

    /** Whether an observer is there matters to nobody. */
    private static Seat into(Seat seat, Role role) {
        Seat now = seat.with(seat.person().as(role));
        return role == Role.OBSERVER ? now.absent(false) : now;
    }

    private interface Change {
        Seat of(Seat seat);
    }

    private Room change(SeatEvent event, Change change) {
        return seat(event.seat()).map(s -> put(change.of(s))).orElse(this);
    }

    /** The same room with this seat as it is here. */
    public Room with(Seat seat) {
        return put(seat);
    }

    /** The same room as who does not know of this seat knows it. */
    Room lessSeat(SeatId seat) {
        return new Room(
                charter,
                Persistent.without(seats, seat),
                removed,
                rules,
                floor,
                meeting,
                doors,
                attendance);
    }

    private Room put(Seat seat) {
        Map<SeatId, Seat> next = Persistent.with(seats, seat.id(), seat);
        return new Room(charter, next, removed, rules, floor, meeting, doors, attendance);
    }

    private Room with(Attendance now) {
        return new Room(charter, seats, removed, rules, floor, meeting, doors, now);
    }

    private Room without(SeatId id, long atMs) {
        Map<SeatId, Seat> next = Persistent.without(seats, id);
        Seat gone = seats.get(id);
        Attendance now = gone == null ? attendance : attendance.leaving(gone, atMs);
        return new Room(charter, next, removed, rules, floor, meeting, doors, now);
    }

    private Room barring(SeatId id) {
        Set<String> next = new TreeSet<>(removed);
        next.add(id.value());
        return new Room(charter, seats, next, rules, floor, meeting, doors, attendance);
    }
}
