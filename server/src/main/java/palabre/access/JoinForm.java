package palabre.access;

import palabre.secrets.Base32;
import palabre.secrets.ServerKey;

/**
 * The nonce of a door's form. The server makes and signs it, so that only a page of ours can send
 * the form, also for a browser that does not say from where it comes; it is good for a while, and
 * the same nonce is the same seat, however often the form is sent.
 */
public final class JoinForm {
    /** Long enough for who opens the door in the morning of a meeting in the evening. */
    static final long GOOD_FOR_MS = 12 * 3_600_000L;

    private static final int RANDOM = 16;
    private static final int TIME = 9;
    private static final int PROOF = 16;

    private final ServerKey key;

    JoinForm(ServerKey key) {
        this.key = key;
    }

    /**
     * @param door what the form opens: a token, or an open room
     */
    String nonce(String door, long nowMs) {
        String made = Base32.random(RANDOM) + time(nowMs);
        return made + proof(door, made);
    }

    /** Whether it was made for this door, and not too long ago. */
    boolean good(String door, String nonce, long nowMs) {
        if (!nonce.matches("[a-z0-9]{" + (RANDOM + TIME + PROOF) + "}")) {
            return false;
        }
        String made = nonce.substring(0, RANDOM + TIME);
        long madeMs = Long.parseLong(made.substring(RANDOM), 36);
        return ServerKey.same(proof(door, made), nonce.substring(RANDOM + TIME))
                && madeMs <= nowMs
                && nowMs - madeMs <= GOOD_FOR_MS;
    }

    private static String time(long ms) {
        String digits = Long.toString(ms, 36);
        return "0".repeat(TIME - digits.length()) + digits;
    }

    private String proof(String door, String made) {
        return key.formProof(door, made).substring(0, PROOF);
    }
}
