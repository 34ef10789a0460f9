package palabre.sessions;

import palabre.secrets.Base32;
import palabre.secrets.ServerKey;

/**
 * What an organiser sends, and may send again when no answer came.
 *
 * @param id the same each time it is sent
 * @param bodyHash tells whether it is the same
 */
public record Once(String id, String bodyHash) {
    /** Something that is not sent again. */
    public static Once anew() {
        return new Once(Base32.random(16), "");
    }

    /**
     * @param key that the sender made up
     */
    public static Once of(String key, byte[] body) {
        return new Once(ServerKey.lookup(key).substring(0, 26), ServerKey.lookup(body));
    }
}
