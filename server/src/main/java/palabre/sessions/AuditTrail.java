package palabre.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import palabre.codec.Json;
import palabre.log.sqlite.OwnerOnly;

/**
 * What organisers and the server did to whole sessions: a line of JSON each, on the disk before it
 * counts. It outlives the sessions, and so names them by their ids alone.
 */
public final class AuditTrail {
    private static final int SHOWN = 1_000;

    private final Path file;

    /**
     * @param dir the data directory
     */
    public AuditTrail(Path dir) {
        this.file = dir.resolve("audit.jsonl");
    }

    /** Adds a line. */
    public synchronized void note(long atMs, String act, String session, String detail) {
        ObjectNode line = Json.object().put("at", atMs).put("act", act).put("session", session);
        if (!detail.isEmpty()) {
            line.put("detail", detail);
        }
        byte[] bytes = (Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = FileChannel.open(OwnerOnly.file(file), StandardOpenOption.APPEND)) {
            out.write(ByteBuffer.wrap(bytes));
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether something was noted of a session. */
    public synchronized boolean has(String act, String session) {
        String line = "\"act\":\"" + act + "\",\"session\":\"" + session + "\"";
        try (Stream<String> all = Files.exists(file) ? Files.lines(file) : Stream.of()) {
            return all.anyMatch(l -> l.contains(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines, the newest first. */
    public synchronized List<String> last() {
        try {
            List<String> all = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return all.subList(Math.max(0, all.size() - SHOWN), all.size()).reversed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
