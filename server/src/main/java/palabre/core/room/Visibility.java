package palabre.core.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import palabre.core.Role;
import palabre.core.SeatId;

/**
 * Who sees what. Eleven rules:
 *
 * <ol>
 *   <li>Whom all know by name without asking, {@link Named} says; of the others everybody knows how
 *       many there are, and finds them in the list of people.
 *   <li>An observer can be seen by the chair, in that list.
 *   <li>Who was sent out, and who has accepted the ground rules, can be seen by nobody here; the
 *       list tells the chair who has accepted.
 *   <li>What somebody declared of themselves can be seen by nobody.
 *   <li>What somebody voted can be seen by nobody before the poll says it; how it stands is told
 *       beside the events.
 *   <li>A question can be seen by the chair until the chair has published it; who asked, by the
 *       chair; who voted it up, by nobody.
 *   <li>Who was here and has left, and who came after whom, is a matter of the minutes, and seen by
 *       nobody here.
 *   <li>Who waits in the lobby can be seen by the chair.
 *   <li>Which groups are at work can be seen by who takes part.
 *   <li>With which role somebody came in, when another was given to them, can be seen by nobody.
 *   <li>What somebody gave of their contacts can be seen by nobody; those who are meant are told.
 * </ol>
 *
 * All else can be seen by everybody in the room. For every audience, the fold of what it is told is
 * the seen fold. The log of a room on the record, which its chair and secretary may read as a
 * whole, tells of everybody but what is hidden from them.
 */
public final class Visibility {
    private Visibility() {}

    /** The room as the audience sees it. */
    public static Room of(Audience audience, Room room) {
        return new Room(
                room.charter(),
                Named.in(room),
                Set.of(),
                room.rules().anonymous(),
                room.floor(),
                room.meeting().seenBy(audience),
                room.doors().seenBy(audience),
                Attendance.NONE);
    }

    /**
     * The event as the audience is told of it, if at all.
     *
     * @param before the whole room as it was before the event
     */
    public static Optional<Told> told(Audience audience, RoomEvent event, Room before, Room after) {
        return switch (event) {
            case SeatEvent e -> seat(e, before, after);
            case RulesEvent.RulesAccepted _ -> Optional.empty();
            default -> inLog(audience, event, before).map(e -> Named.telling(e, before, after));
        };
    }

    /** Who begins to be named is told whole, who ceases to be looks like somebody who leaves. */
    private static Optional<Told> seat(SeatEvent event, Room before, Room after) {
        boolean was = Named.is(before, event.seat());
        boolean is = Named.is(after, event.seat());
        if (was && !is) {
            return Optional.of(alone(new SeatEvent.SeatLeft(event.seat())));
        }
        if (!is || seenByNobody(event)) {
            return Optional.empty();
        }
        List<Seat> people =
                was ? List.of() : before.seat(event.seat()).map(Seat::seen).stream().toList();
        return Optional.of(new Told(event, people, List.of()));
    }

    private static Told alone(RoomEvent event) {
        return new Told(event, List.of(), List.of());
    }

    /**
     * The event as the audience reads it in the log, if at all.
     *
     * @param before the whole room as it was before the event
     */
    public static Optional<RoomEvent> inLog(Audience audience, RoomEvent event, Room before) {
        if (seenByNobody(event)) {
            return Optional.empty();
        }
        if (event instanceof SeatEvent.SeatHanded e) {
            Optional<RoomEvent> left =
                    before.seat(e.seat()).map(s -> new SeatEvent.SeatLeft(s.id()));
            return left.flatMap(l -> inLog(audience, l, before));
        }
        if (audience == Audience.CHAIR) {
            return Optional.of(event);
        }
        return switch (event) {
            case FloorEvent e -> Optional.of(e);
            case QuestionEvent e -> question(e, before);
            case MeetingEvent e -> Optional.of(e);
            case DoorEvent.GroupsLaid _ when audience == Audience.PUBLIC -> Optional.empty();
            case DoorEvent e -> isOfTheLobby(e) ? Optional.empty() : Optional.of(e);
            case RulesEvent.RulesAccepted _ -> Optional.empty();
            case RulesEvent e -> Optional.of(e);
            case SeatEvent.SeatJoined e when e.person().role() == Role.OBSERVER -> Optional.empty();
            case SeatEvent.RoleChanged e -> roleChanged(e, before);
            case SeatEvent.SeatRemoved e when before.seat(e.seat()).isEmpty() -> Optional.empty();
            case SeatEvent e when isObserver(before, e.seat()) -> Optional.empty();
            case SeatEvent.SeatRemoved e -> Optional.of(new SeatEvent.SeatLeft(e.seat()));
            case SeatEvent e -> Optional.of(e);
        };
    }

    private static boolean isOfTheLobby(DoorEvent event) {
        return switch (event) {
            case DoorEvent.LobbyOpened _, DoorEvent.LobbyClosed _, DoorEvent.LobbyEntered _ -> true;
            case DoorEvent.LobbyLeft _, DoorEvent.LobbyTold _ -> true;
            default -> false;
        };
    }

    private static boolean seenByNobody(RoomEvent event) {
        return switch (event) {
            case SeatEvent.SeatDeclared _, PollEvent.VoteCast _, ContactEvent _ -> true;
            case QuestionEvent.QuestionUpvoted _, DoorEvent.PartBegun _ -> true;
            default -> false;
        };
    }

    /** What was not published yet is answered or dismissed unseen. */
    private static Optional<RoomEvent> question(QuestionEvent event, Room before) {
        boolean published =
                before.meeting()
                        .questions()
                        .question(event.question())
                        .filter(Question::published)
                        .isPresent();
        return published || event instanceof QuestionEvent.QuestionPublished
                ? Optional.of(event)
                : Optional.empty();
    }

    /** Becoming an observer looks like leaving; ceasing to be one looks like joining. */
    private static Optional<RoomEvent> roleChanged(SeatEvent.RoleChanged event, Room before) {
        Optional<Seat> seat = before.seat(event.seat());
        if (seat.isEmpty()) {
            return Optional.empty();
        }
        if (event.role() == Role.OBSERVER) {
            return Optional.of(new SeatEvent.SeatLeft(event.seat()));
        }
        if (seat.get().person().role() == Role.OBSERVER) {
            return Optional.of(
                    new SeatEvent.SeatJoined(
                            event.seat(),
                            seat.get().person().as(event.role()),
                            seat.get().keeper()));
        }
        return Optional.of(event);
    }

    private static boolean isObserver(Room room, SeatId seat) {
        return room.role(seat).filter(r -> r == Role.OBSERVER).isPresent();
    }
}
