package palabre.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import palabre.core.SeatId;

/** What a seat's cookie holds: the seat and the proof that it is one's own. At most 51 bytes. */
record SeatPass(SeatId seat, String proof) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9-]{1,24})\\.([a-z2-7]{26})");

    static Optional<SeatPass> parse(String cookie) {
        Matcher m = FORM.matcher(cookie);
        return m.matches()
                ? Optional.of(new SeatPass(new SeatId(m.group(1)), m.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return seat + "." + proof;
    }
}
