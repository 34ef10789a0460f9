package palabre.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;

/**
 * Everything that opens a door, derived from the one secret of the data directory by HMAC-SHA-256,
 * each kind under its own prefix. 128 bits in base 32: 26 characters.
 */
public final class ServerKey {
    /** Ready to begin: each derivation goes on with a copy. */
    private final Mac keyed;

    public ServerKey(byte[] secret) {
        try {
            this.keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    /** What stands in an invitation's address. */
    public String linkToken(SessionId session, LinkId link, int issue) {
        return issue == 1 ? derive("link", session, link) : derive("link", session, link, issue);
    }

    /** What the host of this server holds. */
    public String hostToken(int issue) {
        return issue == 1 ? derive("organiser") : derive("organiser", 0, issue);
    }

    /** What an organiser holds whom the host has appointed. */
    public String organiserToken(int number, int issue) {
        return derive("organiser", number, issue);
    }

    /** What proves, in a cookie, that a seat is one's own. */
    public String seatProof(RoomId room, SeatId seat, int issue) {
        return issue == 1 ? derive("seat", room, seat) : derive("seat", room, seat, issue);
    }

    /**
     * What a seat's answers to the questionnaire are kept under. Without this key nobody can say
     * whose ticket it is; written out anew, a link has the same.
     */
    public String evaluationTicket(SessionId session, SeatId seat) {
        return derive("evaluation", session, seat);
    }

    /** What is kept of the secret of the device that answered for a seat. */
    public String evaluationDevice(SessionId session, SeatId seat, String secret) {
        return derive("evaluation-device", session, seat, secret);
    }

    /** What proves that a form was made for this seat. */
    public String csrf(RoomId room, SeatId seat) {
        return derive("csrf", room, seat);
    }

    /** What proves that a form of a door was made here. */
    public String formProof(String door, String made) {
        return derive("door", door, made);
    }

    /** The id of the command that a form's button stands for: a double submit is one command. */
    public String formCommandId(Object... parts) {
        return "f-" + derive("form", parts);
    }

    /** The id of what a form makes: a double submit makes it once. */
    public String formId(Object... parts) {
        return derive("form-id", parts).substring(0, 16);
    }

    /** The seat of one submit of a shared link's join form, however often it is sent. */
    public SeatId joinerSeat(LinkId link, String nonce) {
        return new SeatId(link + "-" + derive("joiner", link, nonce).substring(0, 10));
    }

    /** What a token is looked up by; SHA-256, in base 32. */
    public static String lookup(String token) {
        return lookup(token.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of something longer. */
    public static String lookup(byte[] content) {
        try {
            return Base32.encode(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Compares in a time that tells nothing. */
    public static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private String derive(String kind, Object... parts) {
        StringBuilder text = new StringBuilder(kind);
        for (Object part : parts) {
            String value = part.toString();
            text.append('|').append(value.length()).append(':').append(value);
        }
        try {
            Mac mac = (Mac) keyed.clone();
            byte[] all = mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base32.encode(Arrays.copyOf(all, 16));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own HMAC can be copied", e);
        }
    }
}
