package palabre.core.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.results.Result;
import palabre.core.room.Charter;
import palabre.core.seats.Person;

/** What is asked of a session: by an organiser, by a chair of one of its rooms, by the server. */
public sealed interface SessionCommand {
    /**
     * @param organiser whose it is, by number
     */
    record CreateSession(String title, int organiser) implements SessionCommand {}

    /**
     * A whole session at once, or nothing of it.
     *
     * @param follows the one before it in a series
     */
    record Prepare(
            String title,
            int organiser,
            Plan plan,
            List<Charter> rooms,
            List<Link> links,
            Optional<Follow> follows)
            implements SessionCommand {
        public Prepare {
            rooms = List.copyOf(rooms);
            links = List.copyOf(links);
        }

        public Prepare(
                String title, int organiser, Plan plan, List<Charter> rooms, List<Link> links) {
            this(title, organiser, plan, rooms, links, Optional.empty());
        }
    }

    /** By the host: another organiser runs it from now on. */
    record Entrust(int organiser) implements SessionCommand {}

    record Retitle(String title) implements SessionCommand {}

    record ChangePlan(Plan plan) implements SessionCommand {}

    record AddRoom(Charter charter) implements SessionCommand {}

    record AddLink(Link link) implements SessionCommand {}

    /** All of them, or none. */
    record AddLinks(List<Link> links) implements SessionCommand {
        public AddLinks {
            links = List.copyOf(links);
        }
    }

    record RevokeLink(LinkId link) implements SessionCommand {}

    /**
     * Nobody new comes in by it; who has a seat stays.
     *
     * @param by empty: an organiser
     */
    record CloseLink(LinkId link, Optional<Asker> by) implements SessionCommand {}

    /** By an organiser: people may come in by it again. */
    record OpenLink(LinkId link) implements SessionCommand {}

    /** Written out anew: what was handed out before is good no more. */
    record ReissueLink(LinkId link) implements SessionCommand {}

    /** The place goes on with somebody else, who begins anew in it. */
    record HandOverLink(
            LinkId link, Person successor, String language, String mail, String zone, long atMs)
            implements SessionCommand {}

    /** What became of a message. */
    record NoteDelivery(LinkId link, Delivery.Kind what, Delivery.State state, long atMs)
            implements SessionCommand {}

    /** Groups go to rooms of their own. */
    record OpenGroups(Asker by, List<Charter> rooms, Whereabouts.Breakout breakout)
            implements SessionCommand {
        public OpenGroups {
            rooms = List.copyOf(rooms);
        }
    }

    /**
     * Everybody of the groups that went from a room comes back.
     *
     * @param by empty when their time is over
     */
    record CallBack(RoomId parent, Optional<Asker> by) implements SessionCommand {}

    record Place(Asker by, Map<SeatId, RoomId> seats) implements SessionCommand {
        public Place {
            seats = Map.copyOf(seats);
        }
    }

    /**
     * The rooms have let go and taken in whom the session sent.
     *
     * @param as what they followed; when somebody was sent since, they have not followed yet
     */
    record NoteFollowed(Whereabouts as) implements SessionCommand {}

    /** All in the room have agreed to it. */
    record SwitchMode(RoomId room, boolean onRecord) implements SessionCommand {}

    /** The chair of the main room has closed it. */
    record Close(long atMs) implements SessionCommand {}

    record Archive(boolean archived) implements SessionCommand {}

    /**
     * @param days after the end; 0: until it is erased
     */
    record SetRetention(int days) implements SessionCommand {}

    /**
     * Makes it one of a series.
     *
     * @param open what the one before left open
     */
    record Follow(String exchange, Optional<SessionId> previous, List<Result> open)
            implements SessionCommand {
        public Follow {
            open = List.copyOf(open);
        }
    }

    /**
     * Takes the place of what was answered with this ticket before, from the same device.
     *
     * @param seat who answers; does not go into the log
     * @param ticket stands for the seat there
     */
    record Evaluate(
            SeatId seat, String ticket, String device, Lifecycle.Evaluation evaluation, long atMs)
            implements SessionCommand {}
}
