package palabre.log.sqlite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import palabre.log.LogFailure;

/**
 * A payload as it is stored: the long ones compressed (RFC 1950), so that the one thread that
 * writes for everybody seals and writes a tenth of an import of thousands. What is packed begins
 * with a zero, which no JSON does: payloads of before this form are read as they are.
 */
final class Packed {
    /** Shorter ones cost more time than they save. */
    static final int LONG_BYTES = 32 * 1024;

    private static final byte MARK = 0;

    private Packed() {}

    /** To be called by who brings the payload, and not on the thread that writes. */
    static byte[] pack(byte[] plain) {
        if (plain.length < LONG_BYTES && !isPacked(plain)) {
            return plain;
        }
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 64);
        packed.write(MARK);
        try (OutputStream out = new DeflaterOutputStream(packed, fast, 16 * 1024)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is written to", e);
        } finally {
            fast.end();
        }
        return packed.toByteArray();
    }

    /**
     * @throws LogFailure when what is marked as packed is not
     */
    static byte[] unpack(byte[] stored) {
        if (!isPacked(stored)) {
            return stored;
        }
        try (InputStream in =
                new InflaterInputStream(new ByteArrayInputStream(stored, 1, stored.length - 1))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new LogFailure(
                    LogFailure.Reason.CORRUPT, "a compressed payload cannot be read", e);
        }
    }

    private static boolean isPacked(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == MARK;
    }
}
