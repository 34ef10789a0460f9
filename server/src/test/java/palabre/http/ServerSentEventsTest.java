package palabre.http;

import palabre.core.Role;

class ServerSentEventsTest extends CarrierContract {
    @Override
    Carrier open(int room, Role role) {
        return new SseCarrier(server, room, server.token(room, role));
    }
}
