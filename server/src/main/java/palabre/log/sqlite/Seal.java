package palabre.log.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import palabre.log.LogFailure;

/**
 * Seals what one session stores: AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D, 8.2.2;
 * far under its bound of 2^32 seals a key), and keyed hashes for what must be looked up.
 */
final class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey sealing;
    private final SecretKey hashing;

    Seal(byte[] master) {
        this.sealing = new SecretKeySpec(hmac(master, "seal"), "AES");
        this.hashing = new SecretKeySpec(hmac(master, "hash"), "HmacSHA256");
    }

    /**
     * @param place what the bytes belong to; they open nowhere else
     */
    byte[] seal(byte[] plain, String place) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
            return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    byte[] open(byte[] sealed, String place) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, place)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new LogFailure(LogFailure.Reason.CORRUPT, place + " was altered", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** A keyed hash of 128 bits, in hexadecimal: equal texts can be found, none can be read. */
    String hash(String text) {
        byte[] whole = hmac(hashing.getEncoded(), text);
        return HexFormat.of().formatHex(whole, 0, 16);
    }

    /** What tells a key from another one, and nothing of the key itself. */
    static String print(byte[] key) {
        return HexFormat.of().formatHex(hmac(key, "print"), 0, 16);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }
}
