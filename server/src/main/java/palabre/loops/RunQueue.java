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
 * How long a thread has waited for a processor, as Linux counts it ({@code schedstat}: nanoseconds
 * run, nanoseconds waited). A wait is counted there once it is over. Where nobody counts it, it is
 * 0.
 */
final class RunQueue implements AutoCloseable {
    private static final Path PRESENT = Path.of("/proc/thread-self");
    private static final int LINE_MAX = 512;

    /** Both are asked for often: they stay open, and are read from their beginning each time. */
    private record Open(FileChannel schedstat, FileChannel stat) {}

    private final Optional<Open> files;
    private final ByteBuffer line = ByteBuffer.allocate(LINE_MAX);
    private long ranNs = -1;
    private long movedNs;
    private long lookedNs = System.nanoTime();

    /**
     * What a thread has waited.
     *
     * @param countedNs since it began, in waits that are over
     * @param presentNs at most, in one that is not: it could run, and may not have since somebody
     *     looked before it last moved
     */
    record Wait(long countedNs, long presentNs) {
        static final Wait NONE = new Wait(0, 0);
    }

    private RunQueue(Optional<Open> files) {
        this.files = files;
    }

    /** Of the thread that asks. */
    static RunQueue ofThisThread() {
        try {
            Path task = Path.of("/proc").resolve(Files.readSymbolicLink(PRESENT));
            FileChannel schedstat = FileChannel.open(task.resolve("schedstat"), READ);
            return new RunQueue(
                    Optional.of(new Open(schedstat, FileChannel.open(task.resolve("stat"), READ))));
        } catch (IOException | UnsupportedOperationException e) {
            return new RunQueue(Optional.empty());
        }
    }

    /** To be asked by one thread alone. */
    Wait look() {
        if (files.isEmpty()) {
            return Wait.NONE;
        }
        try {
            long beforeNs = System.nanoTime();
            String[] numbers = read(files.get().schedstat()).split(" ", -1);
            if (numbers.length < 2) {
                return Wait.NONE;
            }
            long ran = Long.parseLong(numbers[0]);
            if (ran != ranNs) {
                ranNs = ran;
                movedNs = lookedNs;
            }
            lookedNs = beforeNs;
            long presentNs = couldRun() ? System.nanoTime() - movedNs : 0;
            return new Wait(Long.parseLong(numbers[1]), presentNs);
        } catch (IOException e) {
            return Wait.NONE; // the thread has ended
        }
    }

    /** Whether it runs, or would if there were a processor; otherwise it waits for something. */
    private boolean couldRun() throws IOException {
        String stat = read(files.orElseThrow().stat());
        return stat.startsWith("R", stat.lastIndexOf(')') + 2);
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
