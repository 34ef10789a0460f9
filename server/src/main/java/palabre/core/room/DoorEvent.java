package palabre.core.room;

import java.util.List;
import java.util.Optional;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.seats.Person;

/** What has happened at the doors: who waits, where people are sent, what the room is to become. */
public sealed interface DoorEvent extends RoomEvent {
    /** From now on who comes without a personal invitation waits for the chair. */
    record LobbyOpened() implements DoorEvent {}

    /** Nobody waits any more: who waited comes in with the events before. */
    record LobbyClosed() implements DoorEvent {}

    record LobbyEntered(SeatId seat, Person person) implements DoorEvent {}

    /** Went away, was let in by another door, or was refused. */
    record LobbyLeft(SeatId seat) implements DoorEvent {}

    /** What those read who wait; may be empty. */
    record LobbyTold(String text) implements DoorEvent {}

    /** It was proposed that the room go on or off the record. */
    record ModeProposed(boolean onRecord) implements DoorEvent {}

    record ModeAgreed(SeatId seat) implements DoorEvent {}

    /** Proposed no more. */
    record ModeDropped() implements DoorEvent {}

    /** All agreed: this part of the room ends here. */
    record ModeSettled(boolean onRecord) implements DoorEvent {}

    /**
     * The room goes on here, on or off the record.
     *
     * @param part by {@link Charter#part}
     */
    record PartBegun(int part) implements DoorEvent {}

    /**
     * The session's groups as they are now; none: there are none.
     *
     * @param parent the room from which they went; empty: there are none
     * @param untilMs when they are called back; 0: when the chair does it
     */
    record GroupsLaid(List<WorkingGroup> groups, Optional<RoomId> parent, long untilMs)
            implements DoorEvent {
        public GroupsLaid {
            groups = List.copyOf(groups);
        }
    }

    /** Whether the public sees what happens; what it sees is so old. */
    record PublicViewSet(boolean cut, long delayMs) implements DoorEvent {}

    /**
     * A group at work.
     *
     * @param people in it, by name
     * @param lead who presides there
     */
    record WorkingGroup(RoomId room, String title, List<String> people, Optional<String> lead) {
        public WorkingGroup {
            people = List.copyOf(people);
        }
    }
}
