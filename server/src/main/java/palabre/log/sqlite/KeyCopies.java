package palabre.log.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import palabre.core.SessionId;

/**
 * The directories to which backups have copied the keys, so that erasing a session reaches them
 * too. A list of paths beside the keys themselves.
 */
public final class KeyCopies {
    private final Path list;

    /**
     * @param data the data directory
     */
    public KeyCopies(Path data) {
        this.list = data.resolve("keys").resolve("copies");
    }

    /** Remembers one. */
    public void add(Path dir) throws IOException {
        if (!all().contains(dir)) {
            Files.writeString(OwnerOnly.file(list), dir + "\n", StandardOpenOption.APPEND);
        }
    }

    public List<Path> all() {
        try {
            List<Path> dirs = new ArrayList<>();
            if (Files.exists(list)) {
                Files.readAllLines(list).stream()
                        .filter(l -> !l.isBlank())
                        .map(Path::of)
                        .forEach(dirs::add);
            }
            return dirs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Destroys a session's key in one of them; whether it could be reached. */
    public boolean destroy(Path dir, SessionId session) throws IOException {
        if (!Files.isDirectory(dir)) {
            return false;
        }
        new KeyFiles(dir).destroy(KeyFiles.nameOf(session));
        return true;
    }
}
