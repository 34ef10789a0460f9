package palabre.core.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import palabre.core.Audience;
import palabre.core.agenda.AgendaVisibility;
import palabre.core.breakouts.BreakoutVisibility;
import palabre.core.contacts.ContactVisibility;
import palabre.core.entry.RulesEvent;
import palabre.core.entry.RulesVisibility;
import palabre.core.floor.FloorVisibility;
import palabre.core.lobby.LobbyVisibility;
import palabre.core.polls.PollVisibility;
import palabre.core.publicview.PublicViewVisibility;
import palabre.core.questions.QuestionVisibility;
import palabre.core.recording.RecordingVisibility;
import palabre.core.results.ResultsVisibility;
import palabre.core.seats.Attendance;
import palabre.core.seats.Seat;
import palabre.core.seats.SeatEvent;
import palabre.core.seats.SeatVisibility;

/**
 * Who sees what. Each feature says beside its events who is told of them (its {@code …Visibility});
 * {@link Named} says whom all know by name: of the others everybody knows how many there are, and
 * finds them in the list of people. All else can be seen by everybody in the room.
 *
 * <p>For every audience, the fold of what it is told is the seen fold. The log of a room on the
 * record, which its chair and secretary may read as a whole, tells of everybody but what is hidden
 * from them.
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
            case RoomEvent.OnSeats e -> seat(e.event(), before, after);
            case RoomEvent.OnRules(RulesEvent.RulesAccepted _) -> Optional.empty();
            case RoomEvent.OnRules(RulesEvent.RulesLaid _) -> Optional.of(alone(event));
            case RoomEvent.OnFloor _, RoomEvent.OnMeeting _, RoomEvent.OnDoors _ ->
                    inLog(audience, event, before).map(e -> Named.telling(e, before, after));
        };
    }

    /** Who begins to be named is told whole, who ceases to be looks like somebody who leaves. */
    private static Optional<Told> seat(SeatEvent event, Room before, Room after) {
        boolean was = Named.is(before, event.seat());
        boolean is = Named.is(after, event.seat());
        if (was && !is) {
            return Optional.of(alone(RoomEvent.of(new SeatEvent.SeatLeft(event.seat()))));
        }
        if (!is || event instanceof SeatEvent.SeatDeclared) {
            return Optional.empty();
        }
        List<Seat> people =
                was ? List.of() : before.seat(event.seat()).map(Seat::seen).stream().toList();
        return Optional.of(new Told(RoomEvent.of(event), people, List.of()));
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
        return switch (event) {
            case RoomEvent.OnFloor e -> FloorVisibility.of(e.event()).map(RoomEvent::of);
            case RoomEvent.OnMeeting e -> meeting(audience, e, before.meeting()).map(m -> m);
            case RoomEvent.OnDoors e -> door(audience, e);
            case RoomEvent.OnRules e -> RulesVisibility.of(audience, e.event()).map(RoomEvent::of);
            case RoomEvent.OnSeats e ->
                    SeatVisibility.of(audience, e.event(), before.seat(e.event().seat()))
                            .map(RoomEvent::of);
        };
    }

    private static Optional<? extends RoomEvent> meeting(
            Audience audience, RoomEvent.OnMeeting event, Meeting before) {
        return switch (event) {
            case RoomEvent.OnAgenda e -> AgendaVisibility.of(e.event()).map(RoomEvent::of);
            case RoomEvent.OnResults e -> ResultsVisibility.of(e.event()).map(RoomEvent::of);
            case RoomEvent.OnPolls e -> PollVisibility.of(e.event()).map(RoomEvent::of);
            case RoomEvent.OnContacts e -> ContactVisibility.of(e.event()).map(RoomEvent::of);
            case RoomEvent.OnQuestions e ->
                    QuestionVisibility.of(audience, e.event(), before.questions())
                            .map(RoomEvent::of);
        };
    }

    private static Optional<RoomEvent> door(Audience audience, RoomEvent.OnDoors event) {
        return switch (event) {
            case RoomEvent.OnLobby e -> LobbyVisibility.of(audience, e.event()).map(RoomEvent::of);
            case RoomEvent.OnRecording e -> RecordingVisibility.of(e.event()).map(RoomEvent::of);
            case RoomEvent.OnBreakouts e ->
                    BreakoutVisibility.of(audience, e.event()).map(RoomEvent::of);
            case RoomEvent.OnPublicView e -> PublicViewVisibility.of(e.event()).map(RoomEvent::of);
        };
    }
}
