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

    /**
     * The others go on without those who have not agreed after a minute: off the record these wait
     * in the lobby; on the record they stay outside until they agree.
     */
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

    /**
     * The room goes on here as it was under the other mode.
     *
     * @param part the part that begins, by {@link Charter#part}
     * @param before the room as it was; nothing but who is in it and its doors passes over
     * @param carried who goes on here
     */
    record BeginPart(int part, Room before, Set<SeatId> carried) implements ByServer {
        public BeginPart {
            carried = Set.copyOf(carried);
        }
    }

    record LayGroups(List<DoorEvent.WorkingGroup> groups, Optional<RoomId> parent, long untilMs)
            implements ByServer {
        public LayGroups {
            groups = List.copyOf(groups);
        }
    }
}
