package palabre.core;

/** One floor request (RFC 8855, section 5.2.2: FLOOR-REQUEST-ID), counted from 1 in its room. */
public record RequestId(long value) {
    public RequestId {
        if (value < 1) {
            throw new IllegalArgumentException("request id " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
