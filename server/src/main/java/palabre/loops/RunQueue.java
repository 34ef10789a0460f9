package palabre.loops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How long a thread has waited for a processor, as Linux counts it ({@code schedstat}: nanoseconds
 * run, nanoseconds waited). A wait is counted there once it is over. Where nobody counts it, it is
 * 0.
 */
final class RunQueue {
    private static final Path PRESENT = Path.of("/proc/thread-self");

    private final Optional<Path> task;
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

    private RunQueue(Optional<Path> task) {
        this.task = task;
    }

    /** Of the thread that asks. */
    static RunQueue ofThisThread() {
        try {
            Path task = Path.of("/proc").resolve(Files.readSymbolicLink(PRESENT));
            return new RunQueue(
                    Optional.of(task).filter(t -> Files.isReadable(t.resolve("schedstat"))));
        } catch (IOException | UnsupportedOperationException e) {
            return new RunQueue(Optional.empty());
        }
    }

    /** To be asked by one thread alone. */
    Wait look() {
        if (task.isEmpty()) {
            return Wait.NONE;
        }
        try {
            long beforeNs = System.nanoTime();
            String[] numbers = read(task.get(), "schedstat").split(" ");
            long ran = Long.parseLong(numbers[0]);
            if (ran != ranNs) {
                ranNs = ran;
                movedNs = lookedNs;
            }
            lookedNs = beforeNs;
            long presentNs = couldRun(task.get()) ? System.nanoTime() - movedNs : 0;
            return new Wait(Long.parseLong(numbers[1]), presentNs);
        } catch (IOException e) {
            return Wait.NONE; // the thread has ended
        }
    }

    /** Whether it runs, or would if there were a processor; otherwise it waits for something. */
    private static boolean couldRun(Path task) throws IOException {
        String stat = read(task, "stat");
        return stat.startsWith("R", stat.lastIndexOf(')') + 2);
    }

    private static String read(Path task, String file) throws IOException {
        return Files.readString(task.resolve(file), StandardCharsets.ISO_8859_1);
    }
}
