package palabre.core;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One person's place in a room. It survives disconnects, devices and carriers.
 *
 * <p>Written {@code 7} for the one seat of link 7, or {@code 7-k3j9d2x4} for somebody who joined by
 * the shared link 7: the part before the dash always names the link that gave the seat. A place
 * that is handed over goes on in another seat: {@code 7-2} is that of its second holder. So what
 * somebody said, wrote and accepted stays theirs, and who comes after begins anew.
 */
public record SeatId(String value) {
    /** Shorter than what stands for somebody who joined by a shared link. */
    private static final Pattern HOLDER = Pattern.compile("[2-9]|[1-9][0-9]{1,3}");

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

    /**
     * The seat of who has the place of a personal link as the n-th; the first is the link's own.
     */
    public static SeatId holder(LinkId link, int n) {
        return new SeatId(n == 1 ? link.value() : link + "-" + n);
    }

    /** The seats of those who had this place before, the first holder's first. */
    public List<SeatId> before() {
        String n = value.substring(value.indexOf('-') + 1);
        return n.equals(value) || !HOLDER.matcher(n).matches()
                ? List.of()
                : IntStream.range(1, Integer.parseInt(n)).mapToObj(i -> holder(link(), i)).toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
