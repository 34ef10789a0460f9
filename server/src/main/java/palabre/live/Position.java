package palabre.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a client has come, written {@code EPOCH:SEQ}. */
public record Position(String epoch, long seq) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9]{1,20}):(\\d{1,18})");

    public static Optional<Position> parse(String text) {
        Matcher m = FORM.matcher(text);
        return m.matches()
                ? Optional.of(new Position(m.group(1), Long.parseLong(m.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return epoch + ":" + seq;
    }
}
