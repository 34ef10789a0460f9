package palabre.core.coordination;

import java.util.List;
import java.util.Optional;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SeatId;

/**
 * What a chair asks that concerns other rooms too. The session decides on it, not the room, which
 * is told what follows.
 */
public sealed interface CoordinationCommand {
    /** How people come into groups. */
    enum Mix {
        /** As the chair put them. */
        BY_HAND,
        /** So that each group has people of as many teams as can be. */
        TEAMS,
        /** By lot; the same seed gives the same groups. */
        RANDOM
    }

    /**
     * A group that is to be.
     *
     * @param seats who is to be in it; for {@link Mix#BY_HAND}
     */
    record GroupPlan(String title, List<SeatId> seats) {
        public GroupPlan {
            seats = List.copyOf(seats);
        }
    }

    /**
     * @param seed of the lot; empty: any
     * @param ms after which they are called back; 0: when the chair does it
     */
    record OpenGroups(
            List<GroupPlan> groups, Mix mix, Optional<Long> seed, long ms, boolean onRecord)
            implements CoordinationCommand {
        public OpenGroups {
            groups = List.copyOf(groups);
        }
    }

    /** Everybody comes back. */
    record CallBack() implements CoordinationCommand {}

    /** By the chair: nobody new comes in by this shared link. */
    record CloseLink(LinkId link) implements CoordinationCommand {}

    /** Sends people to another room of the session; where they were invited to: home. */
    record MovePeople(List<SeatId> seats, RoomId room) implements CoordinationCommand {
        public MovePeople {
            seats = List.copyOf(seats);
        }
    }
}
