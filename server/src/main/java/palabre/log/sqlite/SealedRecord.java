package palabre.log.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import palabre.log.LogId;

/**
 * What stands under the seal of a record: the hash of the command's body, and the payload.
 *
 * @param payload as it is stored, see {@link Packed}
 */
record SealedRecord(String bodyHash, byte[] payload) {
    /** Two bytes tell its length. */
    private static final int HASH_MAX = 0xFFFF;

    /**
     * Where a record belongs; part of what the seal vouches for, so that none can change places.
     */
    static String place(LogId log, long n, long last, int events, long atMs) {
        return log + "#" + n + ":" + last + ":" + events + ":" + atMs;
    }

    static String snapshotPlace(LogId log, long seq, String fold) {
        return log + "@" + seq + ":" + fold;
    }

    byte[] toBytes() {
        byte[] hash = bodyHash.getBytes(StandardCharsets.UTF_8);
        if (hash.length > HASH_MAX) {
            throw new IllegalArgumentException("a hash of " + hash.length + " bytes");
        }
        return ByteBuffer.allocate(2 + hash.length + payload.length)
                .putShort((short) hash.length)
                .put(hash)
                .put(payload)
                .array();
    }

    static SealedRecord fromBytes(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] hash = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(hash);
        byte[] payload = new byte[in.remaining()];
        in.get(payload);
        return new SealedRecord(new String(hash, StandardCharsets.UTF_8), payload);
    }
}
