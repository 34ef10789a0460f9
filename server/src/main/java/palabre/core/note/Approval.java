package palabre.core.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import palabre.core.SeatId;

/**
 * A version that was approved as the minutes.
 *
 * @param sha256 of the text in UTF-8, hexadecimal: by it anybody finds that a copy is the one
 */
public record Approval(long version, int length, String sha256, SeatId by) {
    static String sha256(NoteText text) {
        try {
            byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
