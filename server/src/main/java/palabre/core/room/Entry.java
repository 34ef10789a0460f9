package palabre.core.room;

import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.lobby.LobbyEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;

/**
 * How somebody stands before a room, found out without a trace in it.
 *
 * @param refused why they are not in it and cannot come in now; empty: they are, or could
 * @param role what they are there; until they have come, what their invitation says
 * @param came whether they have a seat in it, or had one
 * @param late whether they came without an invitation by name, and only when it was over
 */
public record Entry(Optional<Code> refused, Role role, boolean came, boolean late) {
    /**
     * @param person whom the invitation seats
     * @param invited by name
     */
    public static Entry of(Room room, SeatId seat, Person person, boolean invited) {
        Optional<Role> here = room.role(seat);
        Role role = here.orElse(person.role());
        boolean came = here.isPresent() || room.attendance().departed(seat).isPresent();
        if (here.isEmpty()) {
            Optional<Code> atTheDoor = comingIn(room, seat, person, invited);
            if (atTheDoor.isPresent()) {
                return new Entry(atTheDoor, role, came, false);
            }
        }
        boolean cut = role == Role.OBSERVER && room.doors().publicCut();
        boolean late = !invited && room.cameAfterwards(seat);
        return new Entry(cut ? Optional.of(Code.PUBLIC_CUT) : Optional.empty(), role, came, late);
    }

    /** Of somebody who will have a seat of their own. */
    public static Entry anew(Person person) {
        return new Entry(Optional.empty(), person.role(), false, false);
    }

    /** What the room would say to who takes the seat now. */
    private static Optional<Code> comingIn(Room room, SeatId seat, Person person, boolean invited) {
        if (room.doors().waits(seat)) {
            return Optional.of(Code.IN_LOBBY);
        }
        return switch (RoomDecider.decide(
                room, seat, RoomCommand.of(new SeatCommand.TakeSeat(person, invited, true)), 0)) {
            case Decision.Refused<RoomEvent> r -> Optional.of(r.code());
            case Decision.Accepted<RoomEvent> a ->
                    a.events().stream()
                                    .anyMatch(e ->
                                            e
                                                    instanceof
                                                    RoomEvent.OnLobby(LobbyEvent.LobbyEntered _))
                            ? Optional.of(Code.IN_LOBBY)
                            : Optional.empty();
        };
    }
}
