package palabre.core.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import palabre.core.RoomId;
import palabre.core.SeatId;

/** What is asked about the doors. */
public sealed interface DoorCommand extends RoomCommand {
    /** What the chair does. */
    sealed interface ByChair extends DoorCommand {}

    /** What the server does. */
    sealed interface ByServer extends DoorCommand {}

    record OpenLobby() implements ByChair {}

    /** Lets in who waits, and whoever comes. */
    record CloseLobby() implements ByChair {}

    record Admit(SeatId seat) implements ByChair {}

    record AdmitAll() implements ByChair {}

    /** Sends away for good. */
    record RefuseEntry(SeatId seat) implements ByChair {}

    record TellLobby(String text) implements ByChair {}

    record ProposeMode(boolean onRecord) implements ByChair {}

    record DropMode() implements ByChair {}

    /** Who has not agreed after a minute waits in the lobby, so that the others can go on. */
    record InsistOnMode() implements ByChair {}

    record SetPublicView(boolean cut, long delayMs) implements ByChair {}

    record AgreeToMode() implements DoorCommand {}

    /**
     * @param here who is connected now
     */
    record SettleMode(Set<SeatId> here) implements ByServer {
        public SettleMode {
            here = Set.copyOf(here);
        }
    }

    /** Somebody who was here waits from now on. */
    record HoldInLobby(SeatId seat, Person person) implements ByServer {}

    record LayGroups(List<DoorEvent.WorkingGroup> groups, Optional<RoomId> parent, long untilMs)
            implements ByServer {
        public LayGroups {
            groups = List.copyOf(groups);
        }
    }
}
