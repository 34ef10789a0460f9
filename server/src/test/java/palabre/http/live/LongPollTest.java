package palabre.http.live;

import palabre.core.Role;
import palabre.testing.Carrier;
import palabre.testing.PollCarrier;

class LongPollTest extends CarrierContract {
    @Override
    Carrier open(int room, Role role) {
        return new PollCarrier(server, room, server.token(room, role));
    }
}
