package palabre.secrets;

import java.security.SecureRandom;

/** RFC 4648 base 32 in lower case without padding: can be read out, typed and double-clicked. */
public final class Base32 {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Base32() {}

    public static String encode(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(ALPHABET.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            out.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
        }
        return out.toString();
    }

    /** Fresh randomness: five bits a character. */
    public static String random(int characters) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            out.append(ALPHABET.charAt(RANDOM.nextInt(32)));
        }
        return out.toString();
    }
}
