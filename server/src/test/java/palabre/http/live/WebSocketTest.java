package palabre.http.live;

import palabre.core.Role;
import palabre.testing.Carrier;
import palabre.testing.WsCarrier;

class WebSocketTest extends CarrierContract {
    @Override
    Carrier open(int room, Role role) {
        return new WsCarrier(server, room, server.token(room, role));
    }
}
