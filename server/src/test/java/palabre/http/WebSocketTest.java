package palabre.http;

import palabre.core.Role;

class WebSocketTest extends CarrierContract {
    @Override
    Carrier open(int room, Role role) {
        return new WsCarrier(server, room, server.token(room, role));
    }
}
