package palabre.testing;

import java.net.http.HttpResponse;

public final class PollCarrier extends StreamCarrier {
    public int waitS = 5;

    public PollCarrier(TestServer server, int room, String token) {
        super(server, room, token);
    }

    @Override
    public void connect() {
        poll(0);
        step();
    }

    private void poll(int waitS) {
        String query =
                query().isEmpty()
                        ? "?wait=" + waitS
                        : query() + "&told=" + mirror.told + "&wait=" + waitS;
        HttpResponse<String> response =
                http.get(
                        "/api/rooms/" + room + "/live" + query,
                        "Accept",
                        "application/x-ndjson",
                        "Authorization",
                        "Bearer " + token);
        incoming(nextLink(), response.body());
    }

    @Override
    public void more() {
        if (lines.isEmpty()) {
            poll(waitS);
        }
    }

    @Override
    public void cut() {}

    @Override
    public void close() {}
}
