package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** One way to a room, as a test drives it. One suite runs over all of them. */
public interface Carrier extends AutoCloseable {
    /** Opens, or opens again from where it is. */
    void connect();

    /** Loses the link without a word. */
    void cut();

    /** Sends a command and returns its ack or nack. */
    JsonNode send(String command);

    /** Waits until it has seen everything up to this number, and returns the fold that it has. */
    Mirror caughtUpTo(long seq);

    /** Whether the last connect went on from where it was. */
    boolean recovered();

    @Override
    void close();
}
