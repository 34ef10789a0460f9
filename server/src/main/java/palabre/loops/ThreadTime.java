package palabre.loops;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a thread does, as Linux tells it: how long it has run ({@code schedstat}), and whether it
 * waits for something other than a processor ({@code stat}). Elsewhere nobody tells, and nothing is
 * ever held against it.
 */
final class ThreadTime implements AutoCloseable {
    private static final Path PRESENT = Path.of("/proc/thread-self");
    private static final int LINE_MAX = 512;

    /** Both are asked for often: they stay open, and are read from their beginning each time. */
    private record Open(FileChannel schedstat, FileChannel stat) {}

    /**
     * @param ranNs since it began
     * @param sleeps whether it waits for anything but a processor
     */
    record Seen(long ranNs, boolean sleeps) {
        static final Seen NOTHING = new Seen(0, false);
    }

    private final Optional<Open> files;
    private final ByteBuffer line = ByteBuffer.allocate(LINE_MAX);

    private ThreadTime(Optional<Open> files) {
        this.files = files;
    }

    /** Of the thread that asks. */
    static ThreadTime ofThisThread() {
        try {
            Path task = Path.of("/proc").resolve(Files.readSymbolicLink(PRESENT));
            FileChannel schedstat = FileChannel.open(task.resolve("schedstat"), READ);
            return new ThreadTime(
                    Optional.of(new Open(schedstat, FileChannel.open(task.resolve("stat"), READ))));
        } catch (IOException | UnsupportedOperationException e) {
            return new ThreadTime(Optional.empty());
        }
    }

    /** To be asked by one thread alone. */
    Seen look() {
        if (files.isEmpty()) {
            return Seen.NOTHING;
        }
        try {
            String schedstat = read(files.get().schedstat());
            String stat = read(files.get().stat());
            int end = schedstat.indexOf(' ');
            if (end < 0) {
                return Seen.NOTHING;
            }
            boolean couldRun = stat.startsWith("R", stat.lastIndexOf(')') + 2);
            return new Seen(Long.parseLong(schedstat.substring(0, end)), !couldRun);
        } catch (IOException e) {
            return Seen.NOTHING; // the thread has ended
        }
    }

    private String read(FileChannel file) throws IOException {
        line.clear();
        int bytes = file.read(line, 0);
        return new String(line.array(), 0, Math.max(0, bytes), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        if (files.isPresent()) {
            files.get().schedstat().close();
            files.get().stat().close();
        }
    }
}
