package palabre.http.organiser;

import java.util.Optional;
import java.util.function.Supplier;
import palabre.coordination.Eraser;
import palabre.live.Rooms;
import palabre.mail.Letters;
import palabre.secrets.ServerKey;
import palabre.sessions.AuditTrail;
import palabre.sessions.Imports;
import palabre.sessions.Organisers;
import palabre.sessions.Sessions;
import palabre.writer.Ticker;

/** What the addresses of organisers work with; every instance of the server shares it. */
public record OrganiserParts(
        ServerKey key,
        Sessions sessions,
        Imports imports,
        Organisers organisers,
        Rooms rooms,
        Eraser eraser,
        Optional<Letters> letters,
        AuditTrail trail,
        Ticker ticker,
        Supplier<OrganiserLinks> links) {}
