package palabre.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that says exactly what it is told to, reads only when asked to, and keeps no rule. */
public final class RawSocket implements AutoCloseable {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;

    private final Socket socket = new Socket();

    public RawSocket(int port) {
        try {
            socket.setReceiveBufferSize(4_096);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.US_ASCII));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Asks for a WebSocket; reads the answer's head and returns its status. */
    public int upgrade(String path, String... headers) throws IOException {
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: x\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        send(
                request
                        + "Connection: Upgrade\r\n"
                        + "Upgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Protocol: palabre.v1\r\n\r\n");
        return Integer.parseInt(head().substring(9, 12));
    }

    /** Reads up to the end of an answer's head. */
    public String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new IOException("ended after " + head);
            }
            head.append((char) b);
        }
        return head.toString();
    }

    /** Reads a whole answer; its status. */
    public int status() throws IOException {
        String head = head();
        Matcher length = LENGTH.matcher(head);
        socket.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return Integer.parseInt(head.substring(9, 12));
    }

    /** What has come after so long at most; empty when nothing has. */
    public String anythingWithin(int millis) throws IOException {
        byte[] some = new byte[1_024];
        socket.setSoTimeout(millis);
        try {
            int n = socket.getInputStream().read(some);
            return new String(some, 0, Math.max(n, 0), StandardCharsets.US_ASCII);
        } catch (SocketTimeoutException e) {
            return "";
        } finally {
            socket.setSoTimeout(20_000);
        }
    }

    /** Everything up to the end of the connection, or to its being cut. */
    public String rest() {
        StringBuilder all = new StringBuilder();
        try {
            for (int b = socket.getInputStream().read(); b >= 0; ) {
                all.append((char) b);
                b = socket.getInputStream().read();
            }
        } catch (SocketException e) {
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    /** The bytes of a frame of a client; its mask is of zeros. */
    public static byte[] frame(int opcode, boolean last, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(opcode | (last ? FINAL : 0));
        if (payload.length < 126) {
            out.write(MASKED | payload.length);
        } else if (payload.length < 1 << 16) {
            out.write(MASKED | 126);
            out.write(payload.length >> 8);
            out.write(payload.length);
        } else {
            out.write(MASKED | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) payload.length >> shift));
            }
        }
        out.writeBytes(new byte[4]);
        out.writeBytes(payload);
        return out.toByteArray();
    }

    /** The same frame over and over. */
    public static byte[] many(byte[] frame, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }

    /** Reads frames until the other end closes; the code, or 1006 when it goes without a word. */
    public int closeCode() {
        try {
            while (true) {
                Frame frame = read();
                if (frame.opcode == CLOSE) {
                    return (frame.payload[0] & 0xFF) << 8 | (frame.payload[1] & 0xFF);
                }
            }
        } catch (IOException e) {
            return 1006;
        }
    }

    /** Reads frames up to a text with this in it; whether one came. */
    public boolean textWith(String part) throws IOException {
        while (true) {
            Frame frame = read();
            if (frame.opcode == CLOSE) {
                return false;
            }
            if (new String(frame.payload, StandardCharsets.UTF_8).contains(part)) {
                return true;
            }
        }
    }

    private record Frame(int opcode, byte[] payload) {}

    private Frame read() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int opcode = in.readUnsignedByte() & 0xF;
        int length = in.readUnsignedByte();
        length = length == 126 ? in.readUnsignedShort() : length;
        length = length == 127 ? (int) in.readLong() : length;
        return new Frame(opcode, in.readNBytes(length));
    }

    /** Writes until the other end will have no more of it; the bytes that were taken. */
    public long sendUntilRefused(byte[] bytes, long most) {
        long sent = 0;
        try {
            while (sent < most) {
                send(bytes);
                sent += bytes.length;
            }
        } catch (IOException e) {
            return sent;
        }
        throw new AssertionError(most + " bytes were taken");
    }

    /** Cuts the link without a word: the other end gets a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
