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

/** What has happened to a session. */
public sealed interface SessionEvent {
    /** Also when it gets another title. */
    record SessionCreated(String title) implements SessionEvent {}

    /**
     * @param organiser whose it is from now on, by number; 0: the host's
     */
    record SessionEntrusted(int organiser) implements SessionEvent {}

    record SessionPlanned(Plan plan) implements SessionEvent {}

    record RoomAdded(Charter charter) implements SessionEvent {}

    record LinkAdded(Link link) implements SessionEvent {}

    record LinkRevoked(LinkId link) implements SessionEvent {}

    /** Nobody new comes in by it. */
    record LinkClosed(LinkId link) implements SessionEvent {}

    record LinkOpened(LinkId link) implements SessionEvent {}

    record LinkReissued(LinkId link) implements SessionEvent {}

    /**
     * @param atMs when; 0 in logs of earlier versions, where the successor sat in the same seat
     */
    record LinkHandedOver(
            LinkId link, Person successor, String language, String mail, String zone, long atMs)
            implements SessionEvent {}

    record DeliveryNoted(LinkId link, Delivery.Kind what, Delivery.State state, long atMs)
            implements SessionEvent {}

    record GroupsOpened(Whereabouts.Breakout breakout) implements SessionEvent {}

    /**
     * @param parent from where they went; empty in logs of earlier versions, where there was one
     *     set of groups in a session: all come back
     */
    record GroupsCalledBack(Optional<RoomId> parent) implements SessionEvent {}

    record SeatsPlaced(Map<SeatId, RoomId> seats) implements SessionEvent {
        public SeatsPlaced {
            seats = Map.copyOf(seats);
        }
    }

    /** Everybody sits where they were sent. */
    record RoomsFollowed() implements SessionEvent {}

    record ModeSwitched(RoomId room, boolean onRecord) implements SessionEvent {}

    record SessionClosed(long atMs) implements SessionEvent {}

    record SessionArchived(boolean archived) implements SessionEvent {}

    record RetentionSet(int days) implements SessionEvent {}

    record SessionFollows(String exchange, Optional<SessionId> previous, List<Result> open)
            implements SessionEvent {
        public SessionFollows {
            open = List.copyOf(open);
        }
    }

    /** As it was kept before there were tickets; is written no more. */
    record Evaluated(SeatId seat, Lifecycle.Evaluation evaluation) implements SessionEvent {}

    /** Somebody answered the questionnaire; who, only the server's key can tell. */
    record EvaluationGiven(String ticket, Lifecycle.Answer answer) implements SessionEvent {}
}
