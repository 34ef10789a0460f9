package palabre.core.lobby;

import java.util.Optional;
import palabre.core.Audience;

/** Who waits in the lobby, and what they read, can be seen by the chair. */
public final class LobbyVisibility {
    private LobbyVisibility() {}

    /** The event as the audience is told of it, if at all. */
    public static Optional<LobbyEvent> of(Audience audience, LobbyEvent event) {
        return switch (event) {
            case LobbyEvent.LobbyOpened _,
                    LobbyEvent.LobbyClosed _,
                    LobbyEvent.LobbyEntered _,
                    LobbyEvent.LobbyLeft _,
                    LobbyEvent.LobbyTold _ ->
                    audience == Audience.CHAIR ? Optional.of(event) : Optional.empty();
        };
    }
}
