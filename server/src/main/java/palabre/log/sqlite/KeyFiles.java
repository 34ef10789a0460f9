package palabre.log.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import palabre.core.SessionId;

/**
 * Keys of 256 bits, a file each, readable by the owner alone, on the disk before they are used. A
 * key bears the ending {@code .key.new} until the database that needs it says so: what a kill
 * leaves behind cannot be taken for the key of something that is lost.
 */
public final class KeyFiles {
    /** The key from which all that opens a door is derived. */
    private static final String OFFICE = "office";

    static final String SERVER = "server";

    private static final int KEY_BYTES = 32;
    private static final String ENDING = ".key";
    private static final String FRESH = ".key.new";

    /** After the ending of a copy that is being written. */
    private static final String PART = ".part";

    private static final String OF_SESSION = "session-";

    private final Path dir;

    public KeyFiles(Path dir) {
        this.dir = dir;
    }

    /** What is found in a key's place. */
    sealed interface Look {
        /** A key; whether it is the right one is another question. */
        record Key(byte[] bytes) implements Look {}

        /**
         * No key.
         *
         * @param how what is the matter, as the end of a sentence about the key
         */
        record None(String how) implements Look {}
    }

    /** What is the matter with a session's key. */
    static String sentence(SessionId session, Look look) {
        boolean office = session.value().equals(OFFICE);
        String whose = office ? "the key of the organisers" : "the key of session " + session;
        String how =
                switch (look) {
                    case Look.None none -> none.how();
                    case Look.Key _ -> "is not the one with which it was written";
                };
        return whose
                + " "
                + how
                + ": bring keys/"
                + nameOf(session)
                + ".key back from a copy of the keys";
    }

    static String nameOf(SessionId session) {
        return OF_SESSION + session;
    }

    static boolean ofSession(String name) {
        return name.startsWith(OF_SESSION);
    }

    Look look(String name) {
        return lookAt(file(name, ENDING));
    }

    private static Look lookAt(Path file) {
        try {
            byte[] key = Files.readAllBytes(file);
            return key.length == KEY_BYTES
                    ? new Look.Key(key)
                    : new Look.None("has " + key.length + " bytes, not " + KEY_BYTES);
        } catch (NoSuchFileException e) {
            return new Look.None("is missing");
        } catch (IOException e) {
            return new Look.None("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    boolean exists() {
        return Files.isDirectory(dir);
    }

    boolean has(String name) {
        return Files.exists(file(name, ENDING)) || Files.exists(file(name, FRESH));
    }

    /** Whether the key with this print waits to be settled. */
    boolean isFresh(String name, String print) {
        return lookAt(file(name, FRESH)) instanceof Look.Key key
                && Seal.print(key.bytes()).equals(print);
    }

    /** The names of all keys. */
    List<String> names() throws IOException {
        return names(ENDING);
    }

    private List<String> names(String ending) throws IOException {
        if (!exists()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(ending))
                    .map(f -> f.substring(0, f.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    /** A new key, which has its name only once it is {@link #settle settled}. */
    byte[] create(String name) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        OwnerOnly.directory(dir);
        Path fresh = OwnerOnly.file(file(name, FRESH));
        try (FileChannel out =
                FileChannel.open(
                        fresh, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(ByteBuffer.wrap(key));
            out.force(true);
        }
        forceDirectory();
        return key;
    }

    /** The database knows the new key: it gets its name. */
    void settle(String name) throws IOException {
        Files.move(file(name, FRESH), file(name, ENDING), StandardCopyOption.ATOMIC_MOVE);
        forceDirectory();
    }

    /** What a kill left behind: a new key gets its name if the database knows it, else it goes. */
    void settleAll(Known known) throws IOException, SQLException {
        for (String name : names(FRESH)) {
            Optional<String> print = known.print(name);
            if (print.isPresent() && isFresh(name, print.get())) {
                settle(name);
            } else {
                Files.delete(file(name, FRESH));
            }
        }
    }

    /** Which keys the database knows, by their prints. */
    interface Known {
        Optional<String> print(String name) throws SQLException;
    }

    /** When the server's key was made, in milliseconds since 1970. */
    public long createdMs() throws IOException {
        return Files.getLastModifiedTime(file(SERVER, ENDING)).toMillis();
    }

    /** Overwrites the key, then removes it. */
    void destroy(String name) throws IOException {
        for (String ending : List.of(ENDING, FRESH, ENDING + PART, FRESH + PART)) {
            Path file = file(name, ending);
            if (Files.exists(file)) {
                try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    out.write(ByteBuffer.wrap(new byte[KEY_BYTES]));
                    out.force(true);
                }
                Files.delete(file);
                forceDirectory();
            }
        }
    }

    /**
     * Copies every key, with those that are not settled yet.
     *
     * @param progress is told of each
     * @return how many
     */
    int copyTo(Path to, BackupProgress progress) throws IOException {
        OwnerOnly.directory(to);
        int copied = 0;
        for (String ending : List.of(FRESH, ENDING)) {
            for (String name : names(ending)) {
                copied += copy(name, ending, to);
                progress.step();
            }
        }
        OwnerOnly.everything(to);
        return copied;
    }

    /**
     * A key that has just been settled is met again under its name. One of an earlier copy is whole
     * at any moment.
     */
    private int copy(String name, String ending, Path to) throws IOException {
        Path part = to.resolve(name + ending + PART);
        try {
            Files.copy(
                    file(name, ending),
                    OwnerOnly.file(part),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(part, to.resolve(name + ending), StandardCopyOption.ATOMIC_MOVE);
            return 1;
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(part);
            Files.deleteIfExists(to.resolve(name + ending));
            return 0;
        }
    }

    private Path file(String name, String ending) {
        return dir.resolve(name + ending);
    }

    private void forceDirectory() throws IOException {
        OwnerOnly.force(dir);
    }
}
