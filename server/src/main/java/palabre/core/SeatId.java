package palabre.core;

/**
 * One person's place in a room. It survives disconnects, devices and carriers.
 *
 * <p>Written {@code 7} for the one seat of link 7, or {@code 7-k3j9d2x4} for somebody who joined by
 * the shared link 7: the part before the dash always names the link that gave the seat.
 */
public record SeatId(String value) {
    public SeatId {
        Ids.require(value, "seat");
    }

    /** The seat on whose behalf the server itself acts: presence, joins by token. */
    public static final SeatId SERVER = new SeatId("server");

    /** The link that gave this seat. */
    public LinkId link() {
        int dash = value.indexOf('-');
        return new LinkId(dash < 0 ? value : value.substring(0, dash));
    }

    @Override
    public String toString() {
        return value;
    }
}
