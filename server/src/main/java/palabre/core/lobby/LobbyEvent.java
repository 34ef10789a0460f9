package palabre.core.lobby;

import palabre.core.SeatId;
import palabre.core.seats.Person;

/** What has happened at the lobby. */
public sealed interface LobbyEvent {
    /** From now on who comes without a personal invitation waits for the chair. */
    record LobbyOpened() implements LobbyEvent {}

    /** Nobody waits any more: who waited comes in with the events before. */
    record LobbyClosed() implements LobbyEvent {}

    record LobbyEntered(SeatId seat, Person person) implements LobbyEvent {}

    /** Went away, was let in by another door, or was refused. */
    record LobbyLeft(SeatId seat) implements LobbyEvent {}

    /** What those read who wait; may be empty. */
    record LobbyTold(String text) implements LobbyEvent {}
}
