package palabre.core.lobby;

import palabre.core.SeatId;

/** What the chair does at the lobby. */
public sealed interface LobbyCommand {
    record OpenLobby() implements LobbyCommand {}

    /** Lets in who waits, and whoever comes. */
    record CloseLobby() implements LobbyCommand {}

    record Admit(SeatId seat) implements LobbyCommand {}

    record AdmitAll() implements LobbyCommand {}

    /** Sends away for good. */
    record RefuseEntry(SeatId seat) implements LobbyCommand {}

    record TellLobby(String text) implements LobbyCommand {}
}
