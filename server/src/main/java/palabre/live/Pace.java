package palabre.live;

/**
 * How a room keeps time, in milliseconds.
 *
 * @param beatMs between two heartbeats of the server; a client answers each
 * @param silenceMs after how long without a byte a connection counts as dead
 * @param graceMs how long a seat counts as here after its last connection ended
 * @param speakerGraceMs the same for who has the floor, for whom all others wait
 * @param pageGraceMs the same after a page was asked for, whose reader has no connection
 * @param batchMs how long what is not urgent may wait to go out with more
 */
public record Pace(
        long beatMs,
        long silenceMs,
        long graceMs,
        long speakerGraceMs,
        long pageGraceMs,
        long batchMs) {
    public static final Pace NORMAL = new Pace(20_000, 60_000, 30_000, 8_000, 150_000, 120);
}
