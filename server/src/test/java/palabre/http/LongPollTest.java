package palabre.http;

import palabre.core.Role;

class LongPollTest extends CarrierContract {
    @Override
    Carrier open(int room, Role role) {
        return new PollCarrier(server, room, server.token(room, role));
    }
}
