package palabre.http.live;

import palabre.core.Role;
import palabre.testing.Carrier;
import palabre.testing.SseCarrier;

class ServerSentEventsTest extends CarrierContract {
    @Override
    Carrier open(int room, Role role) {
        return new SseCarrier(server, room, server.token(room, role));
    }
}
