package palabre.core;

import java.util.regex.Pattern;

/**
 * One part of a room, which has a log of its own: {@code main}, or a kind and perhaps a number, as
 * in {@code captions} and {@code note-3}.
 */
public record PartId(String value) implements Comparable<PartId> {
    private static final Pattern FORM = Pattern.compile("[a-z]{2,16}(-[1-9][0-9]{0,5})?");

    /** The floor, the meeting and the doors: what makes a room one. */
    public static final PartId MAIN = new PartId("main");

    public PartId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("a part's id is not of this form");
        }
    }

    /** Whether a part may have this id. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** What kind of part it is: the word in front of the number. */
    public String kind() {
        int dash = value.indexOf('-');
        return dash < 0 ? value : value.substring(0, dash);
    }

    public boolean isMain() {
        return value.equals(MAIN.value);
    }

    @Override
    public int compareTo(PartId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
