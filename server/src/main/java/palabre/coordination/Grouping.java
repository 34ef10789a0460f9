package palabre.coordination;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.Texts;
import palabre.core.coordination.CoordinationCommand;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Groups;
import palabre.core.room.Room;
import palabre.core.seats.Seat;
import palabre.core.session.Asker;
import palabre.core.session.SessionCommand;
import palabre.core.session.Whereabouts;

/** Makes groups of the people of a room. */
final class Grouping {
    private final Room room;
    private final Asker by;
    private final Supplier<RoomId> ids;
    private final LongSupplier anySeed;

    /**
     * @param ids gives ids that nobody can guess
     * @param anySeed for a lot whose seed was not given
     */
    Grouping(Room room, Asker by, Supplier<RoomId> ids, LongSupplier anySeed) {
        this.room = room;
        this.by = by;
        this.ids = ids;
        this.anySeed = anySeed;
    }

    /** Empty when somebody of a group is not here, is in two of them, or cannot be sent. */
    Optional<SessionCommand> plan(CoordinationCommand.OpenGroups c, long nowMs) {
        Optional<List<List<Seat>>> people =
                c.mix() == CoordinationCommand.Mix.BY_HAND ? byHand(c) : Optional.of(dealt(c));
        return people.map(groups -> command(c, groups, nowMs));
    }

    private SessionCommand command(
            CoordinationCommand.OpenGroups c, List<List<Seat>> people, long nowMs) {
        List<Charter> charters = new ArrayList<>();
        List<Whereabouts.Group> groups = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Charter charter =
                    new Charter(
                            ids.get(),
                            room.charter().session(),
                            title(c, i),
                            Access.CLOSED,
                            c.onRecord());
            charters.add(charter);
            groups.add(
                    new Whereabouts.Group(
                            charter.room(),
                            people.get(i).stream().map(Seat::id).toList(),
                            people.get(i).stream().map(Seat::id).findFirst()));
        }
        long until = c.ms() == 0 ? 0 : nowMs + c.ms();
        return new SessionCommand.OpenGroups(
                by, charters, new Whereabouts.Breakout(room.charter().room(), groups, until));
    }

    /** What was written off the record does not reach the session's record: there, numbers do. */
    private String title(CoordinationCommand.OpenGroups c, int number) {
        return room.charter().onRecord()
                ? c.groups().get(number).title()
                : Texts.shortened(room.charter().title()) + " · " + (number + 1);
    }

    /** Everybody who speaks and has a device and an invitation. */
    private List<List<Seat>> dealt(CoordinationCommand.OpenGroups c) {
        List<Seat> people = room.seats().values().stream().filter(Grouping::canBeSent).toList();
        return c.mix() == CoordinationCommand.Mix.TEAMS
                ? Groups.byTeams(people, c.groups().size())
                : Groups.random(people, c.groups().size(), c.seed().orElseGet(anySeed::getAsLong));
    }

    private Optional<List<List<Seat>>> byHand(CoordinationCommand.OpenGroups c) {
        Set<SeatId> sent = new HashSet<>();
        List<List<Seat>> groups = new ArrayList<>();
        for (CoordinationCommand.GroupPlan plan : c.groups()) {
            List<Seat> group = new ArrayList<>();
            for (SeatId id : plan.seats()) {
                Optional<Seat> seat = room.seat(id).filter(s -> s.keeper().isEmpty());
                if (seat.isEmpty() || isVisitor(id) || !sent.add(id)) {
                    return Optional.empty();
                }
                group.add(seat.get());
            }
            groups.add(group);
        }
        return Optional.of(groups);
    }

    private static boolean canBeSent(Seat seat) {
        Role role = seat.person().role();
        return seat.keeper().isEmpty()
                && !isVisitor(seat.id())
                && (role == Role.PARTICIPANT || role == Role.SECRETARY);
    }

    private static boolean isVisitor(SeatId seat) {
        return seat.link().equals(LinkId.VISITOR);
    }
}
