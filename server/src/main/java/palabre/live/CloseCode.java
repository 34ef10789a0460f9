package palabre.live;

/**
 * Why the server ends a connection. 4000 to 4499: come back, after {@code retryMs} with jitter;
 * 4500 to 4999: do not. PROTOCOL.md lists all of them (a test compares).
 */
public enum CloseCode {
    SHUTTING_DOWN(4000, 1_000),
    SLOW_CONSUMER(4001, 2_000),
    TOO_FAST(4002, 5_000),
    SILENT(4003, 0),
    STORE_UNAVAILABLE(4004, 5_000),
    INTERNAL(4005, 5_000),
    MOVED(4006, 0),
    SWITCHED(4007, 0),
    IN_LOBBY(4008, 5_000),
    PUBLIC_CUT(4009, 10_000),
    DAMAGED(4016, 300_000),
    NOT_FOUND(4500, -1),
    REMOVED(4501, -1),
    LEFT(4502, -1),
    LINK_REVOKED(4503, -1),
    TOO_MANY_STREAMS(4504, -1),
    LINK_CLOSED(4507, -1);

    private final int number;
    private final int retryMs;

    CloseCode(int number, int retryMs) {
        this.number = number;
        this.retryMs = retryMs;
    }

    public int number() {
        return number;
    }

    public boolean comeBack() {
        return number < 4_500;
    }

    /** What is sent as the reason: the name, and how soon to come back. */
    public String reason() {
        return comeBack() ? name() + " retry=" + retryMs : name();
    }
}
