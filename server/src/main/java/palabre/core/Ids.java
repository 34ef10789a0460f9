package palabre.core;

/** What every id has in common: short, printable, safe in an address and in a log line. */
final class Ids {
    private static final int LONGEST = 40;

    private Ids() {}

    static void require(String value, String kind) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(kind + " id of length " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !digit && c != '-') {
                throw new IllegalArgumentException(kind + " id holds a character it may not");
            }
        }
    }
}
